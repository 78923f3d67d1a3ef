import type { Text } from '../text.ts'
import { entriesOf, type SurveyDocument } from '../survey/document.ts'
import type { Path } from '../survey/path.ts'
import { isCompletedVisit } from '../survey/rules.ts'
import { unansweredProblems } from './known-problems.ts'
import { answerTo, codeOfRule, suggestedFor, suggestionsFor, type Suggestion } from './suggestions.ts'
import type { VisitDate } from '../survey/visit-date.ts'

/** Something about suggestions that a person should look at. */
export type SuggestionWarning = {
  readonly path: Path
  readonly key: 'suggestion' | 'rule-gone' | 'known-problem'
  readonly text: Text
  /** the answers that it goes by, its path's alone where left out */
  readonly reads?: readonly Path[]
}

const RULE_GONE: Text = {
  id: 'Jawaban yang menyarankan masalah ini sudah berubah. Masih benar?',
  en: 'The answer that suggested this problem has changed. Is it still right?',
}

const STILL_THERE: Text = {
  id: 'Tercatat sebelumnya. Masih ada, berubah, atau sudah teratasi?',
  en: 'Recorded before. Is it still there, has it changed, or is it solved?',
}

/** Path of a suggestion that has no entry yet: its subject and its rule stand in for the id. */
export function suggestionPath({ subject, rule }: Pick<Suggestion, 'subject' | 'rule'>): Path {
  return `suggestions/${subject}/${rule}`
}

/** The suggestion that a path stands for; null for other paths. */
export function suggestionAt(path: Path): Pick<Suggestion, 'subject' | 'rule' | 'code'> | null {
  const [part, subject = '', rule = ''] = path.split('/')
  const code = part === 'suggestions' ? codeOfRule(rule) : undefined
  return code === undefined ? null : { subject, rule, code }
}

/**
 * Suggestions and problems known before that wait for an answer, our own choice: answering is the only way to settle
 * them; and problems that were confirmed because of an answer that is another by now.
 */
export function suggestionWarnings(
  document: SurveyDocument,
  known: SurveyDocument,
  visitDate: VisitDate,
): readonly SuggestionWarning[] {
  const suggestions = suggestionsFor(document, visitDate, known)
  const open = suggestions
    .filter((suggestion) => answerTo(suggestion, document) === undefined)
    .map((suggestion): SuggestionWarning => ({
      path: suggestionPath(suggestion),
      key: 'suggestion',
      text: {
        id: `Disarankan karena ${suggestion.reason.id}. Benar, ganti, atau tidak sesuai?`,
        en: `Suggested: ${suggestion.reason.en}. Is it right, another one, or not fitting?`,
      },
    }))
  const unanswered = unansweredProblems(document, known, suggestions).map(([id]): SuggestionWarning => ({
    path: `problems/${id}`,
    key: 'known-problem',
    text: STILL_THERE,
  }))
  const speaking = new Set(suggestions.map(({ rule, subject }) => `${rule} ${subject}`))
  // Of somebody who left, the questionnaire's own check tells.
  const isThere = (subject = '') => {
    const [kind, id = ''] = subject.split(':')
    return kind !== 'member' || (document.members[id] && document.members[id].removed === undefined)
  }
  // Where nothing is suggested, or nothing that goes by an age, no answer has changed.
  const areAllJudged = isCompletedVisit({ document }) && visitDate !== null
  const gone = entriesOf(areAllJudged ? document.problems : {})
    .filter(([, { subject }]) => isThere(subject))
    .filter(([, { rule, code }]) => rule !== undefined && code === codeOfRule(rule))
    .filter(([, problem]) => !speaking.has(`${problem.rule} ${suggestedFor(problem)}`))
    .map(([id]): SuggestionWarning => ({
      path: `problems/${id}/code`,
      key: 'rule-gone',
      text: RULE_GONE,
      reads: ['code', 'subject', 'rule', 'suggestedFor'].map((field) => `problems/${id}/${field}`),
    }))
  return [...unanswered, ...open, ...gone]
}
