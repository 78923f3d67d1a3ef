import type { Option } from '../../shared/survey/question.ts'

/** Options that mostly fit here: they come first. Nothing is chosen by that. */
export type Usual = {
  readonly keys: readonly string[]
  /** words of the tap that shows the other options; they stand there at once where it is left out */
  readonly others?: (count: number) => string
}

/** The options in the order in which they are shown, and those that stay behind a tap. */
export function usualFirst(
  options: readonly Option[],
  { keys, others }: Usual,
  chosen: readonly string[],
): { readonly shown: readonly Option[]; readonly folded: readonly Option[] } {
  const usual = options.filter(({ key }) => keys.includes(key))
  const rest = options.filter(({ key }) => !keys.includes(key))
  // A question without a single answer in sight would look like none.
  if (!others || usual.length === 0) return { shown: [...usual, ...rest], folded: [] }
  const folded = rest.filter(({ key }) => !chosen.includes(key))
  return { shown: [...usual, ...rest.filter((option) => !folded.includes(option))], folded }
}
