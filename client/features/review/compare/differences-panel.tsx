import type { ComponentChildren } from 'preact'
import { entriesOf, type SurveyDocument } from '../../../../shared/survey/document.ts'
import { isCompletedVisit } from '../../../../shared/survey/rules.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Card } from '../../../ui/layout/card.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { AnswerGroup } from './answer-group.tsx'
import {
  countDifferences,
  isAllNew,
  type AnswerDifference,
  type Comparison,
  type Difference,
} from './compare-documents.ts'
import { compareWords, differenceWords } from './compare-words.ts'
import { DifferenceSign } from './difference-sign.tsx'
import { RosterCard } from './roster-card.tsx'
import './differences-panel.css'

type Props = {
  readonly comparison: Comparison
  /** null for a household that nobody knew */
  readonly known: SurveyDocument | null
  readonly document: SurveyDocument
  /** what it is compared with */
  readonly aside: ComponentChildren
}

/** The survey beside what was known, differences first. */
export function DifferencesPanel({ comparison, known, document, aside }: Props) {
  const words = useWords(compareWords)
  const formats = useFormats()
  const counts = countDifferences(comparison)
  const before = known ? entriesOf(known.members).length : 0
  const after = entriesOf(document.members).length
  /** Who was not surveyed is not gone: then no number says anything. */
  const memberCount = () => {
    if (!isCompletedVisit({ document })) return undefined
    return !known || before === after
      ? words.people(formats.number(after))
      : words.memberCount(formats.number(before), formats.number(after))
  }
  return (
    <div class="stack differences">
      {known ? (
        <div class="difference-summary">
          <DifferenceCounts counts={counts} />
          {aside}
        </div>
      ) : (
        <Notice tone="info" title={words.unknownHousehold}>
          {words.unknownHouseholdText}
        </Notice>
      )}
      {counts.changed + counts.added + counts.gone + counts.unsettled === 0 && (
        <Notice tone="good" title={words.noDifference}>
          {words.noDifferenceText}
        </Notice>
      )}
      <RosterCard roster="members" entries={comparison.members} aside={memberCount()} />
      <RosterCard roster="problems" entries={comparison.problems} />
      <PartCard title={words.dwelling} answers={comparison.dwelling} />
      <PartCard title={words.economy} answers={comparison.economy} />
      <PartCard title={words.assets} answers={comparison.assets} />
      <PartCard title={words.location} answers={comparison.location} />
      {comparison.families.some(({ kind }) => kind !== 'same') && (
        <RosterCard roster="families" entries={comparison.families} />
      )}
    </div>
  )
}

function PartCard({ title, answers }: { title: string; answers: readonly AnswerDifference[] }) {
  const words = useWords(compareWords)
  return (
    <Card title={title} actions={isAllNew(answers) && <DifferenceSign kind="added" />}>
      {answers.length === 0 ? (
        <p class="quiet">{words.notRecorded}</p>
      ) : (
        <AnswerGroup caption={title} answers={answers} />
      )}
    </Card>
  )
}

function DifferenceCounts({ counts }: { counts: Readonly<Record<Difference, number>> }) {
  const words = useWords(differenceWords)
  const formats = useFormats()
  const shown = [
    { kind: 'changed', text: words.changedCount },
    { kind: 'added', text: words.addedCount },
    { kind: 'gone', text: words.goneCount },
    { kind: 'unsettled', text: words.unsettledCount },
  ] as const
  return (
    <div class="row difference-counts">
      {shown
        .filter(({ kind }) => counts[kind] > 0)
        .map(({ kind, text }) => (
          <DifferenceSign key={kind} kind={kind} text={text(formats.number(counts[kind]))} />
        ))}
    </div>
  )
}
