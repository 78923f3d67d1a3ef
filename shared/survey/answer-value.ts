import { isCalendarDate } from '../population/calendar-date.ts'
import { isPartialDate } from '../population/partial-date.ts'
import { parsePlace } from '../population/place.ts'
import { findKelurahan } from '../population/area.ts'
import { findOrdinaryProblem } from '../catalogue/problem-catalogue.ts'
import { VERSIONS } from './form-version.ts'
import type { Answer } from './document.ts'
import { isSignaturePath } from './signature-path.ts'
import { optionsOf, UNSAID, type Question } from './question.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const SUBJECT = new RegExp(`^(household|(member|family):${UUID.source.slice(1, -1)})$`)

// ISO 8601 with offset. Other years come from broken clocks or worse, and Date cannot write all of them.
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** What a half-typed NIK or KK may hold while it is a draft; whether it is right is a check's business. */
const MAX_NUMBER_TEXT = 32

/** A million billion: no sum of a household, and still exact in every program that reads it. */
const MAX_NUMBER = 1e15

const SHA256 = /^[0-9a-f]{64}$/

/**
 * True where an answer has the shape that its question's kind allows. A wrong NIK has the right shape: drafts
 * are kept as typed, and the questionnaire's checks tell what is wrong with them.
 */
export function isAnswerOf(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case 'text':
    case 'token':
      return typeof answer === 'string' && answer.length > 0 && answer.length <= question.maxLength
    case 'one-of':
    case 'yes-no':
      return optionsOf(question).some((option) => option.key === answer)
    case 'many-of':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((key) => question.options.some((option) => option.key === key))
      )
    case 'number':
      return isNumber(answer, question.decimals ?? 0) || isUnsaid(question, answer)
    case 'money':
      return isNumber(answer, 0) || isUnsaid(question, answer)
    case 'date':
      return typeof answer === 'string' && isDateOf(question.precision, answer)
    case 'nik':
    case 'kk':
      return typeof answer === 'string' && answer.length > 0 && answer.length <= MAX_NUMBER_TEXT
    case 'region':
      if (question.level === 'kelurahan') {
        return typeof answer === 'string' && findKelurahan(answer) !== undefined
      }
      return typeof answer === 'string' && /^\d{3}$/.test(answer)
    case 'location':
      return typeof answer === 'string' && parsePlace(answer) !== null
    case 'photo':
      return typeof answer === 'string' && SHA256.test(answer)
    case 'signature':
      return typeof answer === 'string' && isSignaturePath(answer)
    case 'problem':
      return typeof answer === 'string' && findOrdinaryProblem(answer) !== undefined
    case 'note':
      return false
    case 'order':
      return typeof answer === 'number' && Number.isFinite(answer)
    case 'version':
      return VERSIONS.some((version) => version === answer)
    case 'reference':
      return typeof answer === 'string' && UUID.test(answer)
    case 'subject':
      return typeof answer === 'string' && SUBJECT.test(answer)
    case 'instant':
      return typeof answer === 'string' && INSTANT.test(answer) && !Number.isNaN(Date.parse(answer))
  }
}

/** A date as exact as the question allows: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
function isDateOf(precision: 'day' | 'month' | 'any', text: string): boolean {
  const isDay = isCalendarDate(text)
  if (precision === 'day') return isDay
  return isPartialDate(text) && (precision === 'any' || !isDay)
}

function isNumber(answer: Answer, decimals: number): boolean {
  if (typeof answer !== 'number' || !Number.isFinite(answer) || Math.abs(answer) > MAX_NUMBER) return false
  const scaled = answer * 10 ** decimals
  // 0.1 * 10 ** 2 is no whole number in binary.
  return Math.abs(scaled - Math.round(scaled)) < 1e-6
}

function isUnsaid(question: { readonly mayBeUnsaid?: boolean }, answer: Answer): boolean {
  return question.mayBeUnsaid === true && UNSAID.some((key) => key === answer)
}
