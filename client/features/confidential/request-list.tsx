import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ConfidentialRequest } from '../../../shared/api/confidential.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { areaText } from '../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import type { Requests } from './use-requests.ts'
import { confidentialListWords } from './words.ts'

type Props = Pick<Requests, 'busy'> & {
  readonly heading: string
  /** newest first */
  readonly requests: readonly ConfidentialRequest[]
  readonly onMark: Requests['mark']
  /** in place of an empty list */
  readonly children?: ComponentChildren
}

/** Requests of one state under its heading. */
export function RequestList({ heading, requests, busy, onMark, children }: Props) {
  const formats = useFormats()
  const id = useId()
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span class="quiet">{formats.number(requests.length)}</span>
      </h2>
      {requests.length === 0 && children}
      <ul class="visit-requests">
        {requests.map((request) => (
          <RequestRow
            key={request.id}
            request={request}
            isBusy={busy === request.id}
            onMark={(isDone) => void onMark(request, isDone)}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  readonly request: ConfidentialRequest
  readonly isBusy: boolean
  readonly onMark: (isDone: boolean) => void
}

function RequestRow({ request, isBusy, onMark }: RowProps) {
  const words = useWords(confidentialListWords)
  const formats = useFormats()
  const { whom, address, area, askedAt, doneAt } = request
  const name = request.name || words.nameless
  return (
    <li class="visit-request">
      <div class="visit-request-words">
        <p class="strong">{name}</p>
        <p>{whom === 'member' ? words.oneMember : words.wholeHousehold}</p>
        <p>{address || words.noAddress}</p>
        <p>{areaText(area)}</p>
        <p class="quiet">{words.asked(formats.dateTime(askedAt))}</p>
        {doneAt !== null && <Badge tone="good">{words.visited(formats.dateTime(doneAt))}</Badge>}
      </div>
      {doneAt === null ? (
        <Button busy={isBusy} onClick={() => onMark(true)}>
          {words.markDone}
          <span class="visually-hidden">: {name}</span>
        </Button>
      ) : (
        <Button kind="bare" busy={isBusy} onClick={() => onMark(false)}>
          {words.markOpen}
          <span class="visually-hidden">: {name}</span>
        </Button>
      )}
    </li>
  )
}
