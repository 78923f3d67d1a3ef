import * as z from 'zod/mini'
import type { Held } from '../../../shared/api/quarantine.ts'
import { entryOf, patternOf } from '../../../shared/survey/path.ts'
import { isSetByProgram } from '../../../shared/survey/program-answers.ts'
import { sectionAt, SECTIONS } from '../../../shared/survey/questionnaire.ts'
import { heldSteps } from './held-steps.ts'
import type { ReceivedChange } from './received-change.ts'

// A phone's clock may write anything.
const instantSchema = z.iso.datetime({ offset: true })

/** What tells a held change from others in a list. */
export type HeldSummary = Pick<Held, 'madeAt' | 'answers' | 'sections' | 'submits'> & {
  /** as the change itself has it; empty where it names nobody */
  readonly name: string
  readonly address: string
  readonly rt: string | null
}

/**
 * Sums up a held change whatever shape it came in: of the paths that the questionnaire knows, and of nothing that names
 * a restricted type. Rule [Q6].
 * @param body as received
 * @param hidden entries of a restricted type, as any change of the survey by the same device names them
 */
export function heldSummary(
  body: unknown,
  { change }: ReceivedChange,
  hidden: ReadonlySet<string>,
): HeldSummary {
  const known = (heldSteps(body, hidden) ?? []).filter(({ path }) => sectionAt(path) && !isSetByProgram(path))
  const said = new Map(known.map(({ path, to }) => [path, to]))
  const textAt = (path: string) => {
    const to = said.get(path)
    return typeof to === 'string' ? to : ''
  }
  const members = known.flatMap(({ path }) => (patternOf(path) === 'members/*/name' ? [entryOf(path)] : []))
  const head = members.find((id) => textAt(`members/${id}/relationship`) === 'kepala') ?? members[0]
  const sections = new Set(known.map(({ path }) => sectionAt(path)?.key))
  return {
    name: head === undefined ? '' : textAt(`members/${head}/name`),
    address: textAt('location/address'),
    rt: textAt('location/rt') || null,
    madeAt: instantSchema.safeParse(change?.at).data ?? null,
    answers: known.length,
    sections: SECTIONS.map(({ key }) => key).filter((key) => sections.has(key)),
    submits: change?.command !== undefined,
  }
}
