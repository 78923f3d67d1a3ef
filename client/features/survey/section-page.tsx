import { useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { lastVisit } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import type { SectionKey } from '../../../shared/survey/question.ts'
import { openSuggestions } from '../../../shared/welfare/suggestions.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { clipboardCheckIcon } from '../../ui/icons/lucide-late.ts'
import { useWords } from '../../ui/language/language.ts'
import { isSameData, steady } from '../../ui/steady.ts'
import { ClosingSection } from './closing-section.tsx'
import { LocationSection } from './location-section.tsx'
import { MembersSection, type RosterProps } from './members-section.tsx'
import { PlainSection } from './plain-section.tsx'
import { ProblemsSection } from './problems-section.tsx'
import { OpenSuggestionsContext } from './suggestion-hints.tsx'
import type { CurrentVisit } from './use-current-visit.ts'
import { VisitSection } from './visit-section.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly step: SectionKey
  readonly work: FieldWork
  readonly clock: Clock
  readonly visit: CurrentVisit
  /** the member or problem that stands open */
  readonly entry: string | null
  readonly onOpen: RosterProps['onOpen']
  readonly onGo: (path: Path) => void
}

/** The questions of one section, once the visit's result says that they are asked, with what answers suggest. */
export function SectionPage(props: Props) {
  const desk = useQuestionDesk()
  const { onGo } = props
  const suggestions = useMemo(
    () => ({
      open: steady(() => openSuggestions(desk.document, desk.visitDate, desk.record.known), isSameData),
      onReview: onGo,
    }),
    [desk, onGo],
  )
  return (
    <OpenSuggestionsContext.Provider value={suggestions}>
      <SectionContent {...props} />
    </OpenSuggestionsContext.Provider>
  )
}

function SectionContent({ step, work, clock, visit, entry, onOpen, onGo }: Props) {
  const desk = useQuestionDesk()
  const hasResult = useComputed(() => lastVisit(desk.document)?.[1].result !== undefined).value
  if (step === 'visit') return <VisitSection current={visit} clock={clock} work={work} />
  if (!hasResult) return <VisitFirst onGo={() => onGo('visits')} />
  const roster = { newId: work.newEntryId, entry, onOpen }
  switch (step) {
    case 'location':
      return <LocationSection />
    case 'members':
      return <MembersSection {...roster} work={work} />
    case 'dwelling':
    case 'assets':
    case 'economy':
      // Each is drawn from its own top.
      return <PlainSection key={step} section={step} />
    case 'problems':
      return <ProblemsSection {...roster} />
    case 'closing':
      return <ClosingSection newId={work.newEntryId} />
  }
}

function VisitFirst({ onGo }: { onGo: () => void }) {
  const words = useWords(surveyWords)
  return (
    <EmptyState
      icon={clipboardCheckIcon}
      title={words.visitFirst}
      action={<Button onClick={onGo}>{words.toVisit}</Button>}
    >
      {words.visitFirstText}
    </EmptyState>
  )
}
