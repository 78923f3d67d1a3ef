import type { Option } from '../../shared/survey/question.ts'

/** What was chosen last wins: "none" puts out the others, and another puts out "none". */
export function withoutContradiction(
  options: readonly Option[],
  before: readonly string[],
  chosen: readonly string[],
): readonly string[] {
  const added = chosen.find((key) => !before.includes(key))
  if (added === undefined) return chosen
  const standsAlone = (key: string) => options.some((option) => option.key === key && option.alone)
  return standsAlone(added) ? [added] : chosen.filter((key) => !standsAlone(key))
}
