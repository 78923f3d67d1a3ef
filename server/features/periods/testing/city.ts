import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { openDatabase, type Database } from '../../../database/database.ts'
import { surveyId } from '../../../platform/ids.ts'
import { createFeed } from '../../../records/feed.ts'
import { createHouseholdStore } from '../../../records/household-store.ts'
import { createSurveyStore, type StoredSurvey } from '../../../records/survey-store.ts'
import type { AccountId, HouseholdId, SurveyId } from '../../../../shared/ids.ts'
import type { PeriodId } from '../../../../shared/period.ts'
import type { KelurahanCode } from '../../../../shared/population/area.ts'
import type { SurveyStatus } from '../../../../shared/review/status.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../../shared/survey/document.ts'
import { packageName } from '../package/write-package.ts'
import { sealPeriod, type SealJob } from '../seal.ts'

export const NOVEMBER = '2026-11' as PeriodId
export const DECEMBER = '2026-12' as PeriodId
export const ADMIN = id('a', 1) as AccountId
export const NOW = new Date('2026-11-23T03:00:00Z')
const AREA = { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' }

/** Ids that are the same in each run: equal cities must give equal bytes. */
function id(kind: string, number: number): string {
  return `${kind.repeat(8)}-0000-7000-8000-${String(number).padStart(12, '0')}`
}

export function household(number: number): HouseholdId {
  return id('b', number) as HouseholdId
}

/** Of a household's person. */
export function person(householdNumber: number, number: number): string {
  return id('c', householdNumber * 100 + number)
}

export function family(householdNumber: number): string {
  return id('d', householdNumber)
}

/** A household as the list knows it: a head and a child of one family. */
export function listedDocument(number: number): SurveyDocument {
  const digits = String(number).padStart(4, '0')
  return {
    ...EMPTY_DOCUMENT,
    location: { ...AREA, address: `Gg. Mawar ${number}` },
    families: { [family(number)]: { order: 1, kk: `327301230410${digits}` } },
    members: {
      [person(number, 1)]: {
        order: 1,
        family: family(number),
        name: `Ibu ${number}`,
        nik: `327301500380${digits}`,
        birthDate: '1980-03-10',
        sex: 'P',
        relationship: 'kepala',
      },
      [person(number, 2)]: {
        order: 2,
        family: family(number),
        name: `Anak ${number}`,
        birthDate: '2015-09-12',
        relationship: 'anak',
      },
    },
  }
}

/** Answers of a visit. */
export function visited(result: string, document: Partial<SurveyDocument> = {}): SurveyDocument {
  const visit = { order: 1, result, at: '2026-11-10T09:00:00+07:00' }
  return { ...EMPTY_DOCUMENT, ...document, visits: { [id('e', 1)]: visit } }
}

export type City = {
  readonly database: Database
  readonly databasePath: string
  /** directory of the packages */
  readonly packages: string
  /** Publishes a list of households with these numbers; the later one counts. */
  readonly publish: (asOf: string, numbers: readonly number[]) => void
  /** Saves a survey against the household's newest register row, in a status; gives its id. */
  readonly survey: (
    number: number,
    document: SurveyDocument,
    status?: SurveyStatus,
    registerVersion?: number,
  ) => SurveyId
  readonly setStatus: (survey: SurveyId, status: SurveyStatus) => void
  readonly seal: (
    period: PeriodId,
    options?: Parameters<typeof sealPeriod>[2] & { at?: string },
  ) => Promise<void>
  readonly job: (period: PeriodId, at?: string) => SealJob
  readonly packageBytes: (period: PeriodId) => Buffer
  /** Files of a package, as text. */
  readonly unzip: (period: PeriodId) => Record<string, string>
  /** All rows of all tables that a seal writes, and the audit log's actions. */
  readonly dump: () => unknown
  readonly end: () => void
}

/** A city on a real SQLite file in a folder of its own. */
export function createCity(): City {
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-period-'))
  const databasePath = join(directory, 'city.sqlite')
  const packages = join(directory, 'packages')
  const database = openDatabase(databasePath, () => NOW)
  const surveys = createSurveyStore(database, createFeed(database))
  const households = createHouseholdStore(database)
  const insertAccount = database.command(
    `insert into account (id, username, name, role, password_hash, created_at)
     values (?, 'admin', 'Admin Kota', 'city-admin', '', '')`,
  )
  const insertChange = database.command(
    `insert into change (id, device_id, account_id, survey_id, received_at, hash, result, body)
     values ((select 'change-' || count(*) from change), 'uji', ?, ?, '', '', '', '')`,
  )
  const insertSnapshot = database.command(
    `insert into snapshot (id, format, file_name, sha256, as_of, state, published_seq, bytes, started_by, started_at)
     values (?1, 'dtks-dump-17', 'uji.csv', ?1, ?2, 'published', (select count(*) from snapshot), 0, 'uji', '')`,
  )
  const insertListed = database.command(
    `insert into listed_household (snapshot_id, household_id, stream, position, document, protected)
     values (?, ?, '32.73.01.1001/005', ?, ?, '{}')`,
  )
  database.write((tx) => insertAccount(tx, ADMIN))

  const save = (survey: StoredSurvey) =>
    database.write((tx) => {
      const { lastId } = insertChange(tx, ADMIN, survey.id)
      surveys.save(tx, { ...survey, approvedSeq: survey.status === 'approved' ? lastId : null })
    })
  const job: City['job'] = (period, at = NOW.toISOString()) => ({
    period,
    at,
    account: ADMIN,
    device: 'uji',
    directory: packages,
  })
  const packageBytes: City['packageBytes'] = (period) => readFileSync(join(packages, packageName(period)))
  return {
    database,
    databasePath,
    packages,
    job,
    packageBytes,
    publish: (asOf, numbers) =>
      database.write((tx) => {
        insertSnapshot(tx, `list-${asOf}`, asOf)
        for (const [position, number] of numbers.entries()) {
          const document = JSON.stringify(listedDocument(number))
          insertListed(tx, `list-${asOf}`, household(number), position, document)
        }
      }),
    survey: (
      number,
      document,
      status = 'approved',
      version = households.known(household(number))?.registerVersion ?? 0,
    ) => {
      const survey = surveyId(household(number), version)
      save({
        id: survey,
        household: household(number),
        registerVersion: version,
        area: AREA,
        version: 1,
        status,
        document,
        late: false,
        review: null,
        form: 1,
        author: ADMIN,
        openConflicts: 0,
        approvedSeq: null,
        name: '',
      })
      return survey
    },
    setStatus: (survey, status) => {
      const found = surveys.find(survey)
      if (!found) throw new Error('no such survey')
      save({ ...found, status, version: found.version + 1 })
    },
    seal: (period, { at, ...options } = {}) => sealPeriod(database, job(period, at), options),
    unzip: (period) =>
      Object.fromEntries(
        Object.entries(unzipSync(packageBytes(period))).map(([name, bytes]) => [name, strFromU8(bytes)]),
      ),
    dump: () =>
      [
        'select * from period',
        'select * from register_household order by household_id, version',
        'select * from register_change order by period_id, household_id',
        'select * from known_family order by kk',
        'select * from known_person order by identity',
        'select * from survey order by id',
        'select stream, kind, id from feed order by seq',
        'select action, subject from audit order by seq',
      ].map((sql) => database.query(sql).all()),
    end: () => {
      database.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/**
 * Households of every fate, before their first seal: 1 confirmed with changes, 2 found on the way, 3 moved, 4 refused,
 * 5 not visited, 6 returned to the enumerator, the rest confirmed as listed.
 */
export function settleCity(city: City, confirmed = 6): void {
  const rest = Array.from({ length: confirmed }, (_, index) => 10 + index)
  city.publish('2026-10-31', [1, 3, 4, 5, 6, ...rest])
  const one = listedDocument(1)
  city.survey(
    1,
    visited('selesai', {
      ...one,
      dwelling: { floor: 'tanah', roof: 'seng', powerSource: 'pln_meteran', powerWatt: '900' },
      members: {
        ...one.members,
        [person(1, 2)]: { removed: 'meninggal' },
        [person(1, 3)]: {
          order: 3,
          family: family(1),
          name: '=HYPERLINK("http://x")',
          nikMissing: 'belum_punya',
        },
      },
      problems: {
        [id('f', 1)]: {
          order: 1,
          subject: `member:${person(1, 1)}`,
          code: 'ppks.prse',
          severity: 'berat',
          since: '2025-01',
          needs: ['perlindungan', 'jaminan'],
          note: 'CATATAN RAHASIA',
        },
        [id('f', 2)]: { order: 2, subject: 'household', code: 'ppks.kbsp', severity: 'berat' },
      },
    }),
  )
  city.survey(2, visited('selesai', listedDocument(2)))
  city.survey(3, visited('pindah'))
  city.survey(4, visited('menolak'))
  city.survey(6, visited('selesai', listedDocument(6)), 'returned')
  for (const number of rest) city.survey(number, visited('selesai', listedDocument(number)))
}
