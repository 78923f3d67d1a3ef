/** Digits in groups of four as on the card: `3273 0512 0495 0003`. Other text stays as it is. */
export function groupDigits(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/(\d{4})(?=\d)/g, '$1 ') : text
}

/** What was typed or pasted, without blanks and signs; letters stay, so that a wrong paste can be seen. */
export function ungroupDigits(text: string): string {
  return text.replace(/[\s.\-_]/g, '')
}

/** Where the caret stands in grouped digits after `count` of them. */
export function caretAfter(count: number): number {
  return count === 0 ? 0 : count + Math.floor((count - 1) / 4)
}
