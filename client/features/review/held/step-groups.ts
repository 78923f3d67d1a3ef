import type { HeldStep } from '../../../../shared/api/quarantine.ts'
import type { Answer, SurveyDocument } from '../../../../shared/survey/document.ts'
import { documentOf, entryOf, type Path } from '../../../../shared/survey/path.ts'
import { isSetByProgram } from '../../../../shared/survey/program-answers.ts'
import type { Question } from '../../../../shared/survey/question.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'

export type KnownStep = {
  readonly path: Path
  readonly question: Question
  readonly from: Answer | null
  readonly to: Answer | null
}

/** Steps about one thing: a roster's entry, or a part of the survey. */
export type StepGroup = {
  readonly key: string
  /** as in `members/…` */
  readonly part: string
  /** null outside rosters */
  readonly entry: string | null
  readonly steps: readonly KnownStep[]
}

/** A held change's steps as they can be said: what the program sets beside answers is left out. */
export function groupSteps(steps: readonly HeldStep[]): {
  readonly groups: readonly StepGroup[]
  /** those that the questionnaire has no words for */
  readonly unknown: readonly HeldStep[]
} {
  const groups = new Map<string, StepGroup & { readonly steps: KnownStep[] }>()
  const unknown: HeldStep[] = []
  for (const step of steps) {
    const { path } = step
    const question = questionAt(path)
    if (!question || !isAnswer(step.from) || !isAnswer(step.to)) {
      unknown.push(step)
      continue
    }
    if (isSetByProgram(path)) continue
    const part = path.slice(0, path.indexOf('/'))
    const entry = entryOf(path)
    const key = entry === null ? part : `${part}/${entry}`
    const group = groups.get(key) ?? { key, part, entry, steps: [] }
    group.steps.push({ path, question, from: step.from, to: step.to })
    groups.set(key, group)
  }
  return { groups: [...groups.values()], unknown }
}

/** What the steps alone make of a survey: names of people that nobody else knows yet. */
export function documentOfSteps(steps: readonly HeldStep[]): SurveyDocument {
  return documentOf(
    groupSteps(steps).groups.flatMap((group) => group.steps.map(({ path, to }) => [path, to] as const)),
  )
}

function isAnswer(value: unknown): value is Answer | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return typeof value === 'number'
}
