import type { Path } from '../../shared/survey/path.ts'
import type { FieldProps } from '../ui/fields/field.tsx'

/** What every question's component is given. */
export type QuestionProps = {
  readonly path: Path
  /** label, help, messages and what is known beside it */
  readonly field: FieldProps
}
