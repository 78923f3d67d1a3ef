import type { HeldDetail as Detail } from '../../../../shared/api/quarantine.ts'
import type { Api } from '../../../ports/api.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { pauseIcon } from '../../../ui/icons/lucide.ts'
import { Facts } from '../../../ui/lists/facts.tsx'
import { paths } from '../../../ui/paths.ts'
import { deviceText } from '../../../ui/language/device-text.ts'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { Card } from '../../../ui/layout/card.tsx'
import { Screen } from '../../../ui/layout/screen.tsx'
import { LoadedView } from '../../../ui/loading/loaded-view.tsx'
import { useLoaded } from '../../../ui/loading/use-loaded.ts'
import { HeldActs } from './held-acts.tsx'
import { placeText } from './held-list.tsx'
import { HeldSteps } from './held-steps.tsx'
import { heldWords, whyHeld } from './held-words.ts'
import { documentOfSteps } from './step-groups.ts'
import './held.css'

type Props = { readonly api: Pick<Api, 'heldChange' | 'decideHeld'>; readonly id: number }

/** A held change with those that joined it: who, why, what it says, and what can be made of it. */
export function HeldDetail({ api, id }: Props) {
  const words = useWords(heldWords)
  const loading = useLoaded(() => api.heldChange(id), String(id))
  const detail = loading.state.kind === 'ready' ? loading.state.value : null
  const name = detail?.held.survey === null ? words.unreadable : words.nameless
  return (
    <Screen
      title={detail ? detail.held.name || detail.held.address || name : words.one}
      tabTitle={words.one}
      back={paths.held}
      bottom={detail && <HeldActs api={api} detail={detail} reload={loading.reload} />}
    >
      <LoadedView loading={loading}>{(value) => <Content detail={value} />}</LoadedView>
    </Screen>
  )
}

function Content({ detail }: { readonly detail: Detail }) {
  const words = useWords(heldWords)
  const formats = useFormats()
  const text = useText()
  const { held, changes, obstacle } = detail
  const documents = [
    ...changes.map(({ steps }) => documentOfSteps(steps ?? [])).reverse(),
    ...detail.documents,
  ]
  return (
    <div class="stack-wide">
      <Notice tone="attention" icon={pauseIcon} title={words.whyTitle(text(whyHeld(held.fault).why))} />
      {obstacle && (
        <Notice tone="problem" title={words.blockedTitle}>
          {text(whyHeld(obstacle).mend)}
        </Notice>
      )}
      <Facts
        facts={[
          { label: words.enumerator, value: held.enumerator },
          { label: words.phone, value: deviceText(held.device) || words.unknownPhone },
          { label: words.area, value: placeText(held) ?? words.noArea },
          ...(held.address === '' ? [] : [{ label: words.address, value: held.address }]),
          ...(held.madeAt === null ? [] : [{ label: words.made, value: formats.dateTime(held.madeAt) }]),
          { label: words.arrived, value: formats.dateTime(held.at) },
        ]}
      />
      {changes.map(({ id, at, submits, steps }, index) => (
        <Card
          key={id}
          title={
            changes.length === 1
              ? words.onlyChange
              : words.changeOf(formats.number(index + 1), formats.number(changes.length))
          }
        >
          <div class="row held-change-signs">
            <span class="quiet">{formats.dateTime(at)}</span>
            {submits && <Badge tone="info">{words.submits}</Badge>}
          </div>
          {steps === null ? (
            <p class="quiet">{words.noSteps}</p>
          ) : (
            <HeldSteps steps={steps} documents={documents} />
          )}
        </Card>
      ))}
    </div>
  )
}
