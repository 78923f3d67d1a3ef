import type { Problem } from '../../shared/catalogue/problem-catalogue.ts'
import { searchWordsOf } from '../../shared/catalogue/problem-search-words.ts'
import { foldText } from '../../shared/fold-text.ts'

/** Problems whose name in either language, or whose everyday words, hold every word that was typed. */
export function searchProblems<Found extends Problem>(
  problems: readonly Found[],
  typed: string,
): readonly Found[] {
  const words = foldText(typed).split(/\s+/)
  return problems.filter(({ code, text }) => {
    const known = foldText([text.id, text.en, ...searchWordsOf(code)].join('\n'))
    return words.every((word) => known.includes(word))
  })
}
