import type { ComponentChildren } from 'preact'
import './facts.css'

export type Fact = {
  readonly label: string
  readonly value: ComponentChildren
  /** what stood there before, where it differs */
  readonly before?: ComponentChildren
  /** an edit link, an evidence */
  readonly aside?: ComponentChildren
}

type Props = {
  readonly facts: readonly Fact[]
  /** words between the old and the new answer, for those who do not see the stroke */
  readonly changedWord?: string | undefined
}

/** Questions and answers to look over (GOV.UK summary list); a changed one is marked with what it was. */
export function Facts({ facts, changedWord = '→' }: Props) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.label} class={`fact${fact.before === undefined ? '' : ' fact-changed'}`}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.before !== undefined && (
              <>
                <del>{fact.before}</del> <span class="quiet">{changedWord}</span>{' '}
              </>
            )}
            {fact.before === undefined ? fact.value : <ins>{fact.value}</ins>}
          </dd>
          {fact.aside && <dd class="fact-aside">{fact.aside}</dd>}
        </div>
      ))}
    </dl>
  )
}
