import { useState } from 'preact/hooks'
import type { Period } from '../../../shared/api/periods.ts'
import type { Api } from '../../ports/api.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { stampIcon } from '../../ui/icons/lucide-late.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { useLoaded, type Loaded } from '../../ui/loading/use-loaded.ts'
import { OpenPeriod } from './open-period.tsx'
import { PackageCard } from './package-card.tsx'
import { PeriodFigures } from './period-figures.tsx'
import { PeriodSteps } from './period-steps.tsx'
import { PeriodState, PeriodTable } from './period-table.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { SealNews } from './seal-news.tsx'
import { useSeal } from './use-seal.ts'
import { periodWords } from './words.ts'
import './periods.css'

/** A month as a page: its steps, its figures, what would miss it, its seal and its package. */
export function PeriodsScreen({ api }: { api: Api }) {
  const words = useWords(periodWords)
  const formats = useFormats()
  const loading = useLoaded(() => api.periods(), 'periods')
  const imports = useLoaded(() => api.imports(), 'imports')
  const [selected, setSelected] = useState<Period['id'] | null>(null)
  const [isAsking, setAsking] = useState(false)
  const seal = useSeal(api, (ended) => {
    if (ended) setSelected(ended.id)
    void loading.reload().then(focusHeading)
  })
  const period = loading.state.kind === 'ready' ? shownOf(loading.state, selected) : null

  return (
    <Screen
      title={period ? formats.month(period.id) : words.title}
      tabTitle={words.title}
      width="wide"
      subtitle={period ? <PeriodState period={period} /> : undefined}
      bottom={
        period?.state === 'open' &&
        seal.sealing === null && (
          <Button kind="primary" icon={stampIcon} onClick={() => setAsking(true)}>
            {words.seal}
          </Button>
        )
      }
    >
      <LoadedView loading={loading} rows={8}>
        {({ periods }) => (
          <>
            {period && <SealNews seal={seal} period={period} />}
            {period && (
              <div class="period">
                <PeriodSteps period={period} imports={imports.state} isSealing={seal.sealing === period.id} />
                <div class="stack period-main">
                  {period.state === 'open' && <OpenPeriod period={period} />}
                  <SealDialog
                    period={period}
                    open={isAsking}
                    onClose={() => setAsking(false)}
                    onSeal={() => {
                      setAsking(false)
                      void seal.seal(period.id)
                    }}
                  />
                  {period.package && <PackageCard id={period.id} file={period.package} />}
                  <PeriodFigures period={period} />
                </div>
              </div>
            )}
            <section class="stack" aria-labelledby="all-periods">
              <h2 id="all-periods">{words.otherPeriods}</h2>
              <PeriodTable
                periods={periods}
                onSelect={(id) => {
                  setSelected(id)
                  focusHeading()
                }}
              />
              {periods.every(({ state }) => state === 'open') && <p class="quiet">{words.noneSealed}</p>}
            </section>
          </>
        )}
      </LoadedView>
    </Screen>
  )
}

/** The page is about another month now: those who hear it, and those who scrolled, begin at its top. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus()
}

type Ready = Extract<Loaded<{ readonly periods: readonly Period[] }>, { kind: 'ready' }>

/** The chosen month, else the open one, which stands first. */
function shownOf({ value: { periods } }: Ready, selected: Period['id'] | null): Period | null {
  return periods.find(({ id }) => id === selected) ?? periods[0] ?? null
}
