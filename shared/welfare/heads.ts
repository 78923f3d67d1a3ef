import { entriesOf, type SurveyDocument } from '../survey/document.ts'

/** Ids of the family heads of a household who did not work in the week before the visit. */
export function headsWithoutWork({ members }: SurveyDocument): readonly string[] {
  return entriesOf(members)
    .filter(([, { relationship, worked }]) => relationship === 'kepala' && worked === 'tidak')
    .map(([id]) => id)
}
