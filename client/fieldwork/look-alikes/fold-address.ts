import { foldText } from '../../../shared/fold-text.ts'

/** A street, an alley, or a landmark: what an address names, from the larger to the smaller. */
type AddressPart = {
  /** `jalan`, `gang` …; null where it is not said */
  readonly kind: string | null
  readonly name: string
  /** numbers that belong to the name: `Gg. Mawar II` */
  readonly digits: string
}

/** An address as it is compared. */
export type FoldedAddress = {
  readonly parts: readonly AddressPart[]
  /** of the house; null where there is none */
  readonly number: string | null
}

// How addresses are written in lists and by people: our own choice of forms, common ones only.
const KINDS: Readonly<Record<string, string>> = {
  ...aliases('jalan', 'jl jln jalan'),
  ...aliases('gang', 'g gg gang'),
  ...aliases('kampung', 'kp kmp kamp kampung'),
  ...aliases('kompleks', 'komp kompl komplek kompleks perum perumahan'),
  ...aliases('blok', 'blk blok'),
}
const NOTHING_SAID = new Set(['no', 'nomor', 'nmr', 'num'])
const ROMANS: readonly string[] = ['', '', 'ii', 'iii', 'iv', '', 'vi', 'vii', 'viii', 'ix']
/** Stands in fields of its own. */
const NEIGHBOURHOOD = /\b(rt|rw)[\s.:]*\d+(\s*\/\s*(?!rw)\d+)?/gi

/**
 * Folds an address for comparing: kinds of streets written out, "No." and the RT and RW left out, Roman numbers in
 * digits, without leading zeros. The last number is the house's, unless it is Roman.
 */
export function foldAddress(address: string): FoldedAddress {
  const words = foldText(address.replace(NEIGHBOURHOOD, ' ')).split(/\s+/).filter(Boolean)
  const said = joined(words.filter((word) => !NOTHING_SAID.has(word)))
  const last = said.findLastIndex(isNumber)
  const parts: { kind: string | null; name: string[]; digits: string[] }[] = []
  said.forEach((word, index) => {
    if (index === last) return
    const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined
    if (kind !== undefined || parts.length === 0) parts.push({ kind: kind ?? null, name: [], digits: [] })
    if (kind !== undefined) return
    const roman = ROMANS.indexOf(word)
    if (isNumber(word) || roman > 0) parts.at(-1)?.digits.push(isNumber(word) ? trimmed(word) : String(roman))
    else parts.at(-1)?.name.push(word)
  })
  return {
    parts: parts.map(({ kind, name, digits }) => ({ kind, name: name.join(' '), digits: digits.join(' ') })),
    number: last < 0 ? null : trimmed(said[last] ?? ''),
  }
}

/** `12 a` is written `12a`, too. */
function joined(words: readonly string[]): readonly string[] {
  return words.reduce<string[]>((before, word) => {
    const number = before.at(-1)
    if (/^[a-z]$/.test(word) && number !== undefined && /^\d+$/.test(number)) {
      return [...before.slice(0, -1), number + word]
    }
    return [...before, word]
  }, [])
}

function isNumber(word: string): boolean {
  return /^\d+[a-z]?$/.test(word)
}

function trimmed(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}

function aliases(kind: string, forms: string): Readonly<Record<string, string>> {
  return Object.fromEntries(forms.split(' ').map((form) => [form, kind]))
}
