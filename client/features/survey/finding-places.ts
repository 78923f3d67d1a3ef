import { openFindings, type Finding } from '../../../shared/review/findings.ts'
import { entryOf, type Path } from '../../../shared/survey/path.ts'
import { SECTIONS, sectionAt } from '../../../shared/survey/questionnaire.ts'
import type { StepKey } from './step-key.ts'

/** Where something is settled: its section, the roster entry to be opened there, and the id on the screen. */
export type FindingPlace = { readonly step: StepKey; readonly entry: string | null; readonly id: string }

/** What is only odd is let stand on the last page; all else is answered in its section. */
export function placeOfFinding(finding: Finding): FindingPlace {
  const { path, kind, level, key } = finding
  const isOdd = kind === 'check' && level === 'warning' && !isAnsweredInPlace(key)
  if (isOdd) return { step: 'check', entry: null, id: warningId(finding) }
  return { step: stepOf(path), entry: entryOfFinding(path), id: path }
}

/** The section where a finding is mended; `visits` and `members` are findings on whole rosters, others on an entry. */
export function stepOf(path: Path): StepKey {
  if (path === 'visits') return 'visit'
  if (/^members$|^(members|families)\/[^/]+$/.test(path)) return 'members'
  // Neither a suggestion nor a problem known before has an entry until it is answered.
  if (/^suggestions\/|^problems\/[^/]+$/.test(path)) return 'problems'
  // A picture that is missing has no entry yet, and so no question.
  if (path.startsWith('attachments/')) return 'closing'
  return sectionAt(path)?.key ?? 'check'
}

/** The roster entry that a finding lies in, to be opened before its question can be shown. */
export function entryOfFinding(path: Path): string | null {
  return path.split('/').length === 2 ? null : entryOf(path)
}

/** Of the heading under which a warning asks for a reason. */
export function warningId({ path, key }: Pick<Finding, 'path' | 'key'>): string {
  return `confirm-${path}-${key}-title`
}

/** A suggestion, a problem known before and a need are answered where the problems are; no reason lets them stand. */
export function isAnsweredInPlace(key: string): boolean {
  return key === 'suggestion' || key === 'known-problem' || key === 'need'
}

/**
 * The next thing that keeps the survey from being submitted: after the given place in the order of the questionnaire,
 * else from its start. Within a section the people, families and problems come as they stand on the screen, all of one
 * before the next.
 * @param after the id in hand, the step that is open, and the entry that stands open in it
 * @param shown the entries of the rosters in the order in which they stand on the screen
 */
export function nextOpen(
  findings: readonly Finding[],
  after: { id: string | null; step: StepKey; entry: string | null },
  shown: readonly string[],
): FindingPlace | null {
  const ordered = asShown(openFindings(findings), shown).map(placeOfFinding)
  const here = ordered.findIndex(({ id }) => id === after.id)
  const isHere = ({ step, id }: FindingPlace) => step === after.step && entryOf(id) === after.entry
  const next =
    here >= 0
      ? ordered[here + 1]
      : ((after.entry === null ? undefined : ordered.find(isHere)) ??
        ordered.find(({ step }) => stepIndex(step) >= stepIndex(after.step)))
  return next ?? ordered[0] ?? null
}

/**
 * Findings in the order in which somebody mends them: by section, and within one all of a person, family or problem
 * before the next.
 * @param shown the entries of the rosters in the order in which they stand on the screen
 */
export function asShown(findings: readonly Finding[], shown: readonly string[]): readonly Finding[] {
  const rank = (finding: Finding) => {
    const { step, id } = placeOfFinding(finding)
    return { finding, step: stepIndex(step), entry: shown.indexOf(entryOf(id) ?? '') }
  }
  return findings
    .map(rank)
    .sort((a, b) => a.step - b.step || a.entry - b.entry)
    .map(({ finding }) => finding)
}

function stepIndex(key: StepKey): number {
  const index = SECTIONS.findIndex((section) => section.key === key)
  return index < 0 ? SECTIONS.length : index
}
