import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { FAULTS } from '../../../shared/faults.ts'
import { openFindings } from '../../../shared/review/findings.ts'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { SECTIONS } from '../../../shared/survey/questionnaire.ts'
import { statusAfter } from '../../../shared/review/status.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork, Place, SurveyView } from '../../ports/field-work.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'
import { PhotoDeskContext } from '../../questions/photo/photo-desk.ts'
import { QuestionDeskContext } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { chevronDownIcon } from '../../ui/icons/lucide-late.ts'
import { chevronLeftIcon } from '../../ui/icons/lucide.ts'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { Steps, type Step } from '../../ui/layout/steps.tsx'
import { paths } from '../../ui/paths.ts'
import { CheckPage } from './check-page.tsx'
import { familyLines } from './family-edits.ts'
import { nextOpen, type FindingPlace } from './finding-places.ts'
import { areaOf, householdName } from './household-heading.ts'
import { pathInFocus } from './path-in-focus.ts'
import { SaveSign } from './save-sign.tsx'
import { SectionPage } from './section-page.tsx'
import { sectionProgress } from './section-progress.ts'
import {
  entryOfFinding,
  isUnseen,
  neighbours,
  stepOf,
  stepsAsked,
  stepState,
  type StepKey,
} from './section-steps.ts'
import { OldFormNotice } from './old-form-notice.tsx'
import { SurveyNotices } from './survey-notices.tsx'
import { stepPath } from './survey-path.ts'
import { useParadata } from './use-paradata.ts'
import { usePhotoDeskOf } from './use-photo-desk-of.ts'
import { useCurrentVisit } from './use-current-visit.ts'
import { usePlace } from './use-place.ts'
import { useSettled } from './use-settled.ts'
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
}

