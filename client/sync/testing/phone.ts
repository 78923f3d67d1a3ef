import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { DeviceId, HouseholdId } from '../../../shared/ids.ts'
import { streamOf, type KelurahanCode } from '../../../shared/population/area.ts'
import { documentOf } from '../../../shared/survey/path.ts'
import type { HouseholdRecord, SyncReply } from '../../../shared/sync/protocol.ts'
import type { SyncRequest } from '../../../shared/sync/request.ts'
import { openDevice, type OpenPart } from '../../fieldwork/open-device.ts'
import { openSurveyPart } from '../../fieldwork/survey-part.ts'
import { createHasher } from '../../platform/hasher.ts'
import { createIds } from '../../platform/ids.ts'
import { createSignatures } from '../../platform/signatures.ts'
import { createPlainSealer } from '../../platform/plain-sealer.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Hint } from '../../ports/connectivity.ts'
import type { SurveyView } from '../../ports/field-work.ts'
import type { Tabs } from '../../ports/tabs.ts'
import { openDeviceDatabase } from '../../storage/device-database.ts'
import { createSyncEngine } from '../engine.ts'
import { createReceipts } from '../judge-results.ts'
import { FakeServer } from './fake-server.ts'

export const AREA = { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' }

export const STREAM = streamOf(AREA)

/** A household of the list with one member, the head. */
export function listedHousehold(id: string, name: string, nik = '3273015010900001'): HouseholdRecord {
  const member = createIds().uuidv5(`${id}/head`, id)
  const family = createIds().uuidv5(`${id}/family`, id)
  return {
    id: id as HouseholdId,
    registerVersion: 0,
    area: AREA,
    source: 'list',
    asOf: '2026-10-01',
    known: documentOf([
      ['location/address', `Gg. Mawar ${id.slice(-2)}`],
      [`families/${family}/kk`, '3273010101150001'],
      [`members/${member}/name`, name],
      [`members/${member}/nik`, nik],
      [`members/${member}/relationship`, 'kepala'],
    ]),
  }
}

/** Turned by hand. */
export class HandClock implements Clock {
  #now = Date.parse('2026-11-23T02:00:00.000Z')
  #timers = new Set<{ at: number; act: () => void }>()

  now(): Date {
    return new Date(this.#now)
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + ms, act }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#timers.delete(due)
      this.#now = due.at
      due.act()
    }
    this.#now = until
  }
}

/** What happens to requests: each entry serves one, the last one all further ones. */
export type Weather =
  | 'fine'
  | 'down'
  | 'reply-lost'
  | Fault
  /** what the server says instead */
  | ((reply: SyncReply) => SyncReply)
  /** what somebody on the way makes of it */
  | { readonly tamper: (reply: SyncReply) => SyncReply }

/** Tells the other pages of one test at once. */
export class TestTabs {
  #hearers = new Set<{ readonly hear: (message: unknown) => void }>()

  open(): Tabs {
    const own = new Set<object>()
    return {
      tell: (message) =>
        this.#hearers.forEach((one) => void (own.has(one) || one.hear(structuredClone(message)))),
      listen: (hear) => {
        const one = { hear }
        own.add(one)
        this.#hearers.add(one)
        return () => void this.#hearers.delete(one)
      },
    }
  }
}

/** What surveys need, at once. */
export const openPart: OpenPart = (ports) =>
  openSurveyPart({ ...ports, hasher: createHasher(), makeRoom: () => Promise.resolve(false) })

/** What a phone speaks to: the fake, or a real one. */
export type PhoneServer = Pick<FakeServer, 'receiptKey' | 'sync' | 'signed'>

/** One open page of a device, as its screens and its engine see it, on a real database. */
export async function openPhone(
  server: PhoneServer,
  device: string,
  {
    tabs,
    fetchSurveyPart,
    receiptKey = server.receiptKey,
  }: { tabs?: TestTabs; fetchSurveyPart?: () => Promise<OpenPart>; receiptKey?: string } = {},
) {
  const clock = new HandClock()
  const hints = new Set<(hint: Hint) => void>()
  const records = await openDeviceDatabase(device as DeviceId, {
    sealer: createPlainSealer(),
    tabs: tabs?.open() ?? null,
  })
  const opened = await openDevice({
    device: device as DeviceId,
    records,
    clock,
    ids: createIds(),
    fetchSurveyPart: fetchSurveyPart ?? (() => Promise.resolve(openPart)),
  })
  // A test that brings it by itself says when.
  if (!fetchSurveyPart) await opened.fieldWork.ready()
  const phone = {
    ...opened,
    device: device as DeviceId,
    clock,
    records,
    weather: ['fine'] as Weather[],
    sent: [] as SyncRequest[],
    hint: (hint: Hint) => hints.forEach((hear) => hear(hint)),
    beforeSend: async () => {},
    view(household: string): SurveyView {
      const view = opened.fieldWork.survey(household as HouseholdId).value
      if (!view) throw new Error('household is not here')
      return view
    },
    card(household: string) {
      return opened.fieldWork.households.value.get(household as HouseholdId)
    },
    async answer(household: string, path: string, to: string | null) {
      return opened.fieldWork.answer(household as HouseholdId, [{ path, to }])
    },
  }
  const api = {
    async sync(request: SyncRequest): Promise<SyncReply | Fault> {
      const weather = (phone.weather.length > 1 ? phone.weather.shift() : phone.weather[0]) ?? 'fine'
      phone.sent.push(structuredClone(request))
      await phone.beforeSend()
      if (weather === 'down') return fault('unreachable')
      if (isFault(weather)) return weather
      const reply = await server.sync(structuredClone(request))
      if (weather === 'reply-lost') return fault('unreachable')
      if (isFault(reply) || weather === 'fine') return reply
      return 'tamper' in weather ? weather.tamper(reply) : server.signed(request.device, weather(reply))
    },
  }
  const engine = createSyncEngine({
    store: opened.syncStore,
    api,
    receipts: createReceipts(
      device as DeviceId,
      createSignatures({ receiptKey }, { session: () => Promise.resolve(fault('unreachable')) }),
    ),
    clock,
    chance: () => 0.5,
    lockName: device,
    locks: { alone: (_name, task) => task() },
    connectivity: {
      listen(hear) {
        hints.add(hear)
        return () => void hints.delete(hear)
      },
      askForWake: () => undefined,
    },
  })
  return Object.assign(phone, { engine })
}

export type Phone = Awaited<ReturnType<typeof openPhone>>

/** A phone that has just received its list. */
export async function field({ households = 1 } = {}) {
  const ids = createIds()
  const server = new FakeServer()
  server.scope = { version: 3, streams: [STREAM] }
  const listed = Array.from({ length: households }, (_, index) =>
    listedHousehold(ids.uuidv7(), `Warga ${index}`),
  )
  for (const household of listed) server.publishHousehold(household)
  const device = ids.uuidv7()
  const phone = await openPhone(server, device)
  await phone.engine.sync()
  const [first] = listed
  if (!first) throw new Error('a field needs a household')
  return { server, phone, device, household: first.id, listed }
}
