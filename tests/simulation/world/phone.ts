import { v5 } from 'uuid'
import type { DeviceBodies } from '../../../client/fieldwork/bodies.ts'
import { readReply } from '../../../client/platform/fetch-json.ts'
import type { Ids } from '../../../client/ports/ids.ts'
import { MemoryDisk } from '../../../client/storage/testing/memory-disk.ts'
import { createRandom } from '../../../server/demo/generate/random.ts'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { DeviceId } from '../../../shared/ids.ts'
import type { SyncRequest } from '../../../shared/sync/request.ts'
import { PROTOCOL_VERSION, syncReplySchema, type SyncReply } from '../../../shared/sync/protocol.ts'
import type { Bustle } from './bustle.ts'
import { DeviceClock } from './device-clock.ts'
import { Nap } from './nap.ts'
import type { Network, Weather } from './network.ts'
import { Page } from './page.ts'
import { Turns } from './turns.ts'
import { OPENED_AT, PHONES, type PhoneName } from './town.ts'

/** As client/platform/api.ts waits for a sync. */
const PATIENCE_MS = 90_000

type World = {
  readonly network: Network
  readonly bustle: Bustle
  readonly signIn: (username: string, device: DeviceId) => string
  /** as each sign-in brings it */
  readonly receiptKey: string
}

type OpenPage = {
  readonly page: Page
  readonly nap: Nap
  readonly died: Promise<'died'>
  readonly die: () => void
}

/** One phone of one enumerator: its disk and clock outlive its pages, of which several may be open. */
export class Phone {
  readonly name: PhoneName
  readonly device: DeviceId
  readonly owner: string
  readonly disk = new MemoryDisk<DeviceBodies>()
  readonly clock = new DeviceClock(OPENED_AT)
  /** what happens to the next requests, one each */
  readonly weather: Weather[] = []
  isOffline = false
  /** the protocol that its app speaks */
  protocol = PROTOCOL_VERSION
  readonly #world: World
  readonly #turns: Turns
  readonly #ids: Ids
  readonly #open: OpenPage[] = []
  #cookie = ''

  constructor(name: PhoneName, world: World) {
    this.name = name
    this.device = PHONES[name].device
    this.owner = PHONES[name].owner
    this.#world = world
    this.#turns = new Turns(this.clock, world.bustle)
    this.#ids = idsOf(Object.keys(PHONES).indexOf(name))
    this.disk.tellsAtOnce = false
  }

  /** Open pages, the one before the person first. */
  get pages(): readonly Page[] {
    return this.#open.map(({ page }) => page)
  }

  signsIn(): void {
    this.#cookie = this.#world.signIn(this.owner, this.device)
    for (const page of this.pages) void page.engine.sync()
  }

  /** Opens the app, or opens it once more beside itself. */
  async opens(): Promise<void> {
    const token = {}
    const nap = new Nap()
    const page = await Page.open({
      device: this.device,
      records: this.disk.open(),
      clock: {
        now: () => this.clock.now(),
        after: (ms, act) => this.clock.after(ms, () => nap.whenAwake(act)),
      },
      ids: this.#ids,
      receiptKey: this.#world.receiptKey,
      locks: this.#turns.of(token),
      send: (request) => this.#send(token, nap, request),
    })
    let tellDeath: (word: 'died') => void = () => undefined
    const died = new Promise<'died'>((resolve) => (tellDeath = resolve))
    const die = () => {
      this.#open.splice(this.#open.indexOf(open), 1)
      page.kill()
      this.#turns.leave(token)
      this.#world.bustle.forget(token)
      tellDeath('died')
    }
    const open: OpenPage = { page, nap, died, die }
    this.#open.push(open)
  }

  /** The battery falls out: every page ends where it stands. */
  dies(): void {
    while (this.#open[0]) this.#open[0].die()
  }

  /** The battery falls out at the next write, just before or just after it. */
  diesWriting(fate: 'dies-before' | 'dies-after', fell: () => void): void {
    this.disk.fate = () => {
      this.disk.fate = () => 'lives'
      fell()
      queueMicrotask(() => this.dies())
      return fate
    }
  }

  /** Android lets a page behind others sleep: it hears nothing, and its timers and replies wait. */
  sleeps(page: Page): void {
    this.#of(page)?.nap.begin()
  }

  wakes(): void {
    for (const { nap } of this.#open) nap.end()
  }

  /** Pages that are awake hear what others wrote. */
  async hears(): Promise<void> {
    for (const { page } of this.#open.filter(({ nap }) => !nap.isOn)) await page.hearOthers()
  }

  /** Does something on a page, unless the page dies over it. */
  async does<Result>(page: Page, act: (page: Page) => Promise<Result>): Promise<Result | 'died'> {
    const open = this.#of(page)
    return open ? Promise.race([act(page), open.died]) : 'died'
  }

  #of(page: Page): OpenPage | undefined {
    return this.#open.find((one) => one.page === page)
  }

  async #send(token: object, nap: Nap, request: SyncRequest): Promise<SyncReply | Fault> {
    if (this.isOffline) return fault('unreachable')
    const { network, bustle } = this.#world
    const letter = {
      device: this.device,
      cookie: this.#cookie,
      request: structuredClone({ ...request, protocol: this.protocol }),
    }
    const reply = await network.carry(letter, this.weather.shift() ?? null, {
      tires: (act) => void this.clock.after(PATIENCE_MS, act),
      sleeps: (wait) => bustle.asleep(token, wait),
    })
    if (nap.isOn) await bustle.asleep(token, nap.over())
    return reply ? readReply(reply, syncReplySchema) : fault('unreachable')
  }
}

/** Ids in the order of their making, the same in every run. */
function idsOf(phone: number): Ids {
  const random = createRandom(phone)
  let count = 0
  return {
    uuidv5: (name, namespace) => v5(name, namespace),
    uuidv7: () => {
      count += 1
      const tail = String(random.int(0, 999)).padStart(3, '0')
      return `01940000-0000-7${String(phone).padStart(3, '0')}-8${tail}-${String(count).padStart(12, '0')}`
    },
  }
}
