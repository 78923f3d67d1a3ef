import type { Api } from '../../../ports/api.ts'
import type { Clock } from '../../../ports/clock.ts'
import { HeldDetail } from './held-detail.tsx'
import { HeldList } from './held-list.tsx'

type Props = {
  readonly api: Api
  readonly clock: Clock
  /** number of the one that is open; the list where there is none */
  readonly held: string | undefined
  /** where the list leads back to */
  readonly back: string
}

/** Quarantine, as a supervisor or the city admin sees it. */
export function HeldScreen({ api, clock, held, back }: Props) {
  const id = Number(held)
  return held !== undefined && Number.isSafeInteger(id) ? (
    <HeldDetail key={id} api={api} id={id} />
  ) : (
    <HeldList api={api} clock={clock} back={back} />
  )
}
