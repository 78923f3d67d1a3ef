import { useState } from 'preact/hooks'
import type { Assignment, AssignmentBoard } from '../../../shared/api/assignments.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { IconButton } from '../../ui/buttons/icon-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { SearchField } from '../../ui/fields/search-field.tsx'
import { usersIcon } from '../../ui/icons/lucide-late.ts'
import { plusIcon, xIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { householdsIn, householdsOf, type Person } from './holdings.ts'
import { useAreaName } from './use-area-name.ts'
import { assignmentWords } from './words.ts'

/** Drawn at once; a city has more people than a screen wants. */
const PAGE = 50

type Acts = {
  readonly onGive: (person: Person) => void
  readonly onTake: (held: Assignment, person: Person) => void
  readonly onDevices: (person: Person) => void
}

type Props = Acts & {
  readonly board: AssignmentBoard
  readonly people: readonly Person[]
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** The people of one role, found by name, each with what they hold. */
export function PeopleList({ board, people, search, onSearch, ...acts }: Props) {
  const words = useWords(assignmentWords)
  const [shown, setShown] = useState(PAGE)
  const wanted = search.trim().toLowerCase()
  const found = people.filter(({ name, username }) => `${name} ${username}`.toLowerCase().includes(wanted))
  if (people.length === 0) return <EmptyState icon={usersIcon} title={words.noPeople} />
  return (
    <div class="stack">
      <SearchField id="person-search" label={words.search} value={search} onInput={onSearch} />
      {found.length === 0 && <EmptyState icon={usersIcon} title={words.nobody} />}
      <ul class="people" aria-label={words.people}>
        {found.slice(0, shown).map((person) => (
          <PersonRow key={person.id} board={board} person={person} {...acts} />
        ))}
      </ul>
      {found.length > shown && <Button onClick={() => setShown(shown + PAGE)}>{words.showMore}</Button>}
    </div>
  )
}

type RowProps = Acts & { readonly board: AssignmentBoard; readonly person: Person }

function PersonRow({ board, person, onGive, onTake, onDevices }: RowProps) {
  const words = useWords(assignmentWords)
  const formats = useFormats()
  return (
    <li class="person" aria-label={person.name}>
      <div class="person-head">
        <p class="person-name">{person.name}</p>
        <p class="quiet">
          {person.username} · {words.households(formats.number(householdsOf(board, person)))}
        </p>
      </div>
      {person.assignments.length === 0 ? (
        <p class="quiet person-areas">{words.holdsNothing}</p>
      ) : (
        <ul class="person-areas">
          {person.assignments.map((held) => (
            <HeldArea key={held.id} board={board} held={held} person={person} onTake={onTake} />
          ))}
        </ul>
      )}
      <div class="person-acts">
        <Button icon={plusIcon} onClick={() => onGive(person)}>
          {words.giveArea}
          <span class="visually-hidden"> {person.name}</span>
        </Button>
        <Button onClick={() => onDevices(person)}>
          {words.devices}
          <span class="visually-hidden"> {person.name}</span>
        </Button>
      </div>
    </li>
  )
}

type HeldProps = Pick<RowProps, 'board' | 'person' | 'onTake'> & { readonly held: Assignment }

function HeldArea({ board, held, person, onTake }: HeldProps) {
  const words = useWords(assignmentWords)
  const formats = useFormats()
  const area = useAreaName()(held)
  return (
    <li class="held-area">
      <span>
        <span class="strong">{area}</span>{' '}
        <span class="quiet">{words.households(formats.number(householdsIn(board, held)))}</span>
      </span>
      <IconButton icon={xIcon} label={words.take(area, person.name)} onClick={() => onTake(held, person)} />
    </li>
  )
}
