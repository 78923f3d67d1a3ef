import { activeSeconds } from '../../survey/paradata.ts'
import { answersOf, patternOf, sameAnswer } from '../../survey/path.ts'
import { isAskedOfPeople, optionsOf } from '../../survey/question.ts'
import { questionAt } from '../../survey/questionnaire.ts'
import type { QualityCase, QualityFlag } from '../quality-flag.ts'
import { sayDuration } from './say.ts'

/** Fewer answers of the last survey than this may well all be the same; our own choice. */
const LEAST_COMPARED = 20
/** Whoever asks anew and hears the same takes longer for each answer; our own choice. */
const SECONDS_PER_SAME_ANSWER = 5
/** So many lists that are all answered by "none" are odd in a house that is surveyed for its problems; our own choice. */
const LEAST_LISTS = 6
/** "Does not know" and "refuses" are answers; a third of all is much. Our own choice. */
const LEAST_UNSAID = 10
const UNSAID_SHARE = 1 / 3

const UNSAID: readonly unknown[] = ['tidak_tahu', 'menolak']

/** Who people are and where they live stays as it was; that it does says nothing about a survey. */
const LASTING =
  /^(location|families|visits|notice)\/|\/(name|nik|nikMissing|birthDate|sex|relationship|order)$/

/** [Q5] Every answer that may change is that of the last survey, in no time. */
export function allSame({ document, known, paradata }: QualityCase): readonly QualityFlag[] {
  const before = answersOf(known)
  const compared = [...answersOf(document)].filter(
    ([path]) => before.has(path) && !LASTING.test(patternOf(path)) && isAsked(path),
  )
  const answers = compared.length
  const isAllSame = compared.every(([path, answer]) => sameAnswer(answer, before.get(path) ?? null))
  if (answers < LEAST_COMPARED || !isAllSame) return []
  const seconds = paradata ? activeSeconds(paradata) : null
  if (seconds !== null && seconds >= answers * SECONDS_PER_SAME_ANSWER) return []
  const took = seconds === null ? null : sayDuration(seconds)
  return [
    {
      key: 'all-same',
      path: null,
      text: {
        id: `Semua ${answers} jawaban sama dengan data sebelumnya${took ? `, dalam ${took.id}` : ''}`,
        en: `All ${answers} answers are those known before${took ? `, in ${took.en}` : ''}`,
      },
      evidence: { answers, ...(seconds !== null && { seconds }) },
    },
  ]
}

/** [Q6] No help, no illness, no insurance, no asset, no debt: every list is answered by "none". */
export function allNone({ document }: QualityCase): readonly QualityFlag[] {
  const lists = [...answersOf(document)].flatMap(([path, answer]) => {
    const question = questionAt(path)
    if (question?.kind !== 'many-of' || !Array.isArray(answer)) return []
    const none = optionsOf(question).find(({ alone, quiet }) => alone && !quiet)
    return none ? [{ isNone: sameAnswer(answer, [none.key]) }] : []
  })
  if (lists.length < LEAST_LISTS || lists.some(({ isNone }) => !isNone)) return []
  return [
    {
      key: 'all-none',
      path: null,
      text: {
        id: `Semua ${lists.length} daftar dijawab “tidak ada”`,
        en: `All ${lists.length} lists are answered by “none”`,
      },
      evidence: { lists: lists.length },
    },
  ]
}

/** [Q7] Much of it is not known or not said. */
export function muchUnsaid({ document }: QualityCase): readonly QualityFlag[] {
  const answered = [...answersOf(document)].filter(([path]) => isAsked(path))
  const unsaid = answered.filter(([, answer]) =>
    UNSAID.includes(Array.isArray(answer) && answer.length === 1 ? answer[0] : answer),
  ).length
  if (unsaid < LEAST_UNSAID || unsaid < answered.length * UNSAID_SHARE) return []
  return [
    {
      key: 'much-unsaid',
      path: null,
      text: {
        id: `${unsaid} dari ${answered.length} jawaban “tidak tahu” atau “menolak”`,
        en: `${unsaid} of ${answered.length} answers are “does not know” or “refuses”`,
      },
      evidence: { unsaid, answers: answered.length },
    },
  ]
}

function isAsked(path: string): boolean {
  const question = questionAt(path)
  return question !== undefined && isAskedOfPeople(question)
}
