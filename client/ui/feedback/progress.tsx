import { useId } from 'preact/hooks'
import { useFormats } from '../language/language.ts'
import './progress.css'

type Props = {
  /** what is going on */
  readonly label: string
  readonly value: number
  readonly max: number
  /** how much and how long, in words; the share where not given */
  readonly detail?: string | undefined
}

/** Long work that can be measured. */
export function Progress({ label, value, max, detail }: Props) {
  const id = useId()
  const formats = useFormats()
  const share = max > 0 ? Math.min(1, value / max) : 0
  return (
    <div class="progress">
      <div class="split">
        <label for={id} class="strong">
          {label}
        </label>
        <span class="quiet">{detail ?? formats.percent(share)}</span>
      </div>
      <progress id={id} value={share} max={1} />
    </div>
  )
}
