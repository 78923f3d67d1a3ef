import type { ConfidentialList } from '../../../shared/api/confidential.ts'
import type { Api } from '../../ports/api.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { inboxIcon, mapPinIcon } from '../../ui/icons/lucide-late.ts'
import { circleCheckIcon, refreshCwIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { RequestList } from './request-list.tsx'
import { useRequests, type Requests } from './use-requests.ts'
import { confidentialListWords } from './words.ts'
import './confidential.css'

type Props = { readonly api: Api; readonly holdsAreas: boolean }

/** Where a case worker is asked to go, open requests first. */
export function ConfidentialScreen({ api, holdsAreas }: Props) {
  const words = useWords(confidentialListWords)
  const requests = useRequests(api)
  return (
    <Screen
      title={words.title}
      subtitle={words.subtitle}
      actions={
        <Button kind="bare" icon={refreshCwIcon} onClick={() => void requests.loading.reload()}>
          {words.refresh}
        </Button>
      }
    >
      <LoadedView loading={requests.loading}>
        {(list) => <Lists requests={requests} list={list} holdsAreas={holdsAreas} />}
      </LoadedView>
    </Screen>
  )
}

type ListsProps = {
  readonly requests: Requests
  readonly list: ConfidentialList
  readonly holdsAreas: boolean
}

function Lists({ requests, list, holdsAreas }: ListsProps) {
  const words = useWords(confidentialListWords)
  const formats = useFormats()
  const open = list.requests.filter(({ doneAt }) => doneAt === null)
  const done = list.requests.filter(({ doneAt }) => doneAt !== null)
  return (
    <div class="stack-wide">
      {requests.fault && <FaultNotice fault={requests.fault} isAct />}
      {list.unreadable > 0 && (
        <Notice tone="attention" title={words.unreadable(formats.number(list.unreadable))}>
          {words.unreadableText}
        </Notice>
      )}
      {list.requests.length === 0 ? (
        <Nothing holdsAreas={holdsAreas} />
      ) : (
        <RequestList heading={words.open} requests={open} busy={requests.busy} onMark={requests.mark}>
          <EmptyState icon={circleCheckIcon} title={words.nothingOpen} />
        </RequestList>
      )}
      {done.length > 0 && (
        <RequestList heading={words.done} requests={done} busy={requests.busy} onMark={requests.mark} />
      )}
    </div>
  )
}

function Nothing({ holdsAreas }: { holdsAreas: boolean }) {
  const words = useWords(confidentialListWords)
  return holdsAreas ? (
    <EmptyState icon={inboxIcon} title={words.nothing}>
      {words.nothingText}
    </EmptyState>
  ) : (
    <EmptyState icon={mapPinIcon} title={words.noAreas}>
      {words.noAreasText}
    </EmptyState>
  )
}
