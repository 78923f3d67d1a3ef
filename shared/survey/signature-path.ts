/** The box that a signature is drawn in: `viewBox="0 0 600 300"`. */
export const SIGNATURE_BOX = { width: 600, height: 300 } as const

/** Longest path, in characters: more strokes than a name has. */
export const MAX_SIGNATURE_LENGTH = 8_000

const POINT = String.raw`\d{1,3} \d{1,3}`
const STROKE = `M${POINT}(?:L${POINT}|Q${POINT} ${POINT}|C${POINT} ${POINT} ${POINT})+`
const SIGNATURE_PATH = new RegExp(`^(?:${STROKE})+$`)

/**
 * True for pen strokes as SVG path data: absolute moves, lines and curves between whole numbers, nothing else
 * (SVG 2, chapter 9). Such text can stand in an attribute `d` of any page.
 */
export function isSignaturePath(text: string): boolean {
  return text.length <= MAX_SIGNATURE_LENGTH && SIGNATURE_PATH.test(text)
}
