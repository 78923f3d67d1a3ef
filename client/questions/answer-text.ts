import { findKelurahan } from '../../shared/population/area.ts'
import type { Answer } from '../../shared/survey/document.ts'
import type { Question } from '../../shared/survey/question.ts'
import { findOrdinaryProblem } from '../../shared/welfare/problem-catalogue.ts'
import type { Text } from '../../shared/text.ts'
import { groupDigits } from '../ui/fields/digit-groups.ts'
import type { Formats } from '../ui/language/formats.ts'

/** An answer as a person reads it; keys that nothing explains stay as they are. */
export function answerText(
  question: Question,
  answer: Answer,
  { text, formats }: { readonly text: (text: Text) => string; readonly formats: Formats },
): string {
  const plain = String(answer)
  switch (question.kind) {
    case 'one-of':
    case 'many-of': {
      const keys = Array.isArray(answer) ? answer.map(String) : [plain]
      const chosen = keys.map((key) => question.options.find((option) => option.key === key)?.text)
      return chosen.map((each, index) => (each ? text(each) : keys[index])).join(', ')
    }
    case 'date':
      return formats.date(plain)
    case 'month':
      return formats.month(plain)
    case 'nik':
    case 'kk':
      return groupDigits(plain)
    case 'kelurahan':
      return findKelurahan(plain)?.name ?? plain
    case 'problem': {
      const problem = findOrdinaryProblem(plain)
      return problem ? text(problem.text) : plain
    }
    case 'instant':
      return formats.dateTime(plain)
    case 'text':
    case 'note':
    case 'neighbourhood':
    case 'order':
    case 'reference':
    case 'subject':
      return plain
  }
}
