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
 * is no number keeps its letters, so that a wrong paste can be seen.
 * @param isPasted only then is a point or comma before one or two last digits a decimal sign, whichever it is:
 * while somebody types, digits come and go behind the separators that the screen put there
 */
export function tidyQuantity(text: string, isPasted = false): string {
  const bare = text.replace(/^\s*rp\.?/i, '').replace(/\s/g, '')
  const [, before = '', decimals] = (isPasted && /^(.*)[.,](\d{1,2})$/.exec(bare)) || []
  if (decimals !== undefined) return `${before.replace(/[.,]/g, '')},${decimals}`
  // On many number pads the point is the only decimal sign.
  const signed = bare.replace(/^([^,]*\d)\.$/, '$1,').replaceAll('.', '')
  const isEnglish = signed.split(',').length > 2 || (isPasted && /,\d{3}$/.test(signed))
  return isEnglish ? signed.replaceAll(',', '') : signed
}

/** With points between the thousands: `1.250.000,5`. What is no number stays as it is. */
export function showQuantity(plain: string): string {
  const [, whole = '', decimals] = PLAIN.exec(plain) ?? []
  if (whole === '') return plain
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** @param decimals how many may follow the comma; zeros behind them are no matter */
export function readQuantity(plain: string, decimals: number): QuantityReading {
  if (plain === '') return { kind: 'empty' }
  const [isPlain, whole = '', fraction = ''] = PLAIN.exec(plain) ?? []
  if (isPlain === undefined || whole === '') return { kind: 'no-number' }
  const exact = fraction.replace(/0+$/, '')
  if (exact.length > decimals) return { kind: 'too-exact' }
  if (whole.replace(/^0+/, '').length + exact.length > MAX_DIGITS) return { kind: 'too-long' }
  return { kind: 'number', number: Number(`${whole}.${exact}`) }
}

/** A number as somebody would type it: `1250000,5`. */
export function plainOf(value: number | Unsaid | null): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : ''
}

/** Something was typed that makes no number: it must not take the place of an answer that is stored. */
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
