import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { testDirectory } from '../../../tests/support/list-file.ts'
import { openDatabase, type Database } from '../../database/database.ts'
import { createAudit } from '../../platform/audit.ts'
import { hashFile } from '../../platform/hash-file.ts'
import { createFeed } from '../../records/feed.ts'
import { createSurveyStore } from '../../records/survey-store.ts'
import { adoptSeals } from './adopt-seal.ts'
import { packageName } from './package/write-package.ts'
import { sealPeriod, type SealStep } from './seal.ts'
import { sealRecordName } from './seal-record.ts'
import {
  createCity,
  DECEMBER,
  listedDocument,
  NOVEMBER,
  NOW,
  settleCity,
  visited,
  type City,
} from './testing/city.ts'

let city: City
beforeEach(() => {
  city = createCity()
})
afterEach(() => city.end())

/** The city's database as it is now, opened as a restore does. */
async function copyOf(): Promise<Database> {
  const path = join(testDirectory(), 'copy.sqlite')
  await city.database.copyTo(path, () => city.database.query('select 1').get())
  const copy = openDatabase(path, () => NOW)
  onTestFinished(() => copy.close())
  return copy
}

const SEALED = [
  'select * from period',
  'select * from register_household order by household_id, version',
  'select * from register_change order by period_id, household_id',
  'select * from known_family order by kk',
  'select * from known_person order by identity',
  'select id, status from survey order by id',
]
const dump = (database: Database) => SEALED.map((sql) => database.query(sql).all())
const stopAt = (kind: SealStep['kind']) => (step: SealStep) => {
  if (step.kind === kind) throw new Error('stopped')
}

test('[P10] a copy from before a seal takes it over as it was sealed, and goes on as if it had sealed it', async () => {
  settleCity(city)
  const copy = await copyOf()
  await city.seal(NOVEMBER)
  expect(adoptSeals(copy, city.packages)).toEqual({ adopted: [NOVEMBER], refused: [] })
  expect(dump(copy)).toEqual(dump(city.database))
  expect(createAudit(copy).firstBroken()).toBeNull()
  expect(adoptSeals(copy, city.packages)).toEqual({ adopted: [], refused: [] })

  const survey = city.survey(2, visited('selesai', { ...listedDocument(2), dwelling: { floor: 'tanah' } }))
  const stored = createSurveyStore(city.database, createFeed(city.database)).find(survey)
  if (!stored) throw new Error('no such survey')
  await city.seal(DECEMBER, { at: '2026-12-20T00:00:00Z' })
  const elsewhere = testDirectory()
  copy.write((tx) => createSurveyStore(copy, createFeed(copy)).save(tx, { ...stored, approvedSeq: 0 }))
  await sealPeriod(copy, { ...city.job(DECEMBER, '2026-12-20T00:00:00Z'), directory: elsewhere })
  const tables = ([sealed, register]: unknown[][]) => [sealed?.length, register]
  expect(tables(dump(copy))).toEqual(tables(dump(city.database)))
})

test('[P10] a copy from the middle of a seal takes it over whole', async () => {
  settleCity(city)
  await expect(city.seal(NOVEMBER, { onStep: stopAt('folded'), maxTransactionMs: 0 })).rejects.toThrow(
    'stopped',
  )
  const copy = await copyOf()
  await city.seal(NOVEMBER)
  expect(adoptSeals(copy, city.packages)).toEqual({ adopted: [NOVEMBER], refused: [] })
  expect(dump(copy)).toEqual(dump(city.database))
})

test('[P10] two seals are taken over in their order; one without the one before it is not', async () => {
  settleCity(city)
  const copy = await copyOf()
  await city.seal(NOVEMBER)
  city.survey(1, visited('pindah'))
  await city.seal(DECEMBER, { at: '2026-12-20T00:00:00Z' })
  const record = join(city.packages, sealRecordName(NOVEMBER))
  rmSync(record)
  const { adopted, refused } = adoptSeals(copy, city.packages)
  expect(adopted).toEqual([])
  expect(refused).toEqual([expect.stringContaining('it follows 2026-11')])

  const before = await copyOf()
  expect(adoptSeals(before, city.packages)).toEqual({ adopted: [], refused: [] })
})

test('[P10] two seals in their order', async () => {
  settleCity(city)
  const copy = await copyOf()
  await city.seal(NOVEMBER)
  city.survey(1, visited('pindah'))
  await city.seal(DECEMBER, { at: '2026-12-20T00:00:00Z' })
  expect(adoptSeals(copy, city.packages).adopted).toEqual([NOVEMBER, DECEMBER])
  const [, register] = dump(copy)
  expect(register).toEqual(dump(city.database)[1])
})

test.each([
  [
    'its record is cut short',
    () => truncateSync(join(city.packages, sealRecordName(NOVEMBER)), 400),
    'cut short',
  ],
  [
    'its package is another one',
    () => writeFileSync(join(city.packages, packageName(NOVEMBER)), 'x'),
    'not the one',
  ],
])(
  '[P10] where %s, nothing is taken over and the period is not sealed anew',
  async (_what, damage, words) => {
    settleCity(city)
    const copy = await copyOf()
    await city.seal(NOVEMBER)
    const before = dump(copy)
    damage()
    const { adopted, refused } = adoptSeals(copy, city.packages)
    expect(adopted).toEqual([])
    expect(refused).toEqual([expect.stringContaining(words)])
    expect(dump(copy)).toEqual(before)
    await expect(sealPeriod(copy, city.job(NOVEMBER))).rejects.toThrow('sealed once')
  },
)

test('[P10] a package is never written over by another one', async () => {
  settleCity(city)
  await expect(city.seal(NOVEMBER, { onStep: stopAt('cut-off') })).rejects.toThrow('stopped')
  const copy = await copyOf()
  await city.seal(NOVEMBER)
  const path = join(city.packages, packageName(NOVEMBER))
  const sha256 = hashFile(path)
  rmSync(join(city.packages, sealRecordName(NOVEMBER)))
  // What the copy folds is not what was folded.
  copy.write((tx) =>
    copy.command(`update survey set status = 'rejected' where household_id = ?`)(tx, copyHousehold(copy)),
  )
  await expect(sealPeriod(copy, city.job(NOVEMBER))).rejects.toThrow('not what it was')
  expect(hashFile(path)).toBe(sha256)
})

function copyHousehold(copy: Database): string {
  const row = copy.query<{ id: string }>(
    `select household_id as id from survey where status = 'approved' order by household_id limit 1`,
  )
  return row.get()?.id ?? ''
}
