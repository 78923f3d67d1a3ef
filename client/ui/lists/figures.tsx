import './figures.css'

export type Figure = {
  readonly label: string
  /** as people write it */
  readonly value: string
  readonly detail?: string | undefined
}

/** A few numbers that matter, large. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map((figure) => (
        <div key={figure.label} class="figure">
          <dt>{figure.label}</dt>
          <dd class="figure-value">{figure.value}</dd>
          {figure.detail && <dd class="quiet">{figure.detail}</dd>}
        </div>
      ))}
    </dl>
  )
}
