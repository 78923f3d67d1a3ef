import type { RosterName } from '../../../../shared/survey/document.ts'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { AnswerFacts } from './answer-facts.tsx'
import { AnswerGroup } from './answer-group.tsx'
import type { EntryDifference as Entry } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'
import { DifferenceSign } from './difference-sign.tsx'
import { useEntryWords } from './entry-words.ts'

type Props = {
  readonly roster: RosterName
  readonly entry: Entry
  /** nothing stands beside it: only a removal is worth a sign */
  readonly isAlone?: boolean | undefined
}

/** The title and the reason say these already. */
const TITLE_FIELDS = /^(members\/.+\/name|problems\/.+\/(code|removedWhy))$/

/** One member, family or problem that differs from what was known. */
export function EntryDifference({ roster, entry, isAlone = false }: Props) {
  const words = useWords(compareWords)
  const entryWords = useEntryWords()
  const title = entryWords.title(roster, entry)
  return (
    <article class="difference" aria-label={title}>
      <div class="difference-head">
        <div>
          <h3>{title}</h3>
          {roster === 'members' && <p class="quiet">{entryWords.member(entry)}</p>}
        </div>
        {(!isAlone || entry.kind === 'gone') && (
          <DifferenceSign kind={entry.kind} of={roster === 'problems' ? 'problem' : undefined} />
        )}
      </div>
      {entry.kind === 'gone' && (
        <p>
          <span class="quiet">{words.reason}:</span>{' '}
          <span class="strong">{entryWords.removal(roster, entry)}</span>
          {entryWords.ownReason(entry) && <> · “{entryWords.ownReason(entry)}”</>}
        </p>
      )}
      {entry.kind === 'unsettled' && <p class="quiet">{words.unsettledEntry}</p>}
      <EntryAnswers entry={entry} title={title} />
    </article>
  )
}

function EntryAnswers({ entry, title }: { entry: Entry; title: string }) {
  const words = useWords(compareWords)
  const formats = useFormats()
  const answers = entry.answers.filter(({ path, kind }) => kind === 'changed' || !TITLE_FIELDS.test(path))
  if (answers.length === 0) return null
  switch (entry.kind) {
    case 'changed':
      return <AnswerGroup caption={title} answers={answers} />
    case 'added':
    case 'same':
      return <AnswerFacts answers={answers} />
    case 'gone':
    case 'unsettled':
      return (
        <Disclosure summary={words.entryAnswers(formats.number(answers.length))}>
          <AnswerFacts answers={answers} />
        </Disclosure>
      )
  }
}
