import type { Answer } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'

/** Answers of one save: one question, or those of an atomic group that a screen asks together. */
type Answers = readonly (readonly [Path, Answer | null])[]

const FLOORS = ['tanah', 'keramik', 'bambu', 'semen_bata']
const POWERS = ['pln_meteran', 'pln_tanpa_meteran', 'non_pln', 'bukan_listrik']
const HELD = ['sepeda_motor', 'sepeda', 'mobil', 'smartphone']

/**
 * Questions of every kind of merge: words that nobody else writes, choices on which people agree by chance, atomic
 * groups of a house and of a person, numbers, lists, and what the program sets. Each is emptied now and then.
 * @param person of the house
 * @param number what is answered, 0 to 999
 */
const QUESTIONS: readonly ((person: string, number: number) => Answers)[] = [
  (_person, number) => [['economy/wishes', sometimes(number, `harapan ${number}`)]],
  (person, number) => [[`members/${person}/name`, sometimes(number, `Nama ${number}`)]],
  (_person, number) => [['location/address', sometimes(number, `Gang ${number}`)]],
  (_person, number) => [['dwelling/floor', sometimes(number, oneOf(FLOORS, number))]],
  (_person, number) => [['dwelling/floorArea', sometimes(number, 1 + (number % 200))]],
  (_person, number) => [['assets/held', sometimes(number, HELD.slice(0, 1 + (number % HELD.length)))]],
  (_person, number) => [['dwelling/powerSource', sometimes(number, oneOf(POWERS, number))]],
  (_person, number) => [['dwelling/powerWatt', sometimes(number, number % 2 === 0 ? '450' : '900')]],
  (_person, number) => [
    ['dwelling/powerSource', 'pln_meteran'],
    ['dwelling/powerWatt', number % 2 === 0 ? '1300' : '2200'],
  ],
  (person, number) => [
    [`members/${person}/nik`, null],
    [`members/${person}/nikMissing`, number % 2 === 0 ? 'belum_punya' : 'dokumen_hilang'],
  ],
  (person, number) => [[`members/${person}/nik`, `32730150038${String(number).padStart(5, '0')}`]],
  (person, number) => [[`members/${person}/order`, 1 + (number % 9)]],
]

export const QUESTION_COUNT = QUESTIONS.length

/** Questions that are asked most, so that phones meet at them: words, a choice, and a group. */
export const MET = [0, 3, 6, 7, 8] as const

export function answersTo(question: number, person: string, number: number): Answers {
  return QUESTIONS[question % QUESTIONS.length]?.(person, number) ?? []
}

function sometimes(number: number, answer: Answer): Answer | null {
  return number % 7 === 0 ? null : answer
}

function oneOf(options: readonly string[], number: number): string {
  return options[number % options.length] ?? ''
}
