import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDryRun } from './dry-run.ts'
import { createPeriodStore } from './period-store.ts'
import type { SealStep } from './seal.ts'
import {
  createCity,
  DECEMBER,
  family,
  household,
  listedDocument,
  NOVEMBER,
  NOW,
  person,
  settleCity,
  visited,
  type City,
} from './testing/city.ts'

let city: City
beforeEach(() => {
  city = createCity()
})
afterEach(() => city.end())

function register(number: number) {
  const rows = city.database.query<{
    version: number
    from_period: string
    to_period: string
    state: string
  }>(
    'select version, from_period, to_period, state from register_household where household_id = ? order by version',
  )
  return rows.all(household(number)).map((row) => Object.values(row).join(' '))
}

function document(number: number) {
  const newest = city.database.query<{ document: string }>(
    'select document from register_household where household_id = ? and to_period is null',
  )
  return JSON.parse(newest.get(household(number))?.document ?? 'null')
}

function changes(period: string) {
  const rows = city.database.query<{ household_id: string; kind: string; reason: string }>(
    'select household_id, kind, reason from register_change where period_id = ? order by household_id',
  )
  return rows
    .all(period)
    .map((row) => `${Number(row.household_id.slice(-4))} ${row.kind} ${JSON.parse(row.reason).reason}`)
}

function statusOf(survey: string) {
  const row = city.database.query<{ status: string; version: number }>(
    'select status, version from survey where id = ?',
  )
  return Object.values(row.get(survey) ?? {}).join(' ')
}

test('[P1] the open period is the current month in Jakarta, then the month after the last sealed one', async () => {
  const periods = createPeriodStore(city.database)
  expect(periods.open(new Date('2026-10-31T17:00:00Z')).id).toBe(NOVEMBER)
  expect(periods.open(new Date('2026-10-31T16:59:59Z')).id).toBe('2026-10')
  await city.seal(NOVEMBER)
  expect(periods.open(NOW).id).toBe(DECEMBER)
  await expect(city.seal('2027-01' as typeof NOVEMBER)).rejects.toThrow('the open period is 2026-12')
})

test('[P1] a seal that has begun keeps its period open when the month ends', async () => {
  settleCity(city)
  await expect(city.seal(NOVEMBER, { onStep: stop('cut-off') })).rejects.toThrow('stopped')
  expect(createPeriodStore(city.database).open(new Date('2026-12-05T00:00:00Z')).id).toBe(NOVEMBER)
})

test('[F7] [F9] the seal folds households of every fate', async () => {
  settleCity(city)
  await city.seal(NOVEMBER)
  expect(register(1)).toEqual(['1 2026-11  present'])
  expect(register(3)).toEqual(['1 2026-11  gone'])
  expect(register(4)).toEqual(['1 2026-11  unconfirmed'])
  expect(register(5)).toEqual([])
  expect(register(6)).toEqual([])
  expect(changes(NOVEMBER).slice(0, 4)).toEqual([
    '1 added terkonfirmasi',
    '2 added baru',
    '3 gone pindah',
    '10 added terkonfirmasi',
  ])
  expect(createPeriodStore(city.database).find(NOVEMBER)?.sealed?.figures).toEqual({
    surveys: 10,
    households: 8,
    families: 8,
    members: 16,
    // The restricted one, which no questionnaire offers, counts nowhere.
    problems: 1,
    added: 8,
    changed: 0,
    gone: 1,
  })
})

test('[P9] the dry run gives the figures of the seal and writes nothing', async () => {
  settleCity(city)
  const dryRun = createDryRun(city.database)
  const periods = createPeriodStore(city.database)
  const sealAndCompare = async (period: typeof NOVEMBER) => {
    const before = city.dump()
    const figures = await dryRun(periods.open(NOW))
    expect(city.dump()).toEqual(before)
    await expect(city.seal(period, { onStep: stop('folded'), maxTransactionMs: 0 })).rejects.toThrow()
    expect(await dryRun(periods.open(NOW))).toEqual(figures)
    await city.seal(period)
    expect(periods.find(period)?.sealed?.figures).toEqual(figures)
  }
  await sealAndCompare(NOVEMBER)
  city.survey(1, visited('pindah'))
  city.survey(4, visited('selesai', listedDocument(4)))
  city.survey(10, visited('selesai', { dwelling: { floor: 'keramik' } }))
  city.survey(11, visited('selesai'))
  await sealAndCompare(DECEMBER)
})

test('[P2] what is approved after the cut-off waits for the next period', async () => {
  settleCity(city)
  let late = ''
  await city.seal(NOVEMBER, {
    onStep: ({ kind }) => {
      if (kind === 'cut-off') late = city.survey(5, visited('selesai', listedDocument(5)))
    },
  })
  expect(statusOf(late)).toBe('approved 1')
  await city.seal(DECEMBER)
  expect(statusOf(late)).toBe('folded 2')
  expect(register(5)).toEqual(['1 2026-12  present'])
})

test('[P3] a survey that is reopened while the seal runs is not folded', async () => {
  settleCity(city)
  const survey = city.survey(5, visited('selesai', listedDocument(5)))
  await city.seal(NOVEMBER, {
    onStep: ({ kind }) => {
      if (kind === 'cut-off') city.setStatus(survey, 'in-review')
    },
  })
  expect(statusOf(survey)).toBe('in-review 2')
  expect(register(5)).toEqual([])
})

