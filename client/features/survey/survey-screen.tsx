import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { HouseholdId } from '../../../shared/ids.ts'
import { statusAfter } from '../../../shared/review/status.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ConfidentialVisits } from '../../ports/confidential.ts'
import type { FieldWork, Place, SurveyView } from '../../ports/field-work.ts'
import type { HalfTyped } from '../../ports/half-typed.ts'
import type { Locator } from '../../ports/locator.ts'
import type { NikHintDesk } from '../../ports/nik-hints.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'
import { LocationDeskContext } from '../../questions/location/location-desk.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { houseIcon } from '../../ui/icons/lucide.ts'
import { areaText } from '../../ui/language/area-text.ts'
import { useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import { ConfidentialContext } from './confidential-context.ts'
import { NikHintsContext } from './nik-hints-context.ts'
import { firstOpenStep } from './section-steps.ts'
import { isStepKey } from './step-key.ts'
import { SubmittedSurvey } from './submitted-survey.tsx'
import { SurveyEditor } from './survey-editor.tsx'
import { areaOf, householdName } from './household-heading.ts'
import { stepPath } from './survey-path.ts'
import { surveyWords } from './words.ts'

type Props = { readonly work: FieldWork; readonly clock: Clock; readonly photos: PhotoKit }
type ScreenProps = Props & {
  readonly confidential: ConfidentialVisits
  readonly locator: Locator
  readonly nikHints: NikHintDesk
}

/** The survey of one household: to be filled in, or as it was submitted. */
export function SurveyScreen({ work, clock, photos, confidential, locator, nikHints }: ScreenProps) {
  const { params } = useRoute()
  const household = params['household'] as HouseholdId
  const locationDesk = useMemo(() => ({ locator, clock }), [locator, clock])
  return (
    <ConfidentialContext.Provider value={confidential}>
      <NikHintsContext.Provider value={nikHints}>
        <LocationDeskContext.Provider value={locationDesk}>
          <Survey
            key={household}
            work={work}
            clock={clock}
            photos={photos}
            household={household}
            section={params['section']}
          />
        </LocationDeskContext.Provider>
      </NikHintsContext.Provider>
    </ConfidentialContext.Provider>
  )
}

type SurveyProps = Props & { readonly household: HouseholdId; readonly section: string | undefined }

function Survey({ work, clock, photos, household, section }: SurveyProps) {
  const { route } = useLocation()
  const words = useWords(surveyWords)
  const view = work.survey(household).value
  const places = usePlaces(work, household)
  const start = places?.start
  const [isFixing, setFixing] = useState(false)

  const isOpen = view !== null && start !== undefined && (isEditable(view) || isFixing || wasKilledIn(start))
  const step = isStepKey(section) ? section : null
  const firstStep = view && start !== undefined && step === null ? stepToOpen(view, start) : null
  useEffect(() => {
    if (isOpen && step === null && firstStep) route(stepPath(household, firstStep), true)
  }, [isOpen, step, firstStep, household, route])

  if (!view) return <NotHere />
  const title = householdName(view) || words.nameless
  if (start === undefined || (isOpen && step === null)) {
    return (
      <Screen title={title} tabTitle={words.tabTitle} subtitle={areaText(areaOf(view))} back={paths.home}>
        <Skeleton />
      </Screen>
    )
  }
  if (!isOpen || step === null) {
    return (
      <SubmittedSurvey
        view={view}
        work={work}
        clock={clock}
        onFix={() => {
          setFixing(true)
          route(stepPath(household, firstOpenStep(view.document, view.findings)))
        }}
      />
    )
  }
  return (
    <SurveyEditor
      key={view.survey}
      work={work}
      clock={clock}
      photos={photos}
      view={view}
      step={step}
      start={start?.section === step ? startIn(start) : null}
      halfTyped={places?.halfTyped ?? {}}
    />
  )
}

type Places = { readonly start: Place | null; readonly halfTyped: HalfTyped }

/** Where the enumerator was last, and what was left half typed; undefined until the device has said so. */
function usePlaces(work: FieldWork, household: HouseholdId): Places | undefined {
  const [places, setPlaces] = useState<Places | undefined>(undefined)
  useEffect(() => {
    void Promise.all([work.place(), work.place(household)]).then(([last, own]) =>
      setPlaces({ start: last?.household === household ? last : null, halfTyped: own?.halfTyped ?? {} }),
    )
  }, [work, household])
  return places
}

/** Whoever left the survey comes back to its section, not into the middle of an answer. */
function startIn(start: Place): Place {
  return wasKilledIn(start) ? start : { ...start, path: null }
}

/** What was submitted or handed to somebody else opens to be read, except where a correction was cut short. */
function isEditable(view: SurveyView): boolean {
  return statusAfter(view.status, 'submit') !== null && view.review?.handedTo === undefined
}

function wasKilledIn(start: Place | null): boolean {
  return start !== null && start.route !== paths.home
}

function stepToOpen(view: SurveyView, start: Place | null) {
  const section = start?.section ?? undefined
  return isStepKey(section) ? section : firstOpenStep(view.document, view.findings)
}

function NotHere() {
  const words = useWords(surveyWords)
  return (
    <Screen title={words.notHere} back={paths.home}>
      <EmptyState
        icon={houseIcon}
        title={words.notHere}
        action={
          <ButtonLink kind="primary" href={paths.home}>
            {words.toList}
          </ButtonLink>
        }
      >
        {words.notHereText}
      </EmptyState>
    </Screen>
  )
}
