import { Worker } from 'node:worker_threads'

/**
 * Starts a file as a worker thread, wherever this program runs: in the bundle the file is `<name>.js` beside the
 * caller's, in development and tests `<name>.ts` beside it, read through tsx (which is found from the project's
 * root, where these run).
 * @param caller the caller's `import.meta.url`
 * @param data what the thread finds as `workerData`; copied, so no functions
 */
export function startThread(caller: string, name: string, data: unknown): Worker {
  if (!caller.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, caller), { workerData: data })
  const file = JSON.stringify(new URL(`./${name}.ts`, caller).href)
  // `--import tsx` does not reach worker threads on Node 20 (privatenumber/tsx#354), so tsx is called inside.
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${file}, ${JSON.stringify(caller)}))`
  return new Worker(start, { eval: true, execArgv: [], workerData: data })
}
