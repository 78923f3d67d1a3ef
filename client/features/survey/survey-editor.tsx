import { useComputed } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { FAULTS } from '../../../shared/faults.ts'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { isComplete } from '../../../shared/review/findings.ts'
import { statusAfter } from '../../../shared/review/status.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork, Place, SurveyView } from '../../ports/field-work.ts'
import type { HalfTyped } from '../../ports/half-typed.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'
import { PhotoDeskContext } from '../../questions/photo/photo-desk.ts'
import { QuestionDeskContext } from '../../questions/question-desk.ts'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { focusField } from '../../ui/fields/focus-field.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import { useStable } from '../../ui/use-stable.ts'
import { CheckPage } from './check-page.tsx'
import { entryOfFinding, nextOpen, stepOf, warningId, type FindingPlace } from './finding-places.ts'
import { focusWhenDrawn } from './focus-when-drawn.ts'
import { areaOf, householdName } from './household-heading.ts'
import { pathInFocus } from './path-in-focus.ts'
import { SaveSign } from './save-sign.tsx'
import { SectionPage } from './section-page.tsx'
import { shownEntries } from './shown-entries.ts'
import { stepsAsked } from './section-steps.ts'
import type { StepKey } from './step-key.ts'
import { OldFormNotice } from './old-form-notice.tsx'
import { SameAsNotice } from './same-as-notice.tsx'
import { SurveyNotices } from './survey-notices.tsx'
import { SurveyActs } from './survey-acts.tsx'
import { stepPath } from './survey-path.ts'
import { SurveySteps, useStepName } from './survey-steps.tsx'
import { UnreadNotice } from './unread-notice.tsx'
import { usePhotoDeskOf } from './use-photo-desk-of.ts'
import { useCurrentVisit } from './use-current-visit.ts'
import { usePlace } from './use-place.ts'
import { useSurveyDesk } from './use-survey-desk.ts'
import { surveyWords } from './words.ts'
import './survey.css'

type Props = {
  readonly work: FieldWork
  readonly clock: Clock
  readonly photos: PhotoKit
  readonly view: SurveyView
  readonly step: StepKey
  /** where in this step the enumerator was, to be taken up again */
  readonly start: Place | null
  /** what stood half typed when the survey was left */
  readonly halfTyped: HalfTyped
}

