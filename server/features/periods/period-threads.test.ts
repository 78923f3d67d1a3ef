import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPeriodStore } from './period-store.ts'
import { createPeriodThreads, type PeriodThreads } from './period-threads.ts'
import type { SealStep } from './seal.ts'
import { createCity, listedDocument, NOVEMBER, settleCity, visited, type City } from './testing/city.ts'

const HOUSEHOLDS = 150

let city: City
let threads: PeriodThreads
beforeEach(() => {
  city = createCity()
  threads = createPeriodThreads(city.databasePath)
})
afterEach(async () => {
  await threads.close()
  city.end()
})

test('[P7] a thread that is stopped in the middle is resumed by the next one', async () => {
  const undisturbed = createCity()
  settleCity(undisturbed, HOUSEHOLDS)
  await undisturbed.seal(NOVEMBER)
  settleCity(city, HOUSEHOLDS)

  const steps: SealStep[] = []
  let stopped: Promise<void> = Promise.resolve()
  const first = threads.run({ kind: 'seal', ...city.job(NOVEMBER) }, (step) => {
    steps.push(step)
    if (step.kind === 'folded') stopped = threads.close()
  })
  await expect(first).rejects.toThrow('stopped')
  await stopped
  expect(createPeriodStore(city.database).find(NOVEMBER)).toMatchObject({ sealed: null })
  expect(steps.some(({ kind }) => kind === 'sealed')).toBe(false)

  await threads.run({ kind: 'seal', ...city.job(NOVEMBER, '2026-11-24T03:00:00.000Z') })
  expect(city.packageBytes(NOVEMBER).equals(undisturbed.packageBytes(NOVEMBER))).toBe(true)
  undisturbed.end()
})

test('others write while a thread seals, and asking twice is one seal', async () => {
  settleCity(city, HOUSEHOLDS)
  const waits: number[] = []
  const job = { kind: 'seal', ...city.job(NOVEMBER) } as const
  let number = 1000
  const sealing = Promise.all([
    threads.run(job, () => {
      const began = performance.now()
      city.survey((number += 1), visited('selesai', listedDocument(number)), 'submitted')
      waits.push(performance.now() - began)
    }),
    threads.run(job),
  ])
  await sealing
  expect(waits.length).toBeGreaterThan(5)
  expect(Math.max(...waits)).toBeLessThan(5000)
  const seals = city.database.query<{ count: number }>(
    `select count(*) as count from audit where action = 'period.seal'`,
  )
  expect(seals.get()?.count).toBe(1)
})

test('what a thread throws reaches who asked', async () => {
  await expect(threads.run({ kind: 'rewrite', period: NOVEMBER, directory: city.packages })).rejects.toThrow(
    'is not sealed',
  )
})
