import type { HouseholdId } from '../../../shared/ids.ts'
import type { MemberAnswers } from '../../../shared/survey/document.ts'
import type { HouseholdCard, LookAlike, LookAlikeQuery } from '../../ports/field-work.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import { alikeness, likenessOf, wholeNik, type Likeness } from './alike.ts'
import { createNameFolder } from './fold-name.ts'

type Person = { readonly card: HouseholdCard; readonly member: string; readonly answers: MemberAnswers }
/** Arrays: a set for each of thousands of NIKs takes several times as long to make. */
type Buckets = Map<string, Person[]>
type Place = readonly [Buckets, key: string]

export type LookAlikeIndex = {
  readonly find: (query: LookAlikeQuery) => readonly LookAlike[]
  /** takes in so many households that it does not have yet; true once it has them all */
  readonly warm: (households: number) => boolean
  /** who has this NIK in another household */
  readonly withNik: (nik: string, except: HouseholdId) => readonly LookAlike[]
}

type Sources = {
  readonly cards: () => ReadonlyMap<HouseholdId, HouseholdCard>
  readonly facts: (household: HouseholdId) => HouseholdFacts | null
  /** who lives there: as known, and as surveyed over it */
  readonly peopleOf: (facts: HouseholdFacts) => Readonly<Record<string, MemberAnswers>>
}

/** More would push the next question off the screen. */
const MOST_SHOWN = 3
/** As many people at once as so many households mostly have. */
const PEOPLE = 5

/**
 * All people of the device's households, in buckets: by NIK, by folded name, by birth year. It is made when it is first
 * asked, unless it was warmed before, and then again for each household whose card became another. A query looks at its
 * buckets alone, and only names that it compares are folded, which takes longer than all else.
 */
export function createLookAlikeIndex({ cards, facts, peopleOf }: Sources): LookAlikeIndex {
  const held = new Map<HouseholdId, { readonly card: HouseholdCard; readonly people: readonly Person[] }>()
  const byNik: Buckets = new Map()
  const byName: Buckets = new Map()
  const byYear: Buckets = new Map()
  const likenesses = new Map<Person, Likeness>()
  const unfolded = new Set<Person>()
  const foldName = createNameFolder()
  let seen: ReadonlyMap<HouseholdId, HouseholdCard> | null = null

  function plainPlaces({ answers }: Person): readonly Place[] {
    const nik = wholeNik(answers)
    return [[byYear, yearOf(answers)], ...(nik === null ? [] : [[byNik, nik] as const])]
  }

  function namePlace({ name }: Likeness): readonly Place[] {
    return name === '' ? [] : [[byName, name]]
  }

  function drop(household: HouseholdId): void {
    for (const person of held.get(household)?.people ?? []) {
      const likeness = likenesses.get(person)
      const places = [...plainPlaces(person), ...(likeness ? namePlace(likeness) : [])]
      for (const [buckets, key] of places) {
        buckets.set(key, buckets.get(key)?.filter((each) => each !== person) ?? [])
      }
      likenesses.delete(person)
      unfolded.delete(person)
    }
    held.delete(household)
  }

  function take(household: HouseholdId, card: HouseholdCard): void {
    drop(household)
    const now = facts(household)
    const people = now
      ? Object.entries(peopleOf(now))
          .filter(([, { removed }]) => removed === undefined)
          .map(([member, answers]) => ({ card, member, answers }))
      : []
    held.set(household, { card, people })
    for (const person of people) {
      put(person, plainPlaces(person))
      unfolded.add(person)
    }
  }

  function folded(person: Person): Likeness {
    const before = likenesses.get(person)
    if (before) return before
    const likeness = likenessOf(person.answers, foldName)
    likenesses.set(person, likeness)
    put(person, namePlace(likeness))
    unfolded.delete(person)
    return likeness
  }

  function foldSome(most: number): void {
    let left = most
    for (const person of unfolded) {
      if (left-- <= 0) return
      folded(person)
    }
  }

  /** Who can be alike at all: without a birth year on one side, equal names only. */
  function candidatesFor({ nik, name, birthDate }: Likeness): Iterable<Person> {
    if (birthDate === null) foldSome(Infinity)
    return new Set([
      ...((nik !== null && byNik.get(nik)) || []),
      ...(byName.get(name) ?? []),
      ...((birthDate !== null && byYear.get(yearOf({ birthDate }))) || []),
      ...((birthDate !== null && byYear.get(UNKNOWN_YEAR)) || []),
    ])
  }

  /** Takes over what changed, of so many households at most; true once nothing is left to take. */
  function refresh(most = Infinity): boolean {
    const now = cards()
    if (now === seen) return true
    for (const household of held.keys()) if (!now.has(household)) drop(household)
    let left = most
    for (const [household, card] of now) {
      if (held.get(household)?.card === card) continue
      if (left-- <= 0) return false
      take(household, card)
    }
    seen = now
    return true
  }

  return {
    warm(households) {
      const hasAll = refresh(households)
      foldSome(households * PEOPLE)
      return hasAll && unfolded.size === 0
    },
    find({ household, ...asked }) {
      refresh()
      const query = likenessOf(asked, foldName)
      return [...candidatesFor(query)]
        .filter(({ card }) => card.household !== household)
        .map((person) => ({ person, share: alikeness(query, folded(person)) }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share || (a.person.member < b.person.member ? -1 : 1))
        .slice(0, MOST_SHOWN)
        .map(({ person }) => shown(person))
    },
    withNik(nik, except) {
      refresh()
      return (byNik.get(nik) ?? []).filter(({ card }) => card.household !== except).map(shown)
    },
  }
}

const UNKNOWN_YEAR = ''

function yearOf({ birthDate = '' }: Pick<MemberAnswers, 'birthDate'>): string {
  return birthDate.slice(0, 4)
}

function put(person: Person, places: readonly Place[]): void {
  for (const [buckets, key] of places) {
    const bucket = buckets.get(key)
    if (bucket) bucket.push(person)
    else buckets.set(key, [person])
  }
}

function shown({ card, member, answers }: Person): LookAlike {
  return {
    household: card.household,
    member,
    name: answers.name ?? '',
    nik: answers.nik ?? null,
    birthDate: answers.birthDate ?? null,
    area: card.area,
  }
}