/** A survey being filled in, one section at a time. It is drawn anew for each save, what it shows only for its own. */
export function SurveyEditor({ work, clock, photos, view, step, start, halfTyped }: Props) {
  const { route } = useLocation()
  const words = useWords(surveyWords)
  const text = useText()
  const formats = useFormats()
  const toast = useToast()
  const stepName = useStepName()
  const [saysOdd, setSaysOdd] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const [askedProblems, setAskedProblems] = useState(view.status !== 'draft')
  const [entry, setEntry] = useState<string | null>(start?.entry ?? null)
  const target = useRef<Path | null>(start?.path ?? null)
  const { household } = view
  const { desk, autosave, finish } = useSurveyDesk({ work, clock, view, step, halfTyped })
  const photoDesk = usePhotoDeskOf(view, { photos, clock, autosave, desk })
  const visit = useCurrentVisit(useComputed(() => desk.document.visits).value, work.newEntryId)
  const place = usePlace(work, household, autosave)
  const inFocus = useRef<Path | null>(start?.path ?? null)
  const shownStep = useRef<StepKey | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const canSubmit = statusAfter(view.status, 'submit') !== null

  useEffect(() => {
    if (step === 'check') {
      desk.sayMissing()
      desk.lookAgain()
    }
    if (step === 'problems') setAskedProblems(true)
  }, [desk, step])
  // What was pressed may be gone: the focus goes on to where the act leads, else to the new section's heading.
  const land = () => {
    const path = target.current
    target.current = null
    return path !== null && focusWhenDrawn(path)
  }
  useLayoutEffect(() => {
    if (shownStep.current === step) return
    shownStep.current = step
    place.keep(step, entry, target.current)
    if (!land()) heading.current?.focus({ preventScroll: true })
  })

  const open = useStable((next: string | null, focus: Path) => {
    target.current = focus
    setEntry(next)
    place.keep(step, next, null)
    // After the drawing that the act led to, which waits for the same moment and came first.
    queueMicrotask(land)
  })
  const goToPlace = useStable(({ step: to, entry: next, id }: FindingPlace) => {
    if (to === step) return open(next, id)
    setEntry(next)
    target.current = id
    route(stepPath(household, to))
  })
  const goTo = useStable((path: Path) =>
    goToPlace({ step: stepOf(path), entry: entryOfFinding(path), id: path }),
  )
  const goToNextOpen = useStable(() => {
    const shown = shownEntries(desk.document, desk.visitDate, view.known)
    const next = nextOpen(desk.findings, { id: inFocus.current, step, entry }, shown)
    if (next === null) return
    // The next press goes on from here, wherever the focus could be set.
    inFocus.current = next.id
    if (next.step !== step || next.entry !== entry) goToPlace(next)
    else focusWhenDrawn(next.id)
  })
  const submit = useStable(async () => {
    await autosave.flush()
    if (autosave.state.peek().kind === 'failed') return
    const submission = await finish(
      (edits) => work.submit(household, { edits, place: place.end }),
      ({ kind }) => kind !== 'failed',
    )
    switch (submission.kind) {
      case 'incomplete': {
        // Another house may have got this NIK since the survey was opened.
        desk.lookAgain()
        setRefusals(refusals + 1)
        const odd = desk.findings.find(({ level, confirmed }) => level === 'warning' && confirmed === null)
        if (isComplete(desk.findings) && odd) focusWhenDrawn(warningId(odd))
        return
      }
      case 'failed':
        toast({ text: text(FAULTS[submission.fault.fault].text) })
        return
      case 'submitted':
        place.ended()
        toast({ text: words.wasSubmitted(householdName(view) || words.nameless) })
        route(paths.home, true)
    }
  })

  // Nothing is submitted, but what was found at the door is there for the next visit.
  const leaveForRevisit = useStable(async () => {
    const missing = desk.findings.find(({ level, path }) => level === 'error' && path !== 'visits')
    if (missing) {
      desk.sayMissing()
      focusTyped(missing.path)
      return
    }
    const revisitPath = pathOf('visits/*/revisitOn', visit.id)
    const odd = desk.findings.find(({ path }) => path === revisitPath)
    // Typed last, its warning is not on the screen yet: whoever presses again means it.
    if (odd && !saysOdd) {
      setSaysOdd(true)
      focusTyped(odd.path)
      return
    }
    await autosave.flush()
    if (autosave.state.peek().kind === 'failed') return
    place.ended()
    await work.rememberPlace(place.end)
    const { revisitOn } = visit.visit ?? {}
    if (revisitOn !== undefined) {
      toast({ text: words.willRevisit(householdName(view) || words.nameless, formats.date(revisitOn)) })
    }
    route(paths.home, true)
  })
  const select = useStable((key: StepKey) => route(stepPath(household, key)))

  const isAsked = useComputed(() => stepsAsked(desk.document)).value.includes(step)
  useEffect(() => {
    if (!isAsked) route(stepPath(household, 'visit'), true)
  }, [isAsked, household, route])

  const { unread } = desk
  // The last page names them all.
  const unreadElsewhere = unread.filter((path) => step !== 'check' && stepOf(path) !== step)
  const name = useComputed(() => householdName({ document: desk.document, known: desk.record.known })).value
  const area = useComputed(() => neighbourhoodText(areaOf(desk))).value
  return (
    <QuestionDeskContext.Provider value={desk}>
      <div class="survey">
        <Screen
          title={name || words.nameless}
          tabTitle={words.tabTitle}
          subtitle={
            <>
              <span class="survey-area">{area}</span>
              <SaveSign autosave={autosave} holdsBack={unreadElsewhere.length < unread.length} />
            </>
          }
          back={paths.home}
          sticky={<SurveySteps current={step} askedProblems={askedProblems} onSelect={select} />}
          bottom={
            <SurveyActs
              household={household}
              step={step}
              canSubmit={canSubmit}
              hasVisit={visit.visit !== null}
              onNextOpen={goToNextOpen}
              onSubmit={submit}
              onLeave={leaveForRevisit}
            />
          }
        >
          <SurveyNotices view={view} autosave={autosave} isFixing={!canSubmit} />
          <SameAsNotice view={view} work={work} />
          {canSubmit && <OldFormNotice />}
          <UnreadNotice paths={unreadElsewhere} onGo={goTo} />
          <div
            class="stack-wide"
            onFocusIn={(event) => {
              const path = pathInFocus((event.target as HTMLElement).id)
              if (path === null) return
              inFocus.current = path
              place.keep(step, entry, path)
            }}
          >
            <h2 ref={heading} tabIndex={-1} class="visually-hidden">
              {stepName(step)}
            </h2>
            {step === 'check' ? (
              <CheckPage
                view={view}
                onGo={goTo}
                refusals={refusals}
                canSubmit={canSubmit}
                newId={work.newEntryId}
              />
            ) : (
              <PhotoDeskContext.Provider value={photoDesk}>
                <SectionPage
                  step={step}
                  work={work}
                  clock={clock}
                  visit={visit}
                  entry={entry}
                  onOpen={open}
                  onGo={goTo}
                />
              </PhotoDeskContext.Provider>
            )}
          </div>
        </Screen>
      </div>
    </QuestionDeskContext.Provider>
  )
}

/** A day that is typed stands in a field of its own, below the choice of days. */
function focusTyped(path: Path): void {
  if (!focusField(`${path}-date`)) focusField(path)
}
