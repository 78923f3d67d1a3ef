import { findKelurahan } from '../../../../shared/population/area.ts'
import type { Language } from '../../../../shared/text.ts'
import type { Answer, SurveyDocument } from '../../../../shared/survey/document.ts'
import type { Option, Question } from '../../../../shared/survey/question.ts'
import { findOrdinaryProblem } from '../../../../shared/catalogue/problem-catalogue.ts'
import { answerText } from '../../../questions/answer-text.ts'
import { groupDigits } from '../../../ui/fields/digit-groups.ts'
import { formatsOf } from '../../../ui/language/formats.ts'
import { wordsIn } from '../../../ui/language/language.ts'
import { answerWords } from './compare-words.ts'

/** Says an answer as people would: labels, names and dates, never keys or ids. */
export type SayAnswer = (question: Question, answer: Answer) => string

/**
 * @param documents where the names of members and families stand, the more trusted one first
 */
export function answerSpeaker(language: Language, documents: readonly SurveyDocument[]): SayAnswer {
  const words = wordsIn(answerWords, language)
  const formats = formatsOf(language)
  const option = (options: readonly Option[], key: string) =>
    options.find((one) => one.key === key)?.text[language] ?? words.otherForm

  return (question, answer) => {
    const text = String(answer)
    switch (question.kind) {
      case 'one-of':
      case 'many-of': {
        const keys = Array.isArray(answer) ? answer.map(String) : [text]
        return keys.map((key) => option(question.options, key)).join(', ')
      }
      case 'region':
        if (question.level === 'kelurahan') return findKelurahan(text)?.name ?? words.notKnown
        return text === '000' ? words.notKnown : text
      case 'problem':
        return findOrdinaryProblem(text)?.text[language] ?? words.otherForm
      case 'subject':
        return subject(text)
      case 'reference':
        // Which one stands in words beside it.
        return question.to === 'household' ? words.chosenFromList : family(text)
      default:
        return answerText(question, answer, { text: (each) => each[language], formats })
    }
  }

  function subject(text: string): string {
    const [kind, id = ''] = text.split(':')
    if (kind === 'member') return memberName(id, documents) ?? words.nameless
    return kind === 'family' ? family(id) : words.household
  }

  function family(id: string): string {
    const name = familyName(id, documents)
    return name === null ? words.family : words.familyOf(name)
  }
}

/** A member's name, from the first document that has one. */
export function memberName(id: string, documents: readonly SurveyDocument[]): string | null {
  return documents.map(({ members }) => members[id]?.name).find((name) => name !== undefined) ?? null
}

/** A family goes by its head, else by the number of its card. */
export function familyName(id: string, documents: readonly SurveyDocument[]): string | null {
  for (const { members } of documents) {
    const head = Object.values(members).find(
      (member) => member.family === id && member.relationship === 'kepala' && member.removed === undefined,
    )
    if (head?.name !== undefined) return head.name
  }
  const kk = documents.map(({ families }) => families[id]?.kk).find((number) => number !== undefined)
  return kk === undefined ? null : groupDigits(kk)
}
