import { DEMO_DATA, startServer } from './server-process.ts'

/**
 * Before all tests in a browser: the demo is made once, and each server begins with a copy of it.
 * @returns what removes it in the end
 */
export default async function makeDemo(): Promise<() => Promise<void>> {
  const server = await startServer()
  await server.interrupt()
  process.env[DEMO_DATA] = server.dataDirectory
  return () => server.end()
}
