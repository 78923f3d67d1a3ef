import type { Path } from '../../shared/survey/path.ts'

/** What stands in fields and makes no answer, as it was typed, by the answer's path. */
export type HalfTyped = Readonly<Record<Path, string>>