test('[P4] each fold is a new version, even where nothing changed; a household folded twice has one change', async () => {
  settleCity(city)
  await city.seal(NOVEMBER)
  city.survey(10, visited('selesai', listedDocument(10)))
  city.survey(11, visited('selesai', { dwelling: { floor: 'tanah' } }))
  city.survey(11, visited('selesai', { dwelling: { roof: 'seng' } }), 'approved', 2)
  await city.seal(DECEMBER)
  expect(register(10)).toEqual(['1 2026-11 2026-11 present', '2 2026-12  present'])
  expect(register(11)).toEqual([
    '1 2026-11 2026-11 present',
    '2 2026-12 2026-11 present',
    '3 2026-12  present',
  ])
  expect(changes(DECEMBER)).toEqual(['11 changed kunjungan'])
  expect(city.unzip(DECEMBER)['perubahan.csv']).toContain('ubah,kunjungan,atap lantai')
  expect(city.unzip(DECEMBER)['keluarga.csv']?.match(/Ibu 11/g)).toHaveLength(1)
})

test('[F4] who died is named in the period’s package and gone from the next', async () => {
  settleCity(city)
  await city.seal(NOVEMBER)
  expect(city.unzip(NOVEMBER)['perubahan.csv']).toMatch(
    new RegExp(`${person(1, 2)}.*Anak 1,keluar,meninggal`),
  )
  expect(city.unzip(NOVEMBER)['anggota.csv']).not.toContain(person(1, 2))
  city.survey(1, visited('selesai', { dwelling: { floor: 'keramik' } }))
  await city.seal(DECEMBER)
  expect(Object.keys(document(1).members)).toEqual([person(1, 1), person(1, 3)])
  expect(city.unzip(DECEMBER)['perubahan.csv']).not.toContain(person(1, 2))
})

test('[P5] the next list meets families and persons that were found on the way', async () => {
  settleCity(city)
  await city.seal(NOVEMBER)
  const families = city.database.query<{ household_id: string; family_id: string }>(
    'select household_id, family_id from known_family where kk = ?',
  )
  const persons = city.database.query<{ person_id: string }>(
    'select person_id from known_person where identity = ?',
  )
  expect(families.get('3273012304100002')).toEqual({ household_id: household(2), family_id: family(2) })
  expect(persons.get('3273015003800002')?.person_id).toBe(person(2, 1))
  expect(persons.get('3273012304100002/ANAK 2/2015-09-12')?.person_id).toBe(person(2, 2))
  // The household moved away: whoever comes with its number is not it.
  expect(families.get('3273012304100003')).toBeUndefined()
})

test('[P6] phones learn of the folded survey and of the household', async () => {
  settleCity(city)
  const feed = city.database.query<{ kind: string }>(
    'select kind from feed where id = ? and seq > ? order by seq',
  )
  const last = city.database.query<{ seq: number }>('select max(seq) as seq from feed').get()?.seq ?? 0
  const survey = city.survey(5, visited('selesai', listedDocument(5)))
  await city.seal(NOVEMBER)
  expect(feed.all(survey, last + 1)).toEqual([{ kind: 'survey' }])
  expect(feed.all(household(5), last)).toEqual([{ kind: 'household' }])
})

test('[P8] sealing a sealed period again changes nothing', async () => {
  settleCity(city)
  await city.seal(NOVEMBER)
  const before = { rows: city.dump(), bytes: city.packageBytes(NOVEMBER) }
  city.survey(5, visited('selesai', listedDocument(5)), 'submitted')
  city.setStatus(city.survey(5, visited('selesai', listedDocument(5)), 'submitted'), 'draft')
  const steps: SealStep[] = []
  const meanwhile = city.dump()
  await city.seal(NOVEMBER, { onStep: (step) => steps.push(step), at: '2026-12-24T00:00:00.000Z' })
  expect(steps).toEqual([])
  expect(city.dump()).toEqual(meanwhile)
  expect(city.packageBytes(NOVEMBER)).toEqual(before.bytes)
})

test('[P7] a seal that is killed after any step and resumed ends like an undisturbed one', async () => {
  settleCity(city, 2)
  const steps: SealStep[] = []
  await city.seal(NOVEMBER, { onStep: (step) => steps.push(step), maxTransactionMs: 0 })
  const undisturbed = { rows: city.dump(), bytes: city.packageBytes(NOVEMBER) }
  expect(steps.map(({ kind }) => kind)).toEqual([
    'cut-off',
    ...Array.from({ length: 6 }, () => 'folded'),
    ...Array.from({ length: 4 }, () => 'file'),
    'packaged',
    'sealed',
  ])
  for (let killAfter = 1; killAfter <= steps.length; killAfter += 1) {
    const other = createCity()
    settleCity(other, 2)
    let done = 0
    const onStep = () => {
      done += 1
      if (done === killAfter) throw new Error('stopped')
    }
    await expect(other.seal(NOVEMBER, { onStep, maxTransactionMs: 0 })).rejects.toThrow('stopped')
    await other.seal(NOVEMBER, { at: '2026-11-24T03:00:00.000Z' })
    expect(other.dump()).toEqual(undisturbed.rows)
    expect(other.packageBytes(NOVEMBER)).toEqual(undisturbed.bytes)
    other.end()
  }
})

function stop(at: SealStep['kind']) {
  return ({ kind }: SealStep) => {
    if (kind === at) throw new Error('stopped')
  }
}
