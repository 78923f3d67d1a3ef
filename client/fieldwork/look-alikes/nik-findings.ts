import type { HouseholdId } from '../../../shared/ids.ts'
import { entriesOf, type SurveyDocument } from '../../../shared/survey/document.ts'
import { withConfirmations } from '../../../shared/survey/confirmations.ts'
import { NIK_ELSEWHERE } from '../../../shared/review/quality-flag.ts'
import type { Finding } from '../../../shared/review/findings.ts'
import { isCompletedVisit } from '../../../shared/survey/rules.ts'
import type { LookAlikeIndex } from './look-alike-index.ts'

/**
 * Members whose NIK stands in another household of this device, each a warning to be confirmed. The rules that both
 * sides share see one document, so it is said here; the monthly update finds doubles over the whole city.
 */
export function nikFindings(
  household: HouseholdId,
  document: SurveyDocument,
  index: Pick<LookAlikeIndex, 'withNik'>,
): readonly Finding[] {
  if (!isCompletedVisit({ document })) return []
  const findings = entriesOf(document.members).flatMap(([id, { nik }]): Finding[] => {
    const [other] = nik === undefined ? [] : index.withNik(nik, household)
    if (!other) return []
    const where = `${other.name}, RT ${other.area.rt}/RW ${other.area.rw}`
    return [
      {
        path: `members/${id}/nik`,
        kind: 'check',
        key: NIK_ELSEWHERE,
        level: 'warning',
        text: {
          id: `NIK ini juga tercatat di rumah lain: ${where}.`,
          en: `Another house has this NIK: ${where}.`,
        },
        confirmed: null,
      },
    ]
  })
  return withConfirmations(findings, document)
}
