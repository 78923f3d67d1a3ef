import { isCalendarDate } from '../population/calendar-date.ts'
import { findKelurahan } from '../population/area.ts'
import { findOrdinaryProblem } from '../welfare/problem-catalogue.ts'
import type { Answer } from './document.ts'
import type { Question } from './question.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

// ISO 8601 with offset. Other years come from broken clocks or worse, and Date cannot write all of them.
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** What a half-typed NIK or KK may hold while it is a draft; whether it is right is a check's business. */
const MAX_NUMBER_TEXT = 32

/**
 * True where an answer has the shape that its question's kind allows. A wrong NIK has the right shape: drafts
 * are kept as typed, and the questionnaire's checks tell what is wrong with them.
 */
export function isAnswerOf(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'text':
    case 'note':
      return typeof answer === 'string' && answer.length > 0 && answer.length <= question.maxLength
    case 'one-of':
      return question.options.some((option) => option.key === answer)
    case 'many-of':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((key) => question.options.some((option) => option.key === key))
      )
    case 'date':
      return typeof answer === 'string' && isCalendarDate(answer)
    case 'month':
      return typeof answer === 'string' && /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(answer)
    case 'nik':
    case 'kk':
      return typeof answer === 'string' && answer.length > 0 && answer.length <= MAX_NUMBER_TEXT
    case 'kelurahan':
      return typeof answer === 'string' && findKelurahan(answer) !== undefined
    case 'neighbourhood':
      return typeof answer === 'string' && /^\d{3}$/.test(answer)
    case 'problem':
      return typeof answer === 'string' && findOrdinaryProblem(answer) !== undefined
    case 'order':
      return typeof answer === 'number' && Number.isFinite(answer)
    case 'reference':
      return typeof answer === 'string' && UUID.test(answer)
    case 'subject':
      return typeof answer === 'string' && isSubject(answer)
    case 'instant':
      return typeof answer === 'string' && INSTANT.test(answer) && !Number.isNaN(Date.parse(answer))
  }
}

function isSubject(text: string): boolean {
  const [kind, id = ''] = text.split(':')
  return text === 'household' || ((kind === 'member' || kind === 'family') && UUID.test(id))
}
