import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { chevronLeftIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import './screen.css'

type Props = {
  /** the heading; may name a person */
  readonly title: string
  /** for the tab and the history, so never anything personal; the title where not given */
  readonly tabTitle?: string | undefined
  /** one quiet line under the heading */
  readonly subtitle?: ComponentChildren
  /** where ‹ leads */
  readonly back?: string | undefined
  /** beside the heading: a state, a quiet act */
  readonly actions?: ComponentChildren
  /** what stays under the heading while the page scrolls: `Steps`, a search */
  readonly sticky?: ComponentChildren
  /** the primary act, within the thumb's arc */
  readonly bottom?: ComponentChildren
  /** `wide` for tables and queues, else one readable column */
  readonly width?: 'column' | 'wide' | undefined
  readonly children: ComponentChildren
}

/** The frame of every screen: heading (which takes the focus on arrival), what it says, the act at the bottom. */
export function Screen(props: Props) {
  const { title, tabTitle, subtitle, back, actions, sticky, bottom, width = 'column', children } = props
  const words = useWords(kitWords)
  useEffect(() => {
    document.title = `${tabTitle ?? title} · Yes Jitu`
  }, [tabTitle, title])
  return (
    <div class={`screen screen-${width}${bottom ? ' screen-with-bottom' : ''}`}>
      <div class="screen-head">
        {back && (
          <a class="icon-button screen-back" href={back} aria-label={words.back} title={words.back}>
            <Icon shape={chevronLeftIcon} />
          </a>
        )}
        <div class="screen-heading">
          <h1 tabIndex={-1}>{title}</h1>
          {subtitle && <div class="quiet">{subtitle}</div>}
        </div>
        {actions && <div class="screen-actions">{actions}</div>}
      </div>
      {sticky && <div class="screen-sticky">{sticky}</div>}
      <div class="screen-body">{children}</div>
      {bottom && <BottomBar>{bottom}</BottomBar>}
    </div>
  )
}

/** Acts at the lower edge, above the phone's own bar; the primary one last, at the thumb. */
function BottomBar({ children }: { children: ComponentChildren }) {
  return (
    <div class="bottom-bar">
      <div class="bottom-bar-acts">{children}</div>
    </div>
  )
}
