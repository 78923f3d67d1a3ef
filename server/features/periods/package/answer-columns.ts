import { parsePlace } from '../../../../shared/population/place.ts'
import type { Answer } from '../../../../shared/survey/document.ts'
import type { Path } from '../../../../shared/survey/path.ts'
import { optionsOf, type Question } from '../../../../shared/survey/question.ts'
import { sectionsOf } from '../../../../shared/survey/questionnaire.ts'
import { COLUMN_NAMES, PLACE_COLUMNS } from './column-names.ts'
import type { Cell } from './columns.ts'

/** Answers of one part of a document, or of one entry of a roster. */
type Answers = { readonly [field: string]: Answer | undefined }

/** Columns next to each other, with the cells that they hold. */
export type AnswerColumns = {
  readonly names: readonly string[]
  readonly cells: (answers: Answers) => readonly Cell[]
}

type OneAnswer = {
  readonly names: readonly string[]
  readonly cells: (answer: Answer | undefined) => readonly Cell[]
}

/** The one list of the ministry that is a question of yes and no: whether somebody worked in the last week. */
const NUMBERED_YES_NO: readonly Path[] = ['members/*/worked']

/**
 * Columns of the answers that a version of the questionnaire asks of a part and that may leave, in its order.
 * Rules [K6] and [K9] of SPEC.md.
 * @param part `dwelling`, `members`: the first piece of the answers' paths
 * @param elsewhere patterns that a table places by itself
 */
export function answerColumns(form: number, part: string, elsewhere: readonly Path[] = []): AnswerColumns {
  const columns = sectionsOf(form)
    .flatMap(({ questions }) => questions)
    .filter(({ path }) => path.startsWith(`${part}/`) && !elsewhere.includes(path))
    .flatMap((question) => {
      const name = COLUMN_NAMES[question.path] ?? null
      const field = question.path.split('/').at(-1) ?? ''
      return name === null ? [] : [{ field, ...columnsFor(question, name) }]
    })
  return {
    names: columns.flatMap(({ names }) => names),
    cells: (answers) => columns.flatMap(({ field, cells }) => cells(answers[field])),
  }
}

function columnsFor(question: Question, name: string): OneAnswer {
  switch (question.kind) {
    case 'location':
      return { names: PLACE_COLUMNS, cells: placeCells }
    case 'one-of':
    case 'yes-no':
      return isNumbered(question) ? choiceColumns(question, name) : { names: [name], cells: wordCells }
    case 'money':
      return { names: [name, `${name}_tanpa_jawaban`], cells: amountCells }
    default:
      return { names: [name], cells: wordCells }
  }
}

function isNumbered(question: Question): boolean {
  if (question.kind === 'yes-no') return NUMBERED_YES_NO.includes(question.path)
  return optionsOf(question).some(({ codes }) => codes !== undefined)
}

function choiceColumns(question: Question, name: string): OneAnswer {
  const codeByKey = new Map(optionsOf(question).map(({ key, codes }) => [key, codes?.dtsen ?? null]))
  return {
    names: [name, `${name}_dtsen`],
    cells: (answer) =>
      answer === undefined ? [null, null] : [String(answer), codeByKey.get(String(answer)) ?? null],
  }
}

/** The sum in whole Rupiah, or beside it why there is none, so that a column of sums holds nothing else. */
function amountCells(answer: Answer | undefined): readonly Cell[] {
  return typeof answer === 'number' ? [answer, null] : [null, typeof answer === 'string' ? answer : null]
}

function placeCells(answer: Answer | undefined): readonly Cell[] {
  const place = typeof answer === 'string' ? parsePlace(answer) : null
  return place ? [place.latitude, place.longitude, place.accuracyM] : [null, null, null]
}

/** A list as its keys with blanks between; everything else as it is. */
function wordCells(answer: Answer | undefined): readonly Cell[] {
  if (answer === undefined) return [null]
  if (typeof answer === 'string' || typeof answer === 'number') return [answer]
  return [typeof answer === 'boolean' ? String(answer) : answer.join(' ')]
}
