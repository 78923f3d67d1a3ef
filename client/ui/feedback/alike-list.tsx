import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { triangleAlertIcon } from '../icons/lucide.ts'
import './alike-list.css'

export type Alike = {
  readonly key: string
  readonly name: string
  /** where, when born: what tells them apart */
  readonly about: readonly string[]
  /** leads there, or takes it over */
  readonly action?: ComponentChildren
}

type Props = {
  readonly title: string
  readonly alike: readonly Alike[]
  /** that there are others, too; alone where nobody can be named */
  readonly more?: string | undefined
  /** `info` where one of them is to be chosen; else all are a reason to look */
  readonly tone?: 'attention' | 'info' | undefined
  /** scrolls as far as needed to be seen when it finds something */
  readonly comesIntoView?: boolean | undefined
}

/** Below a field: what may be the same as what is being typed. It is said in passing, and blocks nothing. */
export function AlikeList({ title, alike, more, tone = 'attention', comesIntoView = false }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const isCalled = comesIntoView && alike.length > 0
  useEffect(() => {
    if (isCalled) root.current?.scrollIntoView({ block: 'nearest' })
  }, [isCalled])
  return (
    <div ref={root} class={`alike-list alike-list-${tone}`} role="status">
      {(alike.length > 0 || more) && (
        <>
          <p class="alike-list-title">
            {tone === 'attention' && <Icon shape={triangleAlertIcon} />}
            <span>{title}</span>
          </p>
          {alike.length > 0 && (
            <ul>
              {alike.map(({ key, name, about, action }) => (
                <li key={key}>
                  <p>
                    <span class="strong">{name}</span>
                    <span class="visually-hidden">, </span>
                    <span class="quiet">{about.join(' · ')}</span>
                  </p>
                  {action}
                </li>
              ))}
            </ul>
          )}
          {more && <p class="quiet">{more}</p>}
        </>
      )}
    </div>
  )
}
