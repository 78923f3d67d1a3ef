import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import type { Readable, Writable } from 'node:stream'
import { expect } from '@playwright/test'
import { chromiumOptions } from './chromium.ts'

/** A page whose service worker nobody debugs. */
export type UnwatchedPage = {
  /** Runs a function without closures in the page; what it gives must be JSON. */
  readonly run: <Result>(script: () => Result) => Promise<Awaited<Result>>
  /** Waits until a function without closures gives true in the page, over reloads too. */
  readonly until: (script: () => boolean | Promise<boolean>) => Promise<void>
  readonly close: () => Promise<void>
}

type Reply = {
  readonly id?: number
  readonly result?: {
    readonly targetId?: string
    readonly sessionId?: string
    readonly result?: { readonly value?: unknown }
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
  }
  readonly error?: { readonly message: string }
}

const HEADLESS_PHONE = ['--headless', '--remote-debugging-pipe', '--window-size=360,740', '--lang=id-ID']

/**
 * Opens an address in a browser of its own. Playwright attaches its debugger to every service worker, and Chromium
 * does not let a worker go that is debugged, so that a newer one waits as it never would for a user.
 * @param profile folder that another browser wrote, and has closed
 */
export async function unwatchedPage(profile: string, url: string): Promise<UnwatchedPage> {
  const { executablePath, args = [] } = chromiumOptions
  if (executablePath === undefined) throw new Error('no browser is named')
  const browser = spawn(executablePath, [...HEADLESS_PHONE, ...args, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()))
  const send = protocol(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  await send('Page.navigate', { url }, sessionId)

  async function run<Result>(script: () => Result): Promise<Awaited<Result>> {
    const expression = `(${script.toString()})()`
    const outcome = await send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true },
      sessionId,
    )
    if (outcome.exceptionDetails) throw new Error(outcome.exceptionDetails.exception?.description)
    return outcome.result?.value as Awaited<Result>
  }

  return {
    run,
    until: async (script) => {
      // A page that is being left answers with an error, or not at all.
      const isTrue = () => Promise.race([run(script).catch(() => false), setTimeout(2000, false)])
      try {
        await expect.poll(isTrue, { message: script.toString() }).toBe(true)
      } catch (cause) {
        const shown = await Promise.race([run(() => document.body.innerText), setTimeout(2000, 'no answer')])
        throw new Error(`${script.toString()} stayed false; the page shows: ${shown}`, { cause })
      }
    },
    close: async () => {
      void send('Browser.close', {}).catch(() => undefined)
      await ended
    },
  }
}

function protocol(toBrowser: Writable, fromBrowser: Readable) {
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  let rest = ''
  fromBrowser.setEncoding('utf8').on('data', (piece: string) => {
    const messages = (rest + piece).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
    }
  })
  return async (method: string, params: object, sessionId?: string) => {
    const id = ++last
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve)
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
    waiting.delete(id)
    if (reply.error) throw new Error(`${method}: ${reply.error.message}`)
    return reply.result ?? {}
  }
}
