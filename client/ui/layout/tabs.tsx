import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { TabWords, type Tab } from './filter-bar.tsx'
import './tabs.css'

type TabsProps<Key extends string> = {
  /** what they are parts of */
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly current: Key
  readonly onSelect: (key: Key) => void
  /** the panel of the current one */
  readonly children: ComponentChildren
}

/** Parts of one thing, one in view; arrow keys move between them (WAI-ARIA tabs). */
export function Tabs<Key extends string>({ label, tabs, current, onSelect, children }: TabsProps<Key>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const move = (by: number) => {
    const at = tabs.findIndex((tab) => tab.key === current)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    onSelect(next.key)
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus()
  }
  return (
    <div>
      <div
        ref={list}
        class="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1)
          if (event.key === 'ArrowLeft') move(-1)
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            class="tab"
            role="tab"
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onSelect(tab.key)}
          >
            <TabWords tab={tab} />
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  )
}
