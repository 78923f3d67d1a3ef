import { useState } from 'preact/hooks'
import type { Import, Rejection } from '../../../shared/api/imports.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { downloadIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Table } from '../../ui/lists/table.tsx'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { useLoaded } from '../../ui/loading/use-loaded.ts'
import { downloads } from '../../ui/paths.ts'
import { rejectionWords, resultWords } from './words.ts'

type Props = { readonly api: Api; readonly of: Import }

/** The rows that were not taken: how many for each reason, the file to mend, and each with its line. */
export function Rejections({ api, of }: Props) {
  const words = useWords(resultWords)
  return (
    <Card title={words.rejectedTitle}>
      {of.rejected === 0 ? (
        <p>{words.noneRejected}</p>
      ) : (
        <>
          <p>{words.rejectedText}</p>
          <div>
            <ButtonLink href={downloads.rejectedRows(of.id)} download icon={downloadIcon}>
              {words.download}
            </ButtonLink>
          </div>
          <h3>{words.byReason}</h3>
          <Reasons reasons={of.reasons} />
          <h3>{words.list}</h3>
          <RejectedRows api={api} of={of} />
        </>
      )}
    </Card>
  )
}

function Reasons({ reasons }: Pick<Import, 'reasons'>) {
  const words = useWords(resultWords)
  const codes = useWords(rejectionWords)
  const formats = useFormats()
  return (
    <Table
      caption={words.byReason}
      rows={[...reasons].sort((a, b) => b.count - a.count)}
      keyOf={({ code }) => code}
      columns={[
        { key: 'reason', label: words.reason, cell: ({ code }) => codes[code] },
        { key: 'rows', label: words.rows, isNumber: true, cell: ({ count }) => formats.number(count) },
      ]}
    />
  )
}

type Page = { readonly rejections: readonly Rejection[]; readonly more: boolean }

function RejectedRows({ api, of }: Props) {
  const words = useWords(resultWords)
  const formats = useFormats()
  const text = useText()
  const loading = useLoaded<Page>(() => api.rejections(of.id, 0), of.id)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  const loadMore = async ({ rejections }: Page) => {
    setBusy(true)
    setFault(null)
    const next = await api.rejections(of.id, rejections.at(-1)?.line ?? 0)
    setBusy(false)
    if (isFault(next)) setFault(next)
    else loading.replace({ ...next, rejections: [...rejections, ...next.rejections] })
  }

  return (
    <LoadedView loading={loading} rows={5}>
      {(page) => (
        <>
          <Table
            caption={words.list}
            rows={page.rejections}
            keyOf={({ line }) => String(line)}
            columns={[
              { key: 'line', label: words.line, cell: ({ line }) => formats.number(line) },
              { key: 'reason', label: words.reason, cell: ({ reason }) => text(reason) },
            ]}
          />
          {fault && <FaultNotice fault={fault} isAct />}
          {page.more && (
            <div>
              <Button busy={isBusy} onClick={() => void loadMore(page)}>
                {words.showMore}
              </Button>
            </div>
          )}
        </>
      )}
    </LoadedView>
  )
}
