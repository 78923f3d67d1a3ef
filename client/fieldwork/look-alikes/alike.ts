import { distance } from 'fastest-levenshtein'
import type { NameFolder } from './fold-name.ts'

/** What is compared of a person. */
export type Likeness = {
  /** folded */
  readonly name: string
  readonly words: readonly string[]
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, null where it is not known */
  readonly birthDate: string | null
  readonly sex: string | null
  readonly nik: string | null
}

/** What may be known of somebody. */
export type SomebodyKnown = {
  readonly name?: string | undefined
  readonly nik?: string | undefined
  readonly birthDate?: string | undefined
  readonly sex?: string | undefined
}

/** The NIK of somebody; null where it is none yet. */
export function wholeNik({ nik }: SomebodyKnown): string | null {
  return nik !== undefined && /^\d{16}$/.test(nik) ? nik : null
}

export function likenessOf(person: SomebodyKnown, foldName: NameFolder): Likeness {
  const name = foldName(person.name ?? '')
  return {
    name,
    words: name.split(' ').filter(Boolean),
    birthDate: person.birthDate ?? null,
    sex: person.sex ?? null,
    nik: wholeNik(person),
  }
}

// Our own choice, tried on synthetic lists: below it, common names of one year meet.
const NEARLY = 0.85
const ROUGHLY = 0.7

/**
 * How alike two people are, from 0 (others) to 1; a NIK they share says it all. Names alone count only where they
 * are equal and of several words; with the same birth year they may differ by a slip, with the same day by more.
 */
export function alikeness(a: Likeness, b: Likeness): number {
  if (a.nik !== null && a.nik === b.nik) return 1
  if (a.name === '' || b.name === '') return 0
  if (a.sex !== null && b.sex !== null && a.sex !== b.sex) return 0
  const [yearA, yearB] = [a.birthDate?.slice(0, 4), b.birthDate?.slice(0, 4)]
  if (yearA === undefined || yearB === undefined) return a.name === b.name && a.words.length > 1 ? NEARLY : 0
  if (yearA !== yearB) return 0
  const isSameDay = a.birthDate?.length === 10 && a.birthDate === b.birthDate
  const isPart = isPartOf(a, b) || isPartOf(b, a)
  const share = similarity(a, b)
  if (isSameDay) return isPart || share >= ROUGHLY ? Math.max(share, NEARLY) : 0
  return share >= NEARLY || (isPart && Math.min(a.words.length, b.words.length) > 1) ? share : 0
}

function isPartOf(part: Likeness, whole: Likeness): boolean {
  return part.words.every((word) => whole.words.includes(word))
}

function similarity(a: Likeness, b: Likeness): number {
  const share = (one: string, other: string) =>
    1 - distance(one, other) / Math.max(one.length, other.length, 1)
  const asWritten = share(a.name, b.name)
  if (asWritten >= NEARLY || a.words.length !== b.words.length) return asWritten
  return Math.max(asWritten, share(inOrder(a), inOrder(b)))
}

function inOrder({ words }: Likeness): string {
  return words.toSorted().join(' ')
}
