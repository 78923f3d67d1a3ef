import { spawn } from 'node:child_process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A person who asks again after this time no longer wants to wait. */
const PATIENCE_MS = 2000

/**
 * Runs programs that serve until somebody ends them, and ends all of them together: on a signal to us, or when
 * one of them ends by itself. Each gets one signal, however many reach us: Ctrl-C in a terminal arrives from
 * the terminal and once more from npm. A second request kills them.
 * @param {{ args: string[], environment: Record<string, string> }[]} programs Node's arguments of each
 * @returns {Promise<number>} exit code: 0 where a signal ended them in order
 */
export function serve(programs) {
  return new Promise((resolve) => {
    let asked = 0
    let code = 0
    let running = programs.length
    const children = programs.map(({ args, environment }) =>
      // A process group of its own: the terminal's Ctrl-C then reaches it through us alone.
      spawn(process.execPath, args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...environment },
        detached: true,
      }),
    )
    const endAll = (signal) => {
      if (asked !== 0 && Date.now() - asked < PATIENCE_MS) return
      for (const child of children) child.kill(asked === 0 ? signal : 'SIGKILL')
      asked ||= Date.now()
    }
    for (const signal of SIGNALS) process.on(signal, () => endAll(signal))
    for (const child of children) {
      child.on('error', (error) => console.error(error.message))
      child.on('exit', (childCode, signal) => {
        const inOrder = childCode === 0 || (asked !== 0 && SIGNALS.includes(signal ?? ''))
        if (!inOrder) code ||= childCode ?? 1
        running -= 1
        if (running === 0) resolve(code)
        else endAll('SIGTERM')
      })
    }
  })
}
