import { afterEach, beforeEach, expect, test } from 'vitest'
import { reviewDetailSchema } from '../../shared/api/reviews.ts'
import type { SurveyId } from '../../shared/ids.ts'
import type { ReviewCommand } from '../../shared/review/command.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'
import { newId } from '../../server/platform/ids.ts'
import { completePatch, step } from '../support/answers.ts'
import type { Browser } from '../support/browser-session.ts'
import { field, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { Phone } from '../support/phone.ts'

let town: Field
let rina: Phone
let asep: Phone
let supervisor: Browser
let aminah: HouseholdRecord
let survey: SurveyId

beforeEach(async () => {
  town = field()
  for (const name of ['rina', 'asep']) await town.account(name, 'enumerator')
  await town.account('pengawas', 'supervisor')
  aminah = listedHousehold('Aminah')
  town.publish([aminah])
  rina = await town.phone('rina')
  asep = await town.phone('asep')
  supervisor = await town.browser('pengawas')
  const change = rina.change(aminah.id, completePatch(aminah.known), { command: { kind: 'submit' } })
  survey = change.survey
  await rina.sync(change)
})
afterEach(() => town.end())

type Row = { change_id: string; base: number; version: number; paths: string; other_paths: string }
const rows = () =>
  town.server.database
    .query<Row>('select change_id, base, version, paths, other_paths from overlap order by version')
    .all()

const detail = async () =>
  reviewDetailSchema.parse(await (await supervisor.get(`/api/reviews/${survey}`)).json())

async function give(command: ReviewCommand): Promise<number> {
  const { version } = (await detail()).survey
  return (await supervisor.post(`/api/reviews/${survey}/commands`, { id: newId(), version, command })).status
}

/** Sends an answer that was made on a version. */
const answers = (phone: Phone, base: number, patch: Patch) =>
  phone.sync(phone.change(aminah.id, patch, { base }))

const WISH = step('economy/wishes', null, 'Modal')

test('[M8] what two people answered without knowing of each other is kept beside the survey, and shown in its review', async () => {
  const change = asep.change(aminah.id, WISH, { base: 0 })
  await asep.sync(change)
  const [row] = rows()
  expect(row).toMatchObject({ change_id: change.id, base: 0, version: 2, paths: '["economy/wishes"]' })
  expect(JSON.parse(row?.other_paths ?? '')).toContain('dwelling/floor')
  const { overlaps, conflicts } = await detail()
  expect(conflicts).toEqual([])
  expect(overlaps).toMatchObject([{ sides: [{ by: 'asep', paths: ['economy/wishes'] }, { by: 'rina' }] }])
})

test('[M8] who had seen the other’s answers overlaps with nobody, and neither does one person with two phones', async () => {
  await answers(asep, 1, WISH)
  const second = await town.phone('rina')
  // Of Asep's answer it knew, of the other phone's it did not.
  const change = second.change(aminah.id, step('dwelling/roof', 'genteng', 'seng'), { base: 2 })
  await second.sync(change)
  await answers(rina, 2, step('dwelling/wall', 'tembok', 'bambu'))
  expect(rows()).toEqual([])
})

test('[M8] answers to the same question agree or conflict', async () => {
  await answers(asep, 0, step('dwelling/floor', null, 'tanah'))
  await answers(asep, 0, step('dwelling/floor', null, 'keramik'))
  expect(rows()).toEqual([])
  expect((await detail()).conflicts).toHaveLength(1)
})

test('[S3][M8] a change that is sent again leaves its overlap once', async () => {
  const change = asep.change(aminah.id, WISH)
  await asep.sync(change)
  await asep.sync(change)
  expect(rows()).toHaveLength(1)
})

test('[M8] a change that is released from quarantine overlaps in its author’s name', async () => {
  await town.account('jauh', 'enumerator', '099')
  const far = await town.phone('jauh')
  await far.sync(far.change(aminah.id, WISH))
  expect(rows()).toEqual([])
  const held = town.server.database.query<{ id: number }>('select id from quarantine').get()
  const act = { kind: 'release', reason: 'asked' }
  expect((await supervisor.post(`/api/quarantine/${held?.id}/acts`, act)).status).toBe(200)
  expect((await detail()).overlaps).toMatchObject([{ sides: [{ by: 'jauh' }, { by: 'rina' }] }])
})

test('[M9] an approval has seen the overlaps; taken back, it has not; later ones are new', async () => {
  await answers(asep, 0, WISH)
  expect(await give({ kind: 'approve' })).toBe(200)
  expect((await detail()).overlaps).toEqual([])
  expect(await give({ kind: 'reopen' })).toBe(200)
  expect((await detail()).overlaps).toHaveLength(1)
  expect(await give({ kind: 'approve' })).toBe(200)
  await answers(rina, 1, step('dwelling/roof', 'genteng', 'seng'))
  const { overlaps, survey: reviewed } = await detail()
  expect(reviewed.status).toBe('in-review')
  expect(overlaps).toMatchObject([
    {
      sides: [
        { by: 'rina', paths: ['dwelling/roof'] },
        { by: 'asep', paths: ['economy/wishes'] },
      ],
    },
  ])
})
