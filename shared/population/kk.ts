/**
 * True for a family card number: region (6 digits), date of recording DDMMYY, serial from 0001.
 * It changes on a move, a divorce or the head's death, so it is an attribute, never a key.
 * Source: Dukcapil; docs/domain.md section 4. The date is not checked: whether women's cards add 40 is unverified.
 */
export function isKk(text: string): boolean {
  return /^\d{16}$/.test(text) && !text.endsWith('0000')
}
