import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { jakartaDate } from '../../../shared/period.ts'
import type { Import } from '../../../shared/api/imports.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import type { Api } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Screen } from '../../ui/layout/screen.tsx'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { useLoaded } from '../../ui/loading/use-loaded.ts'
import { paths } from '../../ui/paths.ts'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportForm } from './import-form.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportState, isUnderWay } from './import-state.tsx'
import { ImportSteps } from './import-steps.tsx'
import { importWords } from './words.ts'
import './imports.css'

type Props = { readonly api: Api; readonly clock: Clock }

/** The ministry's lists: a new one in three steps, and the earlier ones. */
export function ImportsScreen({ api, clock }: Props) {
  const snapshot = useRoute().params['import'] as SnapshotId | undefined
  // The server answers a file that it knows with its earlier import: that has to be said there.
  const [repeated, setRepeated] = useState<SnapshotId | null>(null)
  return snapshot ? (
    <OneImport api={api} clock={clock} snapshot={snapshot} isRepeated={repeated === snapshot} />
  ) : (
    <AllImports api={api} clock={clock} onRepeated={setRepeated} />
  )
}

const NO_IMPORTS: readonly Import[] = []

type AllProps = Props & { readonly onRepeated: (snapshot: SnapshotId | null) => void }

function AllImports({ api, clock, onRepeated }: AllProps) {
  const words = useWords(importWords)
  const { route } = useLocation()
  const loading = useLoaded(() => api.imports(), 'imports')
  const known = loading.state.kind === 'ready' ? loading.state.value.imports : NO_IMPORTS
  useAskingAgain(known.some(isUnderWay), known, clock, loading.reload)
  return (
    <Screen title={words.title} subtitle={words.subtitle} width="wide">
      <ImportSteps current="file" />
      <div class="import-card">
        <Card>
          <ImportForm
            api={api}
            today={jakartaDate(clock.now())}
            onAccepted={({ id }) => {
              onRepeated(known.some((one) => one.id === id) ? id : null)
              route(paths.import(id))
            }}
          />
        </Card>
      </div>
      <section class="stack" aria-labelledby="earlier-imports">
        <h2 id="earlier-imports">{words.earlier}</h2>
        <LoadedView loading={loading}>{({ imports }) => <EarlierImports imports={imports} />}</LoadedView>
      </section>
    </Screen>
  )
}

const ASK_AGAIN_MS = 1500

/** Asks again, answer by answer, while something is under way. */
function useAskingAgain(isGoing: boolean, answer: unknown, clock: Clock, ask: () => Promise<void>): void {
  useEffect(() => {
    if (isGoing) return clock.after(ASK_AGAIN_MS, () => void ask())
    return undefined
  }, [isGoing, answer, clock, ask])
}

type OneProps = Props & { readonly snapshot: SnapshotId; readonly isRepeated: boolean }

function OneImport({ api, clock, snapshot, isRepeated }: OneProps) {
  const words = useWords(importWords)
  const formats = useFormats()
  const loading = useLoaded(() => api.import(snapshot), snapshot)
  const { state, reload } = loading
  const value = state.kind === 'ready' ? state.value : null
  const isReading = value !== null && isUnderWay(value)

  useAskingAgain(isReading, value, clock, reload)

  return (
    <Screen
      title={value?.fileName ?? words.title}
      tabTitle={words.title}
      back={paths.imports}
      width="wide"
      subtitle={value && <ImportState state={value.state} />}
    >
      <LoadedView loading={loading} rows={8}>
        {(one) => (
          <>
            <ImportSteps
              current={isReading ? 'reading' : 'result'}
              isFailed={one.state === 'failed'}
              details={{ file: formats.bytes(one.bytes), result: isReading ? '' : words[one.state] }}
            />
            <ImportResult of={one} api={api} isRepeated={isRepeated} />
            <div>
              <ButtonLink href={paths.imports}>{words.newImport}</ButtonLink>
            </div>
          </>
        )}
      </LoadedView>
    </Screen>
  )
}
