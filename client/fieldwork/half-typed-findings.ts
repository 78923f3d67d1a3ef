import type { Finding } from '../../shared/review/findings.ts'
import { isRosterName, type SurveyDocument } from '../../shared/survey/document.ts'
import { entryOf, type Path } from '../../shared/survey/path.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'
import { isCompletedVisit } from '../../shared/survey/rules.ts'
import type { VisitDate } from '../../shared/survey/visit-date.ts'
import type { HalfTyped } from '../ports/half-typed.ts'

/**
 * Findings with one more error for each text that stands in a field and makes no answer, as long as its question is
 * asked: neither the text nor what was answered before it may pass for the answer. It says more than that an answer is
 * missing, and comes in the place of that.
 * @param visitDate `YYYY-MM-DD`
 */
export function withHalfTyped(
  findings: readonly Finding[],
  halfTyped: HalfTyped,
  document: SurveyDocument,
  visitDate: VisitDate,
): readonly Finding[] {
  const stands = Object.entries(halfTyped).filter(([path]) => isAskedIn(path, document, visitDate))
  if (stands.length === 0) return findings
  const others = findings.filter(({ kind, path }) => kind !== 'missing' || !Object.hasOwn(halfTyped, path))
  return [...stands.map(([path, typed]) => unread(path, typed)), ...others]
}

function unread(path: Path, typed: string): Finding {
  return {
    path,
    kind: 'check',
    key: 'half-typed',
    level: 'error',
    text: {
      id: `“${typed}” belum tersimpan: tulis ulang dengan benar`,
      en: `“${typed}” was not saved: write it again in the right form`,
    },
    confirmed: null,
  }
}

/** Where nobody was met only the visit is asked, and all else can neither be seen nor mended. */
function isAskedIn(path: Path, document: SurveyDocument, visitDate: VisitDate): boolean {
  const [part = ''] = path.split('/')
  const entry = entryOf(path)
  if (part !== 'visits' && !isCompletedVisit({ document })) return false
  if (isRosterName(part) && (entry === null || isGone(document[part]?.[entry]))) return false
  const question = questionAt(path)
  return question !== undefined && (question.relevant?.({ document, entry, visitDate }) ?? true)
}

function isGone(entry: object | undefined): boolean {
  return entry === undefined || 'removed' in entry
}
