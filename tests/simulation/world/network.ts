import type { RawReply } from '../../../client/platform/fetch-json.ts'
import type { DeviceId } from '../../../shared/ids.ts'
import type { SyncRequest } from '../../../shared/sync/request.ts'
import type { Faults } from './faults.ts'

/** A request as it left a phone: what a proxy on the way could keep and send again. */
export type Letter = {
  readonly device: DeviceId
  readonly cookie: string
  readonly request: SyncRequest
}

/** What happens to one request and its reply. */
export const WEATHERS = [
  'request lost',
  'reply lost',
  'sent twice',
  'sent twice at once',
  'request held up',
  'reply held up',
  'reply cut short',
  'reply rewritten',
  'an earlier reply comes again',
  'a Wi-Fi page answers',
  'a proxy answers 502',
] as const
export type Weather = (typeof WEATHERS)[number]

/** A message underway, until somebody lets it arrive or its sender no longer waits. */
export type Underway = {
  readonly letter: Letter
  readonly what: 'request' | 'reply'
  /** Lets it arrive; for a request that nobody waits for any more, only at the office. */
  readonly arrive: () => Promise<void>
}

export type Sender = {
  /** Calls back when the sender waits no longer. */
  readonly tires: (act: () => void) => void
  /** Marks that it waits for what only a later command brings. */
  readonly sleeps: <Result>(wait: Promise<Result>) => Promise<Result>
}

const WIFI_PAGE: RawReply = {
  status: 200,
  contentType: 'text/html',
  text: '<html><body>Masuk Wi-Fi</body></html>',
}
const PROXY_PAGE: RawReply = { status: 502, contentType: 'text/html', text: '<html>Bad Gateway</html>' }

/** The way between phones and office. Null stands for no answer at all. */
export class Network {
  /** every request that ever left a phone, oldest first */
  readonly letters: Letter[] = []
  readonly underway: Underway[] = []
  /** what the office last answered each phone, as something on the way may keep it */
  readonly #earlier = new Map<DeviceId, RawReply>()
  readonly #office: (letter: Letter) => Promise<RawReply | null>
  readonly #faults: Faults

  constructor(office: (letter: Letter) => Promise<RawReply | null>, faults: Faults) {
    this.#office = office
    this.#faults = faults
  }

  async carry(letter: Letter, weather: Weather | null, sender: Sender): Promise<RawReply | null> {
    this.letters.push(letter)
    if (weather === null) return this.#answer(letter)
    this.#faults.count(weather, letter.request.changes.length)
    switch (weather) {
      case 'request lost':
        return null
      case 'reply lost':
        await this.#answer(letter)
        return null
      case 'sent twice':
        await this.#answer(letter)
        return this.#answer(letter)
      case 'sent twice at once':
        return (await Promise.all([this.#answer(letter), this.#answer(letter)]))[1] ?? null
      case 'request held up':
        return this.#hold('request', letter, () => this.#answer(letter), sender)
      case 'reply held up': {
        const reply = await this.#answer(letter)
        return this.#hold('reply', letter, () => Promise.resolve(reply), sender)
      }
      case 'reply cut short':
        return cut(await this.#answer(letter))
      case 'reply rewritten':
        return rewritten(await this.#answer(letter))
      case 'an earlier reply comes again': {
        const earlier = this.#earlier.get(letter.device)
        const reply = await this.#answer(letter)
        return earlier ?? reply
      }
      case 'a Wi-Fi page answers':
        return WIFI_PAGE
      case 'a proxy answers 502':
        return PROXY_PAGE
    }
  }

  /** Somebody on the way sends what they kept, long after; nobody reads the reply. */
  async replay(letter: Letter): Promise<void> {
    this.#faults.count('request replayed, some a week later', letter.request.changes.length)
    await this.#answer(letter)
  }

  async #answer(letter: Letter): Promise<RawReply | null> {
    const reply = await this.#office(letter)
    if (reply?.status === 200) this.#earlier.set(letter.device, reply)
    return reply
  }

  #hold(
    what: Underway['what'],
    letter: Letter,
    deliver: () => Promise<RawReply | null>,
    sender: Sender,
  ): Promise<RawReply | null> {
    const answered = new Promise<RawReply | null>((resolve) => {
      const underway: Underway = {
        letter,
        what,
        arrive: async () => {
          this.underway.splice(this.underway.indexOf(underway), 1)
          resolve(await deliver())
        },
      }
      this.underway.push(underway)
      sender.tires(() => resolve(null))
    })
    return sender.sleeps(answered)
  }
}

function cut(reply: RawReply | null): RawReply | null {
  return reply && { ...reply, text: reply.text.slice(0, Math.floor(reply.text.length * 0.6)) }
}

/** Somebody on the way makes other receipts of the office's. */
function rewritten(reply: RawReply | null): RawReply | null {
  return reply && { ...reply, text: reply.text.replaceAll(/"hash":"[0-9a-f]/g, '"hash":"_') }
}
