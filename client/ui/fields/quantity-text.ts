/** What people may say in place of a number. */
export type Unsaid = 'tidak_tahu' | 'menolak'

export type QuantityReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'no-number' }
  /** more decimals than are asked for */
  | { readonly kind: 'too-exact' }
  | { readonly kind: 'too-long' }

/** A million billion has more digits than programs keep. */
const MAX_DIGITS = 15

const PLAIN = /^(\d*)(?:,(\d*))?$/

/**
 * What was typed or pasted, without `Rp`, blanks and separators of thousands; the decimal sign is a comma. What
 * is no number keeps its letters, so that a wrong paste can be seen, and what is typed keeps each comma, so that none
 * can make a number a hundred times as large.
 * @param decimals where none are asked for, a typed point tells thousands apart; elsewhere it is a comma, as it is the
 * only sign of many number pads
 * @param isPasted only then is a point or comma before one or two last digits a decimal sign, whichever it is:
 * while somebody types, digits come and go behind the separators that the screen put there
 */
export function tidyQuantity(text: string, decimals: number, isPasted = false): string {
  const bare = text.replace(/^\s*rp\.?/i, '').replace(/\s/g, '')
  if (!isPasted) return (decimals > 0 ? bare.replace(/^([^,]*\d)\.$/, '$1,') : bare).replaceAll('.', '')
  const [, before = '', fraction] = /^(.*)[.,](\d{1,2})$/.exec(bare) ?? []
  if (fraction !== undefined) return `${before.replace(/[.,]/g, '')},${fraction}`
  const signed = bare.replaceAll('.', '')
  const isEnglish = signed.split(',').length > 2 || /,\d{3}$/.test(signed)
  return isEnglish ? signed.replaceAll(',', '') : signed
}

/** With points between the thousands: `1.250.000,5`. What is no number stays as it is. */
export function showQuantity(plain: string): string {
  const [, whole = '', decimals] = PLAIN.exec(plain) ?? []
  if (whole === '') return plain
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** Three digits behind a comma are thousands told apart the English way, even if all are zeros. */
const MAX_ZEROS = 2

/** @param decimals how many may follow the comma; one or two zeros behind them are no matter */
export function readQuantity(plain: string, decimals: number): QuantityReading {
  if (plain === '') return { kind: 'empty' }
  const [isPlain, whole = '', fraction = ''] = PLAIN.exec(plain) ?? []
  if (isPlain === undefined || whole === '') return { kind: 'no-number' }
  const exact = fraction.replace(/0+$/, '')
  if (exact.length > decimals || fraction.length > Math.max(decimals, MAX_ZEROS)) return { kind: 'too-exact' }
  if (whole.replace(/^0+/, '').length + exact.length > MAX_DIGITS) return { kind: 'too-long' }
  return { kind: 'number', number: Number(`${whole}.${exact}`) }
}

/** A number as somebody would type it: `1250000,5`. */
export function plainOf(value: number | Unsaid | null): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : ''
}

/** Something was typed that makes no number. */
export function isHalfQuantity({ kind }: QuantityReading): boolean {
  return kind !== 'empty' && kind !== 'number'
}

/** Where the caret stands in shown text behind `count` digits and signs, points between thousands not counted. */
export function caretBehind(shown: string, count: number): number {
  let left = count
  for (let place = 0; place < shown.length; place++) {
    if (left === 0) return place
    if (shown[place] !== '.') left--
  }
  return shown.length
}

/** What was typed last, and the value that stood there then. */
export type TypedQuantity = { readonly plain: string; readonly over: number | Unsaid | null }

/** What the field holds: what was typed, until a value comes from outside that the typing does not make. */
export function heldQuantity(
  { plain, over }: TypedQuantity,
  value: number | Unsaid | null,
  decimals: number,
): string {
  const reading = readQuantity(plain, decimals)
  const stands = isHalfQuantity(reading) ? over : reading.kind === 'number' ? reading.number : null
  return value === stands ? plain : plainOf(value)
}