/** A survey being filled in, one section at a time. */
export function SurveyEditor({ work, clock, photos, view, step, start }: Props) {
  const { route } = useLocation()
  const words = useWords(surveyWords)
  const text = useText()
  const formats = useFormats()
  const toast = useToast()
  const [saysMissing, setSaysMissing] = useState(false)
  const [saysOdd, setSaysOdd] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const [askedProblems, setAskedProblems] = useState(view.status !== 'draft')
  const [entry, setEntry] = useState<string | null>(start?.entry ?? null)
  const target = useRef<Path | null>(start?.path ?? null)
  const { desk: openDesk, autosave, holdsBack, findings } = useSurveyDesk({ work, clock }, view, saysMissing)
  const { desk, finish } = useParadata({ work, clock, view, step, desk: openDesk, autosave })
  const photoDesk = usePhotoDeskOf(view, { photos, clock, autosave, choose: desk.choose })
  const visit = useCurrentVisit(desk.document, work.newEntryId)
  const place = usePlace(work, view.household)
  const inFocus = useRef<Path | null>(start?.path ?? null)
  const shownStep = useRef<StepKey | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isSettled = useSettled(step)
  const canSubmit = statusAfter(view.status, 'submit') !== null

  useEffect(() => {
    if (step === 'check') setSaysMissing(true)
    if (step === 'problems') setAskedProblems(true)
  }, [step])
  // What was pressed may be gone: the focus goes on to where the act leads, else to the new section's heading. At
  // once: an effect of the drawing before, still waiting, would use up where the act leads before it is there.
  useLayoutEffect(() => {
    const isNew = shownStep.current !== step
    const path = target.current
    shownStep.current = step
    target.current = null
    if (isNew) place.keep(step, entry, path)
    const isFound = path !== null && focusField(path)
    if (isNew && !isFound) heading.current?.focus({ preventScroll: true })
  })

  const open = (next: string | null, focus: Path) => {
    target.current = focus
    setEntry(next)
    place.keep(step, next, null)
  }
  const goToPlace = ({ step: to, entry: next, id }: FindingPlace) => {
    setEntry(next)
    target.current = id
    route(stepPath(view.household, to))
  }
  const goTo = (path: Path) => goToPlace({ step: stepOf(path), entry: entryOfFinding(path), id: path })
  const goToNextOpen = () => {
    const people = familyLines(desk.document, view.known).flatMap(({ id, lines }) => [
      id,
      ...lines.map((line) => line.id),
    ])
    const next = nextOpen(findings, { id: inFocus.current, step, entry }, people)
    if (next === null) return
    // The next press goes on from here, wherever the focus could be set.
    inFocus.current = next.id
    if (next.step !== step || next.entry !== entry) goToPlace(next)
    else focusField(next.id)
  }
  const submit = async () => {
    await autosave.flush()
    if (autosave.state.peek().kind === 'failed') return
    await finish()
    const submission = await work.submit(view.household)
    switch (submission.kind) {
      case 'incomplete':
        setRefusals(refusals + 1)
        return
      case 'failed':
        toast({ text: text(FAULTS[submission.fault.fault].text) })
        return
      case 'submitted':
        await place.finish()
        toast({ text: words.wasSubmitted(householdName(view) || words.nameless) })
        route(paths.home, true)
    }
  }

  // Nothing is submitted, but what was found at the door is there for the next visit.
  const leaveForRevisit = async () => {
    const missing = findings.find(({ level, path }) => level === 'error' && path !== 'visits')
    if (missing) {
      setSaysMissing(true)
      focusField(missing.path)
      return
    }
    const revisitPath = pathOf('visits/*/revisitOn', visit.id)
    const odd = findings.find(({ path }) => path === revisitPath)
    // Typed last, its warning is not on the screen yet: whoever presses again means it.
    if (odd && !saysOdd) {
      setSaysOdd(true)
      focusField(odd.path)
      return
    }
    await autosave.flush()
    if (autosave.state.peek().kind === 'failed') return
    await place.finish()
    const { revisitOn } = visit.visit ?? {}
    if (revisitOn !== undefined) {
      toast({ text: words.willRevisit(householdName(view) || words.nameless, formats.date(revisitOn)) })
    }
    route(paths.home, true)
  }

  const asked = stepsAsked(desk.document)
  const comesAgain = !asked.includes('check')
  const isAsked = asked.includes(step)
  useEffect(() => {
    if (!isAsked) route(stepPath(view.household, 'visit'), true)
  }, [isAsked, view.household, route])

  const steps = asked.map((key): Step<StepKey> => ({
    key,
    label: key === 'check' ? words.check : text(sectionText(key)),
    state: isUnseen(key, desk.document, askedProblems) ? 'unseen' : stepState(key, desk.document, findings),
    count:
      key === 'check' ? undefined : countOf(sectionProgress(key, desk.document, findings, desk.visitDate)),
  }))
  const left = openFindings(findings).length
  const { before, after } = neighbours(step, desk.document)
  return (
    <QuestionDeskContext.Provider value={desk}>
      <div class="survey">
        <Screen
          title={householdName({ document: desk.document, known: view.known }) || words.nameless}
          tabTitle={words.tabTitle}
          subtitle={
            <>
              <span class="survey-area">
                {neighbourhoodText(areaOf({ document: desk.document, record: view.record }))}
              </span>
              <SaveSign autosave={autosave} holdsBack={holdsBack} />
            </>
          }
          back={paths.home}
          sticky={
            <Steps steps={steps} current={step} onSelect={(key) => route(stepPath(view.household, key))} />
          }
          bottom={
            <>
              <a
                class="icon-button bottom-back"
                href={before ? stepPath(view.household, before) : paths.home}
                aria-label={words.before}
                title={words.before}
              >
                <Icon shape={chevronLeftIcon} />
              </a>
              {left > 0 && step !== 'check' && !comesAgain && (
                <Button icon={chevronDownIcon} onClick={goToNextOpen}>
                  {words.nextOpen(left)}
                </Button>
              )}
              {after && (
                <Button kind="primary" onClick={() => route(stepPath(view.household, after))}>
                  {words.next}
                </Button>
              )}
              {comesAgain && (
                <Button kind="primary" onClick={() => void leaveForRevisit()}>
                  {visit.visit ? words.saveForRevisit : words.toList}
                </Button>
              )}
              {!after && !comesAgain && canSubmit && (
                <Button kind="primary" disabled={!isSettled} onClick={() => void submit()}>
                  {words.submit}
                </Button>
              )}
              {!after && !comesAgain && !canSubmit && (
                <Button kind="primary" onClick={() => route(paths.home)}>
                  {words.finish}
                </Button>
              )}
            </>
          }
        >
          <SurveyNotices view={view} autosave={autosave} isFixing={!canSubmit} />
          {canSubmit && <OldFormNotice />}
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
              {steps.find(({ key }) => key === step)?.label}
            </h2>
            {step === 'check' ? (
              <CheckPage
                view={view}
                findings={findings}
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
                  findings={findings}
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

function countOf({ done, asked }: ReturnType<typeof sectionProgress>): string | undefined {
  return asked === 0 ? undefined : `${done}/${asked}`
}

function sectionText(key: StepKey) {
  const section = SECTIONS.find((each) => each.key === key)
  if (!section) throw new Error(`no section of the questionnaire: ${key}`)
  return section.text
}
