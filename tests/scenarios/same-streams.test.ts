import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPeriodStore } from '../../server/features/periods/period-store.ts'
import { sealPeriod } from '../../server/features/periods/seal.ts'
import { createFeed } from '../../server/records/feed.ts'
import { createSurveyStore } from '../../server/records/survey-store.ts'
import type { HouseholdId, SurveyId } from '../../shared/ids.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { openAppPhone, type AppPhone } from '../support/app-phone.ts'
import { field, KELURAHAN, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'

const RW = ['005', '006', '007'] as const

type Step =
  /** a list: of each household, in which RW it stands now, null for left out */
  | { readonly kind: 'list'; readonly places: readonly (0 | 1 | 2 | null)[] }
  | { readonly kind: 'visit'; readonly phone: number; readonly household: number; readonly answer: Visit }
  | { readonly kind: 'add'; readonly phone: number; readonly rw: number }
  | { readonly kind: 'sync'; readonly phone: number }
  /** everything that was received is approved, and the month sealed */
  | { readonly kind: 'seal' }

type Visit = 'floor' | 'moved-away' | 'other-rw'

const HOUSEHOLDS = 4
const PHONES = ['rina', 'asep', 'siti'] as const

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('list' as const),
      places: fc.array(fc.constantFrom(0, 1, 2, null), { minLength: HOUSEHOLDS, maxLength: HOUSEHOLDS }),
    }),
    fc.record({
      kind: fc.constant('visit' as const),
      phone: fc.nat(PHONES.length - 1),
      household: fc.nat(HOUSEHOLDS - 1),
      answer: fc.constantFrom<Visit>('floor', 'floor', 'moved-away', 'other-rw'),
    }),
    fc.record({ kind: fc.constant('add' as const), phone: fc.nat(1), rw: fc.nat(1) }),
    fc.record({ kind: fc.constant('sync' as const), phone: fc.nat(PHONES.length - 1) }),
    fc.constant({ kind: 'seal' as const }),
  ),
  { minLength: 5, maxLength: 25 },
)

/** Three phones: one of the kelurahan, one of two RW, one of one. */
async function openTown() {
  const town = field()
  await town.account('rina', 'enumerator')
  const asep = await town.account('asep', 'enumerator', '005')
  await town.account('siti', 'enumerator', '006')
  town.server.database.write((tx) =>
    town.server.scopes.give(tx, { account: asep, kelurahan: KELURAHAN, rw: '006' }, asep),
  )
  const site = { request: (path: string, init: RequestInit) => town.server.app.request(path, init) }
  const phones = await Promise.all(PHONES.map((name) => openAppPhone(site, name, PASSWORD)))
  const households = Array.from({ length: HOUSEHOLDS }, (_, index) => listedHousehold(`Warga ${index}`))
  return { town, site, phones, households }
}

async function take(
  step: Step,
  { town, phones, households }: Awaited<ReturnType<typeof openTown>>,
  number: number,
): Promise<void> {
  switch (step.kind) {
    case 'list': {
      const listed = households.flatMap((household, index) => placed(household, step.places[index] ?? null))
      return town.publish(listed, `2026-11-${String(number + 1).padStart(2, '0')}`)
    }
    case 'visit':
      return visit(phones[step.phone], households[step.household]?.id, step.answer)
    case 'add': {
      const area = { kelurahan: KELURAHAN, rw: RW[step.rw] ?? '005', rt: '003' }
      await phones[step.phone]?.fieldWork.addHousehold(area, 'Gg. Kenanga 8')
      return
    }
    case 'sync':
      return phones[step.phone]?.engine.sync()
    case 'seal':
      return seal(town)
  }
}

function placed(household: HouseholdRecord, place: number | null): HouseholdRecord[] {
  const rw = place === null ? undefined : RW[place]
  if (rw === undefined) return []
  return [
    {
      ...household,
      area: { ...household.area, rw },
      known: { ...household.known, location: { ...household.known.location, rw } },
    },
  ]
}

async function visit(phone: AppPhone | undefined, household: HouseholdId | undefined, answer: Visit) {
  if (!phone || !household || !phone.card(household)) return
  const result = answer === 'moved-away' ? 'pindah' : 'selesai'
  const at = { path: `visits/${phone.fieldWork.newEntryId()}/result`, to: result }
  const edits =
    answer === 'other-rw'
      ? [at, { path: 'location/rw', to: '007' }]
      : [at, { path: 'dwelling/floor', to: 'tanah' }]
  await phone.fieldWork.answer(household, edits)
}

async function seal({ server, directory, clock }: Field): Promise<void> {
  const { database } = server
  const surveys = createSurveyStore(database, createFeed(database))
  const open = database.query<{ id: SurveyId }>(`select id from survey where status <> 'folded'`)
  database.write((tx) => {
    for (const { id } of open.all()) {
      const survey = surveys.find(id)
      if (survey)
        surveys.save(tx, { ...survey, status: 'approved', approvedSeq: 0, version: survey.version + 1 })
    }
  })
  const period = createPeriodStore(database).open(clock.now).id
  const at = clock.now.toISOString()
  await sealPeriod(database, {
    period,
    account: 'uji',
    device: 'uji',
    at,
    directory: join(directory, 'packages'),
  })
}

/** Households and open surveys that a phone holds, apart from some. */
async function heldBy(phone: AppPhone, apart: ReadonlySet<string>) {
  const surveys = await phone.records.all('surveys')
  return {
    households: [...phone.fieldWork.households.value.keys()].filter((id) => !apart.has(id)).sort(),
    surveys: surveys
      .filter(({ body }) => body.record.status !== 'folded')
      .map(({ id, body }) => `${id}/${body.record.version}`)
      .sort(),
  }
}

test('[N4][N8] whatever lists, visits and seals bring, phones hold what one that comes new does, and none has to heal', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const here = await openTown()
      const { town, site, phones } = here
      try {
        for (const [number, step] of script.entries()) await take(step, here, number)
        for (let round = 0; round < 3; round += 1) for (const phone of phones) await phone.engine.sync()
        const heals = town.server.database.query(`select area from audit where action = 'sync.heal'`).all()
        expect(heals).toEqual([])
        for (const [index, phone] of phones.entries()) {
          expect(phone.engine.state.value.kind).toBe('up-to-date')
          const last = phone.sent.at(-1)
          expect(last?.digest !== undefined).toBe(Object.keys(last?.cursors ?? {}).length > 0)
          const fresh = await openAppPhone(site, PHONES[index] ?? '', PASSWORD)
          await fresh.engine.sync()
          await fresh.engine.sync()
          // What the server holds in quarantine keeps its household on the phone that made it.
          const quarantined = new Set<string>(phone.fieldWork.outbox.value.map(({ household }) => household))
          expect(await heldBy(phone, quarantined)).toEqual(await heldBy(fresh, quarantined))
          fresh.close()
        }
        expect(town.server.database.query(`select area from audit where action = 'sync.heal'`).all()).toEqual(
          [],
        )
      } finally {
        for (const phone of phones) phone.close()
        await town.end()
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12), seed: Number(process.env['SEED'] ?? 1) },
  )
}, 900_000)
