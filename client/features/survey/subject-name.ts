import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { useWords } from '../../ui/language/language.ts'
import { familyLines } from './family-edits.ts'
import { surveyWords } from './words.ts'

/** Reads a problem's subject (`household`, `member:<id>` …) as a name. */
export function useSubjectName(): (
  subject: string,
  document: SurveyDocument,
  known: SurveyDocument,
) => string {
  const words = useWords(surveyWords)
  return (subject, document, known) => {
    const [kind, id = ''] = subject.split(':')
    if (kind === 'member') return document.members[id]?.name ?? known.members[id]?.name ?? words.nameless
    if (kind !== 'family') return words.wholeHousehold
    const family = familyLines(document, known).find((each) => each.id === id)
    return words.familyOf(family?.name ?? words.nameless)
  }
}
