import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built product as its own process, with a data folder of its own. */
export type ServerProcess = {
  readonly url: string
  readonly dataDirectory: string
  /** all that it has printed */
  readonly printed: () => string
  /** ends it like a power cut */
  readonly kill: () => Promise<void>
  /** ends it like Ctrl-C; gives the exit code */
  readonly interrupt: () => Promise<number | null>
  /** starts it again on the same data and the same port */
  readonly restart: () => Promise<void>
  /** ends it and deletes its data */
  readonly end: () => Promise<void>
}

const BUILT = ['dist/server/main.js']

/** Arguments of Node for the server as its sources stand, without a build. */
export const FROM_SOURCES = ['--import', 'tsx', 'server/main.ts']

/** Environment variable that names a data folder with the demo in it, where one was made beforehand. */
export const DEMO_DATA = 'YESJITU_DEMO_DATA'

function newDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-e2e-'))
  const demo = process.env[DEMO_DATA]
  if (demo !== undefined) cpSync(demo, directory, { recursive: true })
  return directory
}

/**
 * Starts the server, with the demo in it, and waits until it answers.
 * @param settings environment variables of the server beside those of the test's own process
 * @param program arguments of Node; the built product where nothing else is said
 */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  program: readonly string[] = BUILT,
): Promise<ServerProcess> {
  const dataDirectory = settings['DATA_DIR'] ?? newDataDirectory()
  let port = '0'
  let printed = ''
  let child = await launch()

  async function launch(): Promise<ChildProcess> {
    const started = spawn(process.execPath, program, {
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDirectory, PORT: port, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Read to the end: a pipe that nobody reads would stop the server.
    started.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
    const before = printed.length
    while (!/http:\/\/localhost:\d+/.test(printed.slice(before))) {
      const ended = await Promise.race([once(started.stdout, 'data'), once(started, 'exit').then(() => null)])
      if (ended === null) throw new Error(`the server did not start: ${printed.slice(before)}`)
    }
    port = /http:\/\/localhost:(\d+)/.exec(printed.slice(before))?.[1] ?? port
    return started
  }

  async function stop(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = (await exited) as [number | null]
    return code
  }

  return {
    get url() {
      return `http://localhost:${port}`
    },
    dataDirectory,
    printed: () => printed,
    kill: async () => {
      await stop('SIGKILL')
    },
    interrupt: () => stop('SIGINT'),
    restart: async () => {
      child = await launch()
    },
    end: async () => {
      await stop('SIGKILL')
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
