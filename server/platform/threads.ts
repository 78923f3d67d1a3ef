import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * Starts a file as a worker thread, wherever this program runs: in the bundle the file is `<name>.js` beside the
 * caller's, in development and tests `<name>.ts` beside it, read through tsx.
 * @param caller the caller's `import.meta.url`
 * @param data what the thread finds as `workerData`; copied, so no functions
 */
export function startThread(caller: string, name: string, data: unknown): Worker {
  if (!caller.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, caller), { workerData: data })
  const file = new URL(`./${name}.ts`, caller).href
  const loader = pathToFileURL(createRequire(caller).resolve('tsx/esm/api')).href
  // `--import tsx` does not reach worker threads on Node 20 (privatenumber/tsx#354), so tsx is called inside.
  const start = `import(${JSON.stringify(loader)}).then(({ tsImport }) => tsImport(${JSON.stringify(file)}, ${JSON.stringify(caller)}))`
  return new Worker(start, { eval: true, execArgv: [], workerData: data })
}
