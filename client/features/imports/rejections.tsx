import { useState } from 'preact/hooks'
import type { Import, Rejection } from '../../../shared/api/imports.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { downloadIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
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
          <p>{of.state === 'published' ? words.rejectedText : words.rejectedAllText}</p>
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
  const codes = useWords(rejectionWords)
  const formats = useFormats()
  return (
    <dl class="rejection-reasons">
      {[...reasons]
        .sort((a, b) => b.count - a.count)
        .map(({ code, count }) => (
          <div key={code}>
            <dt>{codes[code]}</dt>
            <dd class="strong">{formats.number(count)}</dd>
          </div>
        ))}
    </dl>
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
          <ol class="rejection-rows" aria-label={words.list}>
            {page.rejections.map(({ line, reason }) => (
              <li key={line}>
                <span class="strong">{words.line(formats.number(line))}</span>
                <span>{text(reason)}</span>
              </li>
            ))}
          </ol>
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
