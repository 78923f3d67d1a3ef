import type { RosterName } from '../../../../shared/survey/document.ts'
import { Card } from '../../../ui/layout/card.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import type { EntryDifference as Entry } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'
import { EntryDifference } from './entry-difference.tsx'

export type ListedRoster = Extract<RosterName, 'members' | 'families' | 'problems'>

type Props = {
  readonly roster: ListedRoster
  readonly entries: readonly Entry[]
  /** beside the title: `4 → 5 orang` */
  readonly aside?: string | undefined
}

const SAME = { members: 'sameMembers', families: 'sameFamilies', problems: 'sameProblems' } as const
const UNSETTLED = {
  members: 'unsettledMembers',
  families: 'unsettledFamilies',
  problems: 'unsettledProblems',
} as const

/** Members, families or problems: those that differ in full, the others folded away. */
export function RosterCard({ roster, entries, aside }: Props) {
  const words = useWords(compareWords)
  const formats = useFormats()
  const same = entries.filter(({ kind }) => kind === 'same')
  const unsettled = entries.filter(({ kind }) => kind === 'unsettled')
  const differing = entries.filter((entry) => !same.includes(entry) && !unsettled.includes(entry))
  return (
    <Card title={words[roster]} actions={aside && <span class="strong">{aside}</span>}>
      {entries.length === 0 && (
        <p class="quiet">{roster === 'problems' ? words.noProblems : words.notRecorded}</p>
      )}
      {differing.map((entry) => (
        <EntryDifference key={entry.id} roster={roster} entry={entry} />
      ))}
      <Folded
        summary={words[UNSETTLED[roster]](formats.number(unsettled.length))}
        roster={roster}
        entries={unsettled}
      />
      <Folded summary={words[SAME[roster]](formats.number(same.length))} roster={roster} entries={same} />
    </Card>
  )
}

function Folded({ summary, roster, entries }: Props & { readonly summary: string }) {
  if (entries.length === 0) return null
  return (
    <Disclosure summary={summary}>
      <div class="stack">
        {entries.map((entry) => (
          <EntryDifference key={entry.id} roster={roster} entry={entry} />
        ))}
      </div>
    </Disclosure>
  )
}
