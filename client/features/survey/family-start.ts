import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { firstFamilyOf } from '../../../shared/survey/families.ts'
import type { Edit } from '../../ports/field-work.ts'
import { nextOrder } from './roster-order.ts'

/** The family that a new member joins where nobody says which: the household's first one. */
export function firstFamily(document: SurveyDocument, known: SurveyDocument): string | null {
  return firstFamilyOf({ ...known.families, ...document.families })
}

/** What a family needs to be there: its place, and no tombstone. */
export function familyStart(id: string, document: SurveyDocument, known: SurveyDocument): readonly Edit[] {
  const { order, removed } = document.families[id] ?? {}
  const place = known.families[id]?.order ?? nextOrder(known.families, document.families)
  return [
    ...(order === undefined ? [{ path: `families/${id}/order`, to: place }] : []),
    ...(removed === undefined ? [] : [{ path: `families/${id}/removed`, to: null }]),
  ]
}
