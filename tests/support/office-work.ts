import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeList } from '../../server/demo/generate/generate-list.ts'
import { newId } from '../../server/platform/ids.ts'
import { importSchema } from '../../shared/api/imports.ts'
import type { DeviceId, HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { ReviewCommand } from '../../shared/review/command.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../shared/survey/document.ts'
import { patchBetween, type Patch } from '../../shared/sync/patch.ts'
import { step } from './answers.ts'
import { fillSurvey } from './fill-survey.ts'
import { signIn, siteOf, type Browser } from './browser-session.ts'
import { createPhone, type Phone } from './phone.ts'
import type { ServerProcess } from './server-process.ts'

/** An office in the middle of its work: one household and survey in each state that has a screen of its own. */
export type OfficeWork = {
  /** of everybody in the enumerator's area */
  readonly names: readonly string[]
  readonly households: Readonly<Record<State, HouseholdId>>
  readonly surveys: Readonly<Record<State, SurveyId>>
  /** a list of which some rows were rejected */
  readonly import: string
}

const STATES = ['approved', 'returned', 'rejected', 'submitted', 'conflict'] as const
type State = (typeof STATES)[number]

const PASSWORD = 'demo-bandung'
/** Where the demo's enumerator works, and where nobody does yet. */
const LISTED = ['32.73.01.1001', '32.73.02.1001']
const SUBMIT = { command: { kind: 'submit' } } as const

/** Fills a server with the demo by way of its API. */
export async function officeWork(server: ServerProcess): Promise<OfficeWork> {
  // A list replaces the one before: what the phones see comes from this one.
  const dirtyList = await importDirtyList(server)
  const [rina, other] = [await phoneOf(server, 'rina'), await phoneOf(server, 'rina')]
  const records = rina.news.flatMap((item) => (item.kind === 'household' ? [item.household] : []))
  const changes = Object.fromEntries(
    STATES.map((state, index) => {
      const { id, known } = at(records, index)
      return [state, rina.change(id, wholeSurvey(known), SUBMIT)]
    }),
  ) as Record<State, Change>
  await rina.sync(...STATES.map((state) => changes[state]))
  await other.sync(other.change(changes.conflict.household, step('dwelling/floor', null, 'keramik')))
  await review(server, changes)
  return {
    names: records.flatMap(({ known }) =>
      Object.values(known.members).flatMap(({ name }) => (name === undefined ? [] : [name])),
    ),
    households: each(changes, ({ household }) => household),
    surveys: each(changes, ({ survey }) => survey),
    import: dirtyList,
  }
}

/** A whole visit of a poor household, with answers of every kind; some of them were not said. */
function wholeSurvey(known: SurveyDocument): Patch {
  const [head = ''] = Object.keys(known.members)
  const survey = fillSurvey(known, {
    'dwelling/floor': 'tanah',
    'dwelling/toilet': 'mck_umum',
    'economy/spending': 1_450_000,
    'economy/foodSpending': 'tidak_tahu',
    'economy/hunger': 'ya',
    'economy/debts': ['warung', 'rentenir'],
    'economy/debtAmount': 2_750_000,
    [`members/${head}/illnesses`]: ['hipertensi', 'asma'],
    [`members/${head}/seeing`]: 'banyak',
  })
  const problem = { order: 1, subject: 'household', code: 'kota.kebutuhan_pangan', rule: 'hunger' }
  return patchBetween(EMPTY_DOCUMENT, {
    ...survey,
    economy: { ...survey.economy, wishes: 'Modal untuk warung kecil di depan rumah.' },
    notice: { ...survey.notice, signature: SIGNATURE },
    problems: {
      [newId()]: { ...problem, severity: 'sedang', evidence: ['diceritakan'], needs: ['jaminan'] },
    },
  })
}

const SIGNATURE = 'M40 200L120 60L180 190L260 90L340 170L480 120'

async function phoneOf(server: ServerProcess, username: string): Promise<Phone> {
  const device = newId<DeviceId>()
  const phone = createPhone(await browserOf(server, username, device), device)
  for (let remaining = 1; remaining > 0;) remaining = (await phone.sync()).remaining
  return phone
}

function browserOf(server: ServerProcess, username: string, device = newId<DeviceId>()): Promise<Browser> {
  return signIn(siteOf(server), username, PASSWORD, device)
}

async function review(server: ServerProcess, changes: Readonly<Record<State, Change>>): Promise<void> {
  const supervisor = await browserOf(server, 'pengawas')
  const commands: readonly (readonly [State, ReviewCommand])[] = [
    ['approved', { kind: 'approve' }],
    ['returned', { kind: 'return', reason: 'Alamat belum jelas. Tambahkan nomor atau patokan.' }],
    ['rejected', { kind: 'reject', reason: 'Di luar wilayah pendataan.' }],
  ]
  for (const [state, command] of commands) {
    const path = `/api/reviews/${changes[state].survey}/commands`
    const reply = await supervisor.post(path, { id: newId(), version: 1, command })
    if (!reply.ok) throw new Error(`${command.kind}: ${await reply.text()}`)
  }
}

/** @returns id of the import, once it is published */
async function importDirtyList(server: ServerProcess): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-list-'))
  try {
    const path = join(directory, 'daftar.csv')
    await writeList({ households: 120, seed: 9, dirty: 0.2, kelurahan: LISTED }, createWriteStream(path))
    const admin = await browserOf(server, 'admin')
    const begun = await admin.post(
      '/api/imports?name=daftar.csv&asOf=2025-10-31',
      new Blob([readFileSync(path)]),
    )
    const { id } = importSchema.parse(await begun.json())
    for (;;) {
      const { state } = importSchema.parse(await (await admin.get(`/api/imports/${id}`)).json())
      if (state === 'published') return id
      if (state === 'failed') throw new Error('the list could not be imported')
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function each<Result>(
  changes: Readonly<Record<State, Change>>,
  take: (change: Change) => Result,
): Record<State, Result> {
  return Object.fromEntries(STATES.map((state) => [state, take(changes[state])])) as Record<State, Result>
}

function at(records: readonly HouseholdRecord[], index: number): HouseholdRecord {
  const record = records[index]
  if (!record) throw new Error('the demo has too few households')
  return record
}
