import { newId, surveyId } from '../server/platform/ids.ts'
import type { ChangeId, DeviceId, HouseholdId } from '../shared/ids.ts'
import { EMPTY_DOCUMENT } from '../shared/survey/document.ts'
import { FORM_VERSION } from '../shared/survey/form-version.ts'
import { withAnswers } from '../shared/survey/path.ts'
import type { Change } from '../shared/sync/change.ts'
import { patchBetween, type Patch } from '../shared/sync/patch.ts'
import { fillSurvey } from '../tests/support/fill-survey.ts'
import { listedHousehold } from '../tests/support/listed.ts'

/** Members beside the two of the list. */
const MORE_MEMBERS = 1

const NAME = 'Warga Contoh'

/**
 * Whole surveys of households of three that are on no list, as a device sends them: each answers all that the
 * current questionnaire asks, about 9 KB of JSON.
 */
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
    form: FORM_VERSION,
    at: '2026-11-23T10:00:00+07:00',
  }
}

// Filled in once, because finding out what is asked takes longer than the server takes for a change.
const wholeSurvey = JSON.stringify(wholePatch())
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The whole survey with ids and names of its own. */
function surveyPatch(seq: number): Patch {
  const fresh = new Map<string, string>()
  const text = wholeSurvey
    .replace(IDS, (id) => fresh.get(id) ?? fresh.set(id, newId()).get(id) ?? id)
    .replaceAll(NAME, `Warga ${seq}`)
  return JSON.parse(text) as Patch
}

function wholePatch(): Patch {
  const { known } = listedHousehold(NAME)
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
  return patchBetween(EMPTY_DOCUMENT, fillSurvey(withAnswers(known, more.flat())))
}
