import type { HouseholdId } from '../../../shared/ids.ts'
import { entriesOf, type MemberAnswers } from '../../../shared/survey/document.ts'
import type { HouseholdCard, LookAlike, LookAlikeQuery } from '../../ports/field-work.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import { alikeness, likenessOf, type Likeness } from './alike.ts'
import { createNameFolder } from './fold-name.ts'

type Person = { readonly shown: LookAlike; readonly likeness: Likeness }

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

/**
 * All people of the device's households, in buckets: by NIK, by folded name, by birth year. It is made when it is first
 * asked, unless it was warmed before, and then again for each household whose card became another. A query looks at its buckets alone.
 */
export function createLookAlikeIndex({ cards, facts, peopleOf }: Sources): LookAlikeIndex {
  const held = new Map<HouseholdId, { readonly card: HouseholdCard; readonly people: readonly Person[] }>()
  const byNik = new Map<string, Set<Person>>()
  const byName = new Map<string, Set<Person>>()
  const byYear = new Map<string, Set<Person>>()
  const foldName = createNameFolder()
  let seen: ReadonlyMap<HouseholdId, HouseholdCard> | null = null

  function buckets({ likeness }: Person): readonly (readonly [Map<string, Set<Person>>, string])[] {
    const { nik, name, birthDate } = likeness
    return [
      ...(nik === null ? [] : [[byNik, nik] as const]),
      ...(name === '' ? [] : [[byName, name] as const]),
      ...(birthDate === null ? [] : [[byYear, birthDate.slice(0, 4)] as const]),
    ]
  }

  function drop(household: HouseholdId): void {
    for (const person of held.get(household)?.people ?? []) {
      for (const [map, key] of buckets(person)) map.get(key)?.delete(person)
    }
    held.delete(household)
  }

  function take(household: HouseholdId, card: HouseholdCard): void {
    drop(household)
    const now = facts(household)
    const people = now
      ? entriesOf<MemberAnswers>(peopleOf(now)).map(([member, answers]) =>
          personOf(card, member, answers, likenessOf(answers, foldName)),
        )
      : []
    held.set(household, { card, people })
    for (const person of people) {
      for (const [map, key] of buckets(person)) {
        const bucket = map.get(key)
        if (bucket) bucket.add(person)
        else map.set(key, new Set([person]))
      }
    }
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
    warm: refresh,
    find({ household, ...asked }) {
      refresh()
      const query = likenessOf(asked, foldName)
      const year = query.birthDate?.slice(0, 4)
      const candidates = new Set([
        ...((query.nik !== null && byNik.get(query.nik)) || []),
        ...(byName.get(query.name) ?? []),
        ...((year !== undefined && byYear.get(year)) || []),
      ])
      return [...candidates]
        .filter(({ shown }) => shown.household !== household)
        .map((person) => ({ person, share: alikeness(query, person.likeness) }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share || (a.person.shown.member < b.person.shown.member ? -1 : 1))
        .slice(0, MOST_SHOWN)
        .map(({ person }) => person.shown)
    },
    withNik(nik, except) {
      refresh()
      return [...(byNik.get(nik) ?? [])]
        .map(({ shown }) => shown)
        .filter(({ household }) => household !== except)
    },
  }
}

function personOf(card: HouseholdCard, member: string, answers: MemberAnswers, likeness: Likeness): Person {
  const shown: LookAlike = {
    household: card.household,
    member,
    name: answers.name ?? '',
    nik: answers.nik ?? null,
    birthDate: answers.birthDate ?? null,
    area: card.area,
  }
  return { shown, likeness }
}
