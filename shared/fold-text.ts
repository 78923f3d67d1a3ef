/** Text for comparing: lower case, without diacritics, each run of other signs as one space, lines kept apart. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
}
