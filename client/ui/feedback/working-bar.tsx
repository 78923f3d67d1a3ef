import { useId } from 'preact/hooks'
import './progress.css'
import './working-bar.css'

/** Long work of which nobody can tell how far it is. */
export function WorkingBar({ label, detail }: { label: string; detail?: string | undefined }) {
  const id = useId()
  return (
    <div class="progress">
      <label for={id} class="strong">
        {label}
      </label>
      <progress id={id} class="working-bar" />
      {detail && <span class="quiet">{detail}</span>}
    </div>
  )
}
