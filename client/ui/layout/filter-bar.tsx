import { useFormats } from '../language/language.ts'
import './filter-bar.css'

export type Tab<Key extends string> = {
  readonly key: Key
  readonly label: string
  readonly count?: number | undefined
}

type Props<Key extends string> = {
  /** what they narrow */
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly current: Key
  readonly onSelect: (key: Key) => void
}

/** Narrows the list below it; says how many each would show. */
export function FilterBar<Key extends string>({ label, tabs, current, onSelect }: Props<Key>) {
  return (
    <div class="filters" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          class="filter"
          aria-pressed={tab.key === current}
          onClick={() => onSelect(tab.key)}
        >
          <TabWords tab={tab} />
        </button>
      ))}
    </div>
  )
}

export function TabWords<Key extends string>({ tab }: { tab: Tab<Key> }) {
  const formats = useFormats()
  return (
    <>
      {tab.label}
      {tab.count !== undefined && <span class="tab-count">{formats.number(tab.count)}</span>}
    </>
  )
}
