import type { ComponentChildren } from 'preact'
import { FaultNotice } from '../feedback/fault-notice.tsx'
import { Skeleton } from '../feedback/skeleton.tsx'
import type { Loading } from './use-loaded.ts'

type Props<Value> = {
  readonly loading: Loading<Value>
  /** how many rows hold the place meanwhile */
  readonly rows?: number | undefined
  readonly children: (value: Value) => ComponentChildren
}

/** What was read, or its place holder, or why it could not be read; an older reading stays in view. */
export function LoadedView<Value>({ loading, rows = 6, children }: Props<Value>) {
  const { state, reload } = loading
  switch (state.kind) {
    case 'loading':
      return <Skeleton rows={rows} />
    case 'failed':
      return <FaultNotice fault={state.fault} onRetry={() => void reload()} />
    case 'ready':
      return (
        <>
          {state.fault && <FaultNotice fault={state.fault} onRetry={() => void reload()} />}
          {children(state.value)}
        </>
      )
  }
}
