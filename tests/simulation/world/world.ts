import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Bustle } from './bustle.ts'
import { Enumerator } from './enumerator.ts'
import { Faults } from './faults.ts'
import { Ledger } from './ledger.ts'
import { Network } from './network.ts'
import { Office } from './office.ts'
import { Phone } from './phone.ts'
import { Staff } from './staff.ts'
import { HOUSES, makeFolder, PHONES, prepareTown, type PhoneName, type Prepared } from './town.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import { PROTOCOL_VERSION } from '../../../shared/sync/protocol.ts'

const MINUTE_MS = 60_000
/** The engine tries again every five minutes at most. */
const UNTIL_ALL_TRIED_MS = 6 * MINUTE_MS
const ROUNDS_UNTIL_QUIET = 12

/** One process's prepared town: each run begins with a copy. */
export class Worlds {
  readonly #folder: string
  readonly #prepared: Prepared
  #count = 0

  private constructor(folder: string, prepared: Prepared) {
    this.#folder = folder
    this.#prepared = prepared
  }

  static async prepare(): Promise<Worlds> {
    const folder = makeFolder()
    return new Worlds(folder, await prepareTown(folder))
  }

  open(faults = new Faults()): Promise<World> {
    this.#count += 1
    return World.open(this.#prepared, join(this.#folder, `world-${this.#count}`), faults)
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** Phones, the way to the office, and the office: everything real but the disks, the clocks and the network. */
export class World {
  readonly faults: Faults
  readonly bustle = new Bustle()
  readonly ledger = new Ledger()
  readonly office: Office
  readonly network: Network
  readonly staff: Staff
  /** by which phones know the server */
  readonly receiptKey: string
  /** houses of the list, then those that were found */
  readonly houses: HouseholdId[] = HOUSES.map(({ id }) => id)
  readonly people: Readonly<Record<PhoneName, Enumerator>>

  private constructor(office: Office, faults: Faults) {
    this.faults = faults
    this.office = office
    this.receiptKey = office.receiptKey()
    this.network = new Network((letter) => office.answer(letter), faults)
    this.staff = new Staff(office, faults)
    const signIn = office.signIn.bind(office)
    const { receiptKey } = this
    const person = (name: PhoneName) =>
      new Enumerator(
        new Phone(name, { network: this.network, bustle: this.bustle, signIn, receiptKey }),
        this.ledger,
        faults,
      )
    this.people = {
      rina: person('rina'),
      rinaOld: person('rinaOld'),
      asep: person('asep'),
      asepOld: person('asepOld'),
      dewi: person('dewi'),
    }
  }

  /** Everybody has signed in and has their list. */
  static async open(prepared: Prepared, folder: string, faults: Faults): Promise<World> {
    const world = new World(Office.open(prepared, folder, faults), faults)
    for (const phone of world.phones) {
      phone.signsIn()
      await phone.opens()
    }
    await world.settle()
    return world
  }

  get phones(): readonly Phone[] {
    return (Object.keys(PHONES) as PhoneName[]).map((name) => this.people[name].phone)
  }

  /** A house by its number; with more houses than there are, one of them. */
  house(number: number): HouseholdId {
    const house = this.houses[number % this.houses.length]
    if (!house) throw new Error('a town has houses')
    return house
  }

  /** Waits until nothing moves by itself, and pages that are awake have heard of each other. */
  async settle(): Promise<void> {
    await this.bustle.settle()
    for (const phone of this.phones) await phone.hears()
    await this.bustle.settle()
  }

  /** Time passes for everybody: timers run, requests that are held up time out. */
  async passes(ms: number): Promise<void> {
    this.office.now = new Date(this.office.now.getTime() + ms)
    for (const phone of this.phones) await phone.clock.pass(ms, () => this.settle())
  }

  signsInWhoIsOut(): void {
    for (const phone of this.phones) if (isSignedOut(phone)) phone.signsIn()
  }

  /** All faults end: what is underway arrives, apps are up to date and open, and everybody is signed in. */
  async faultsEnd(): Promise<void> {
    this.office.diesWithin(0)
    this.office.fills(false)
    for (const phone of this.phones) {
      phone.weather.length = 0
      phone.isOffline = false
      phone.disk.isFull = false
      phone.disk.fate = () => 'lives'
      phone.wakes()
    }
    while (this.network.underway.length > 0) {
      await this.network.underway[0]?.arrive()
      await this.settle()
    }
    for (const phone of this.phones) {
      if (phone.protocol !== PROTOCOL_VERSION) {
        phone.protocol = PROTOCOL_VERSION
        phone.dies()
      }
      if (phone.pages.length === 0) await phone.opens()
    }
    await this.settle()
  }

  /**
   * Lets time pass until no phone has anything to send or fetch. Nobody presses a button; whoever is signed out
   * signs in again.
   * @returns how many times everybody had to try; null where it did not end
   */
  async becomesQuiet(): Promise<number | null> {
    await this.faultsEnd()
    for (let round = 1; round <= ROUNDS_UNTIL_QUIET; round++) {
      const logged = this.office.logged()
      this.signsInWhoIsOut()
      await this.settle()
      await this.passes(UNTIL_ALL_TRIED_MS)
      if (this.phones.every(isUpToDate) && this.office.logged() === logged) return round
    }
    return null
  }

  async end(): Promise<void> {
    for (const phone of this.phones) phone.dies()
    await this.office.close()
  }
}

function isSignedOut({ pages }: Phone): boolean {
  return pages.some(({ engine }) => {
    const state = engine.state.value
    return state.kind === 'stopped' && state.fault.fault === 'signed-out'
  })
}

function isUpToDate({ pages }: Phone): boolean {
  return pages.every(({ engine }) => engine.state.value.kind === 'up-to-date')
}
