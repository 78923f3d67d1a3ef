import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldListSchema, type HeldAct } from '../../shared/api/quarantine.ts'
import type { Change } from '../../shared/sync/change.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { ChangeResult } from '../../shared/sync/protocol.ts'
import { surveyId } from '../../server/platform/ids.ts'
import { field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'

/** What happens, in any order. `of`: which of the two households. */
type Event =
  | { readonly kind: 'edit' | 'wrong' | 'release' | 'aside'; readonly of: 0 | 1 }
  | { readonly kind: 'area' | 'again' }

const household = fc.constantFrom(0 as const, 1 as const)
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), of: household }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wrong' as const), of: household }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('release' as const, 'aside' as const), of: household }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('area' as const, 'again' as const) }) },
  ),
  { minLength: 1, maxLength: 25 },
)

/** Each edit goes on from the last, so that their order shows in the answer. */
const noteOf = (last: number): Patch => ({
  'dwelling/floorArea': { from: last === 0 ? null : last, to: last + 1 },
})
const WRONG: Patch = { 'dwelling/colour': { from: null, to: 'merah' } }

test('[Q2][Q3][Q4][Q8] whatever is held, released, set aside, repeated or made later: each change is applied once and in order, or kept', async () => {
  const town = field()
  const rina = await town.account('rina', 'enumerator', '006')
  await town.account('pengawas', 'supervisor', '005')
  const supervisor = await town.browser('pengawas')
  const { database, scopes } = town.server
  const query = (sql: string) => database.query<{ change_id: string | null; act: string | null }>(sql)
  const applied = database.query<{ id: string; survey_id: string }>(
    'select id, survey_id from change order by seq',
  )
  const kept = query('select change_id, act from quarantine')

  const held = async () => heldListSchema.parse(await (await supervisor.get('/api/quarantine')).json()).held

  await fc.assert(
    fc.asyncProperty(events, async (run) => {
      const households = [listedHousehold('Aminah'), listedHousehold('Dedi')] as const
      town.publish(households, '2026-11-01')
      const phone = await town.phone('rina')
      const made: { readonly change: Change; readonly isWrong: boolean }[] = []
      const counts: [number, number] = [0, 0]
      const answers = new Map<string, ChangeResult>()

      const send = async (...changes: readonly Change[]) => {
        const reply = await phone.sync(...changes)
        for (const [index, change] of changes.entries()) {
          const result = reply.results[index]
          if (result) answers.set(change.id, result)
        }
      }
      const decide = async (of: 0 | 1, act: HeldAct) => {
        const survey = surveyId(households[of].id, 0)
        const one = (await held()).find((each) => each.survey === survey)
        if (one) await supervisor.post(`/api/quarantine/${one.id}/acts`, act)
      }
      for (const event of run) {
        switch (event.kind) {
          case 'edit': {
            const change = phone.change(households[event.of].id, noteOf(counts[event.of]))
            counts[event.of] += 1
            made.push({ change, isWrong: false })
            await send(change)
            break
          }
          case 'wrong': {
            const change = phone.change(households[event.of].id, WRONG)
            made.push({ change, isWrong: true })
            await send(change)
            break
          }
          case 'release':
            await decide(event.of, { kind: 'release', reason: 'area' })
            break
          case 'aside':
            await decide(event.of, { kind: 'aside', reason: 'redone' })
            break
          case 'area': {
            const holding = scopes.assignments().find((each) => each.account === rina && each.rw === '005')
            database.write((tx) =>
              holding
                ? scopes.take(tx, holding.id)
                : scopes.give(
                    tx,
                    { account: rina, kelurahan: households[0].area.kelurahan, rw: '005' },
                    rina,
                  ),
            )
            await phone.sync()
            break
          }
          case 'again':
            if (made.length > 0) await send(...made.map(({ change }) => change))
        }
      }
      // In the end all that can be released is, and what cannot is set aside.
      for (const each of [0, 1] as const) {
        for (let left = made.length; left >= 0; left--) {
          await decide(each, { kind: 'release', reason: 'asked' })
          await decide(each, { kind: 'aside', reason: 'redone' })
        }
      }
      if (made.length > 0) await send(...made.map(({ change }) => change))

      const log = applied.all().map(({ id }) => id)
      const aside = new Set(kept.all().flatMap((row) => (row.act === 'aside' ? [row.change_id] : [])))
      for (const { change, isWrong } of made) {
        expect(log.filter((id) => id === change.id)).toHaveLength(isWrong ? 0 : 1)
        expect(aside.has(change.id)).toBe(isWrong)
        expect(answers.get(change.id)?.outcome).toBe(isWrong ? 'quarantined' : 'applied')
      }
      for (const [index, { id: home }] of households.entries()) {
        const own = made.filter(({ change, isWrong }) => change.household === home && !isWrong)
        const order = applied
          .all()
          .flatMap(({ id, survey_id }) => (survey_id === surveyId(home, 0) ? [id] : []))
        expect(order).toEqual(own.map(({ change }) => change.id))
        if (own.length === 0) continue
        const document = database
          .query<{ document: string; conflicts: number }>(
            'select document, conflicts from survey where id = ?',
          )
          .get(surveyId(home, 0))
        expect(document?.conflicts).toBe(0)
        expect(JSON.parse(document?.document ?? '{}').dwelling.floorArea).toBe(counts[index as 0 | 1])
      }
    }),
    { numRuns: 40 },
  )
  expect(town.server.audit.firstBroken()).toBeNull()
  await town.end()
}, 120_000)
