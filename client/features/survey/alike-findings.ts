import type { Finding } from '../../../shared/review/findings.ts'
import { suggestionAt } from '../../../shared/welfare/suggestion-warnings.ts'
import { isAnsweredInPlace } from './finding-places.ts'

/** What is answered in its place stands here once for all whom it is about alike, with how many others these are. */
export function alikeOnce(findings: readonly Finding[]): readonly (readonly [Finding, others: number])[] {
  const groups = new Map<string, [Finding, number]>()
  for (const finding of findings) {
    const { path, key, text } = finding
    const what = isAnsweredInPlace(key) ? `${suggestionAt(path)?.rule ?? path} ${text.id}` : `${path} ${key}`
    const group = groups.get(what)
    if (group) group[1] += 1
    else groups.set(what, [finding, 0])
  }
  return [...groups.values()]
}
