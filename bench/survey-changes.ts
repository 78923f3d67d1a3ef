import canonicalize from 'canonicalize'
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

/** How much a change holds: a whole survey with its submission, or what was answered so far. */
export type Extent = 'whole' | 'draft'

/**
 * Changes that begin surveys of households of three on no list, as a device sends them: `whole` answers all that the
 * current questionnaire asks, about 9 KB of JSON; `draft` what the visit, the house and the economy ask, about 3 KB.
 */
export function surveyChanges(
  device: DeviceId,
  firstSeq: number,
  count: number,
  extent: Extent = 'whole',
): Change[] {
  return Array.from({ length: count }, (_, index) => surveyChange(device, firstSeq + index, extent))
}

function surveyChange(device: DeviceId, seq: number, extent: Extent): Change {
  const household = newId<HouseholdId>()
  return inOrder({
    id: newId<ChangeId>(),
    device,
    seq,
    previous: null,
    survey: surveyId(household, 0),
    household,
    registerVersion: 0,
    base: 0,
    scope: 1,
    patch: surveyPatch(seq, extent),
    ...(extent === 'whole' && { command: { kind: 'submit' as const } }),
    form: FORM_VERSION,
    at: '2026-11-23T10:00:00+07:00',
  })
}

/** Phones send what they have hashed: canonical JSON. */
function inOrder<Value>(value: Value): Value {
  return JSON.parse(canonicalize(value) ?? '') as Value
}

// Filled in once, because finding out what is asked takes longer than the server takes for a change.
const patches: Record<Extent, string> = {
  whole: JSON.stringify(wholePatch()),
  draft: JSON.stringify(draftOf(wholePatch())),
}
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The whole survey with ids and names of its own. */
function surveyPatch(seq: number, extent: Extent): Patch {
  const fresh = new Map<string, string>()
  const text = patches[extent]
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

/** When the first person of the house has been named. */
function draftOf(patch: Patch): Patch {
  const paths = Object.keys(patch).filter((path) => !/^(members|problems)\//.test(path))
  const [first = ''] = Object.keys(patch).filter((path) => path.startsWith('members/'))
  const named = ['birthDate', 'family', 'name', 'nik', 'nikMissing', 'order', 'relationship', 'sex'].map(
    (field) => `members/${first.split('/')[1]}/${field}`,
  )
  return Object.fromEntries(
    [...paths, ...named].flatMap((path) => (patch[path] ? [[path, patch[path]] as const] : [])),
  )
}
