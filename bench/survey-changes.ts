import { newId, surveyId } from '../server/platform/ids.ts'
import type { ChangeId, DeviceId, HouseholdId } from '../shared/ids.ts'
import type { Change } from '../shared/sync/change.ts'
import type { Patch } from '../shared/sync/patch.ts'
import { withAnswers } from '../shared/survey/path.ts'
import { completePatch } from '../tests/support/answers.ts'
import { listedHousehold } from '../tests/support/listed.ts'

/** Members beside the two of the list: a household of three makes a change of about 3 KB. */
const MORE_MEMBERS = 1

/** Whole surveys of households that are on no list, as a device sends them, each about 3 KB of JSON. */
export function surveyChanges(device: DeviceId, firstSeq: number, count: number): Change[] {
  return Array.from({ length: count }, (_, index) => surveyChange(device, firstSeq + index))
}

function surveyChange(device: DeviceId, seq: number): Change {
  const household = newId<HouseholdId>()
  return {
    id: newId<ChangeId>(),
    device,
    seq,
    previous: null,
    survey: surveyId(household, 0),
    household,
    registerVersion: 0,
    base: 0,
    scope: 1,
    patch: surveyPatch(seq),
    command: { kind: 'submit' },
    form: 1,
    at: '2026-11-23T10:00:00+07:00',
  }
}

function surveyPatch(seq: number): Patch {
  const { known } = listedHousehold(`Warga ${seq}`)
  const family = Object.keys(known.families)[0] ?? ''
  const more = Array.from({ length: MORE_MEMBERS }, (_, index) => {
    const member = `members/${newId()}`
    const nik = `32730112091600${String(10 + index)}`
    return Object.entries({
      order: index + 3,
      family,
      name: `Anak Warga ${index}`,
      nik,
      birthDate: '2016-09-12',
      sex: 'L',
      relationship: 'anak',
    }).map(([field, answer]) => [`${member}/${field}`, answer] as const)
  })
  return completePatch(withAnswers(known, more.flat()))
}
