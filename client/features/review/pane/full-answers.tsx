import type { RosterName, SurveyDocument } from '../../../../shared/survey/document.ts'
import { formOf, sectionsOf } from '../../../../shared/survey/questionnaire.ts'
import type { Section } from '../../../../shared/survey/question.ts'
import { Card } from '../../../ui/layout/card.tsx'
import { useFormats, useText, useWords } from '../../../ui/language/language.ts'
import { AnswerFacts } from '../compare/answer-facts.tsx'
import { compareDocuments, compareEntries } from '../compare/compare-documents.ts'
import { compareWords } from '../compare/compare-words.ts'
import { EntryDifference } from '../compare/entry-difference.tsx'
import { paneWords } from './pane-words.ts'

/** All answers of the survey in the order of the questionnaire that it was begun with, without what stands beside them. */
export function FullAnswers({ document }: { document: SurveyDocument }) {
  const text = useText()
  return (
    <div class="stack differences">
      {sectionsOf(formOf(document)).map((section) => (
        <Card key={section.key} title={text(section.text)}>
          <SectionAnswers section={section.key} document={document} />
        </Card>
      ))}
    </div>
  )
}

type Props = { readonly section: Section['key']; readonly document: SurveyDocument }

function SectionAnswers({ section, document }: Props) {
  const words = useWords(compareWords)
  const alone = compareDocuments(null, document)
  switch (section) {
    case 'location':
    case 'dwelling':
    case 'assets':
    case 'economy':
      return alone[section].length > 0 ? (
        <AnswerFacts answers={alone[section]} />
      ) : (
        <p class="quiet">{words.notRecorded}</p>
      )
    case 'visit':
      return <Visits document={document} />
    case 'members':
      return <Entries parts={['families', 'members']} document={document} emptyText={words.notRecorded} />
    case 'problems':
      return <Entries parts={['problems']} document={document} emptyText={words.noProblems} />
    case 'closing':
      return <Entries parts={['attachments']} document={document} emptyText={words.noPhotos} />
  }
}

function Visits({ document }: { document: SurveyDocument }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const { notice } = compareDocuments(null, document)
  return (
    <>
      {compareEntries(null, document, 'visits').map((visit, index) => (
        <article key={visit.id} class="difference">
          <h3>{words.visits(formats.number(index + 1))}</h3>
          <AnswerFacts answers={visit.answers} />
        </article>
      ))}
      {notice.length > 0 && (
        <article class="difference">
          <h3>{words.notice}</h3>
          <AnswerFacts answers={notice} />
        </article>
      )}
    </>
  )
}

type EntriesProps = {
  readonly parts: readonly RosterName[]
  readonly document: SurveyDocument
  readonly emptyText: string
}

function Entries({ parts, document, emptyText }: EntriesProps) {
  const entries = parts.flatMap((roster) =>
    compareEntries(null, document, roster).map((entry) => ({ roster, entry })),
  )
  if (entries.length === 0) return <p class="quiet">{emptyText}</p>
  return (
    <>
      {entries.map(({ roster, entry }) => (
        <EntryDifference key={entry.id} roster={roster} entry={entry} isAlone />
      ))}
    </>
  )
}
