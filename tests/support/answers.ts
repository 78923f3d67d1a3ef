import type { SurveyDocument } from '../../shared/survey/document.ts'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import { withAnswers } from '../../shared/survey/path.ts'
import { patchBetween, type Patch } from '../../shared/sync/patch.ts'

const VISIT = '01900000-0000-7000-8000-0000000000a1'

const DWELLING = {
  tenure: 'kontrak_sewa',
  floor: 'tanah',
  wall: 'tembok',
  roof: 'genteng',
  water: 'leding',
  toilet: 'bersama',
  powerSource: 'pln_meteran',
  powerWatt: '450',
}

/** Answers of a whole visit that confirms what is known and fills the rest. */
export function completeSurvey(known: SurveyDocument): SurveyDocument {
  return {
    ...EMPTY_DOCUMENT,
    location: known.location,
    families: known.families,
    members: known.members,
    dwelling: DWELLING,
    visits: { [VISIT]: { order: 1, at: '2026-11-23T10:00:00+07:00', result: 'selesai' } },
  }
}

/** The patch that begins a survey with a whole visit. */
export function completePatch(known: SurveyDocument): Patch {
  return patchBetween(EMPTY_DOCUMENT, completeSurvey(known))
}

/** A patch of one answer from another. */
export function step(path: string, from: Patch[string]['from'], to: Patch[string]['to']): Patch {
  const before = withAnswers(EMPTY_DOCUMENT, [[path, from]])
  return patchBetween(before, withAnswers(before, [[path, to]]))
}
