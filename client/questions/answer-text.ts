import { findKelurahan } from '../../shared/population/area.ts'
import { parsePlace } from '../../shared/population/place.ts'
import type { Answer } from '../../shared/survey/document.ts'
import { optionsOf, UNSAID, YES_NO, type Question } from '../../shared/survey/question.ts'
import { findOrdinaryProblem } from '../../shared/catalogue/problem-catalogue.ts'
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
    case 'many-of':
    case 'yes-no': {
      const keys = Array.isArray(answer) ? answer.map(String) : [plain]
      const chosen = keys.map((key) => optionsOf(question).find((option) => option.key === key)?.text)
      return chosen.map((each, index) => (each ? text(each) : keys[index])).join(', ')
    }
    case 'number':
    case 'money': {
      if (typeof answer !== 'number') return unsaidText(plain, text)
      const number = formats.number(answer)
      return question.kind === 'money' ? `Rp${number}` : `${number} ${text(question.unit)}`
    }
    case 'date':
      return plain.length === 10 ? formats.date(plain) : formats.month(plain)
    case 'nik':
    case 'kk':
      return groupDigits(plain)
    case 'region':
      return findKelurahan(plain)?.name ?? plain
    case 'location':
      return positionText(plain, formats)
    case 'photo':
    case 'signature':
      return '✓'
    case 'problem': {
      const problem = findOrdinaryProblem(plain)
      return problem ? text(problem.text) : plain
    }
    case 'instant':
      return formats.dateTime(plain)
    case 'text': {
      const phrase = question.phrases?.find(({ key }) => key === plain)
      return phrase ? text(phrase.text) : plain
    }
    case 'note':
    case 'order':
    case 'version':
    case 'reference':
    case 'subject':
    case 'token':
      return plain
  }
}

function unsaidText(key: string, text: (text: Text) => string): string {
  const option = UNSAID.includes(key as (typeof UNSAID)[number]) && YES_NO.find((each) => each.key === key)
  return option ? text(option.text) : key
}

/** `-6,87654, 107,58321 (± 12 m)` */
function positionText(uri: string, formats: Formats): string {
  const place = parsePlace(uri)
  if (!place) return uri
  const degrees = [place.latitude, place.longitude].map((angle) => formats.degrees(angle)).join(', ')
  return `${degrees} (± ${formats.number(place.accuracyM)} m)`
}
