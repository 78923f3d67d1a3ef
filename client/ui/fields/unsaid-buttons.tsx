import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import type { Unsaid } from './quantity-text.ts'

type Props = {
  readonly value: Unsaid | null
  /** null once the pressed one is pressed again */
  readonly onChange: (value: Unsaid | null) => void
}

/** Not knowing and not saying, below a field that asks for something else. */
export function UnsaidButtons({ value, onChange }: Props) {
  const words = useWords(fieldWords)
  const answers = [
    ['tidak_tahu', words.notKnown],
    ['menolak', words.refused],
  ] as const
  return (
    <div class="unsaid">
      {answers.map(([key, label]) => (
        <button
          key={key}
          type="button"
          class="unsaid-button"
          aria-pressed={value === key}
          onClick={() => onChange(value === key ? null : key)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
