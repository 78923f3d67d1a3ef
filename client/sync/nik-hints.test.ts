import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import fc from 'fast-check'
import { v5, v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { fault, type Fault } from '../../shared/faults.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import { nikHintOf, type NikHints } from '../../shared/sync/nik-hint.ts'
import { createPlainSealer } from '../platform/plain-sealer.ts'
import type { SyncState } from '../ports/sync.ts'
import { openNikHintRecords } from '../storage/device-database.ts'
import { openNikHints } from './nik-hints.ts'
import { HandClock } from './testing/phone.ts'

const HERE = '32.73.01.1001' as KelurahanCode
const THERE = '32.73.01.1002' as KelurahanCode
const KEY = '01900000-0000-7000-8000-000000000001'
const HALF_A_DAY_MS = 12 * 60 * 60_000
const REACHED: SyncState = { kind: 'up-to-date', at: '2026-11-23T03:00:00.000Z' }
const IDLE: SyncState = { kind: 'starting', waiting: 0, lastAt: null }

const uuidv5 = (name: string, namespace: string) => v5(name, namespace)
const hintsOf = (code: string, niks: readonly string[]): NikHints => ({
  code,
  key: KEY,
  hints: [...new Set(niks.map((nik) => nikHintOf(uuidv5, KEY, nik)))].sort().join(''),
})

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A page of a device; `told` is what its server says. */
async function page(told: { now: readonly NikHints[] | Fault; asked: number }, device = v7()) {
  const clock = new HandClock()
  const sync = signal<SyncState>(IDLE)
  const desk = await openNikHints({
    records: await openNikHintRecords(device as DeviceId, { sealer: createPlainSealer() }),
    clock,
    sync,
    uuidv5,
    api: {
      nikHints: () => {
        told.asked += 1
        return Promise.resolve('fault' in told.now ? told.now : { kelurahan: told.now })
      },
    },
  })
  closing.push(desk.close)
  return {
    desk,
    device,
    clock,
    reaches: () => {
      sync.value = IDLE
      sync.value = REACHED
    },
  }
}

test('[N9] what was told once the server was reached is known offline, after a start, too', async () => {
  const told = { now: [hintsOf(HERE, ['3273014107900007'])] as readonly NikHints[] | Fault, asked: 0 }
  const { desk, device, reaches } = await page(told)
  expect(desk.mayBeElsewhere(HERE, '3273014107900007')).toBe(false)
  reaches()
  await expect.poll(() => desk.mayBeElsewhere(HERE, '3273014107900007')).toBe(true)
  expect(desk.mayBeElsewhere(THERE, '3273014107900007')).toBe(false)
  expect(desk.mayBeElsewhere(HERE, '3273014107900008')).toBe(false)

  told.now = fault('unreachable')
  const next = await page(told, device)
  expect(next.desk.mayBeElsewhere(HERE, '3273014107900007')).toBe(true)
})

test('it asks twice a day at most, and a kelurahan that is no longer told of is forgotten', async () => {
  const told = { now: [hintsOf(HERE, ['1']), hintsOf(THERE, ['2'])] as readonly NikHints[] | Fault, asked: 0 }
  const { desk, reaches, clock } = await page(told)
  reaches()
  await expect.poll(() => desk.mayBeElsewhere(THERE, '2')).toBe(true)
  reaches()
  expect(told.asked).toBe(1)
  clock.advance(HALF_A_DAY_MS)
  told.now = [hintsOf(HERE, ['3'])]
  reaches()
  await expect.poll(() => desk.mayBeElsewhere(HERE, '3')).toBe(true)
  expect(told.asked).toBe(2)
  expect(desk.mayBeElsewhere(THERE, '2')).toBe(false)
})

test('a device of a whole kelurahan, which is told nothing, does not ask with each sync', async () => {
  const told = { now: [] as readonly NikHints[] | Fault, asked: 0 }
  const { reaches } = await page(told)
  for (let turn = 0; turn < 50; turn += 1) {
    reaches()
    await new Promise((resume) => setImmediate(resume))
  }
  expect(told.asked).toBe(1)
})

test('without an answer the hints of before stay, and it asks again', async () => {
  const told = { now: fault('unreachable') as readonly NikHints[] | Fault, asked: 0 }
  const { desk, reaches } = await page(told)
  reaches()
  await expect.poll(() => told.asked).toBe(1)
  told.now = [hintsOf(HERE, ['1'])]
  await expect
    .poll(() => {
      reaches()
      return desk.mayBeElsewhere(HERE, '1')
    })
    .toBe(true)
})

test('[N9] nobody who is known is missed, and few who are not are taken for it', () => {
  const nik = fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => `327301${String(n).padStart(10, '0')}`)
  fc.assert(
    fc.property(fc.uniqueArray(nik, { minLength: 50, maxLength: 200 }), (niks) => {
      const [known, others] = [niks.slice(0, 25), niks.slice(25)]
      const { hints } = hintsOf(HERE, known)
      const held = new Set(hints.match(/.{5}/g))
      expect(known.every((one) => held.has(nikHintOf(uuidv5, KEY, one)))).toBe(true)
      const taken = others.filter((one) => held.has(nikHintOf(uuidv5, KEY, one))).length
      expect(taken).toBeLessThanOrEqual(2)
    }),
    { seed: 20261130 },
  )
})
