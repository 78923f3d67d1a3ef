import type { Said } from './evidence.ts'

/**
 * Which households are the same by the words of the log: each points to one other at most, which is where its last word
 * left it. Not by the product's own function, which it judges.
 */
export function sameHouseholds(said: readonly Said[]) {
  const last = new Map(said.map((word) => [word.subject as string, word]))
  const joins = [...last.values()].filter(({ act }) => act === 'join')
  const pointsTo = new Map<string, string>(joins.map(({ subject, sameAs }) => [subject, sameAs]))
  /** The one at the end of the chain; in a ring, which nobody may close, any of it. */
  const mainOf = (id: string, passed: readonly string[] = []): string => {
    const next = pointsTo.get(id)
    return next === undefined || passed.includes(next) ? id : mainOf(next, [...passed, id])
  }
  const named = new Set<string>(joins.flatMap(({ subject, sameAs }) => [subject, sameAs]))
  return { mainOf, groupOf: (id: string) => [...named].filter((one) => mainOf(one) === mainOf(id)) }
}

const MOST_SAME = 10

/** Words that could not follow those before them: [I1], [I2], [I4]. */
export function forbiddenWords(said: readonly Said[]): readonly string[] {
  return said.flatMap(({ id, act, subject, sameAs }, index) => {
    const { mainOf, groupOf } = sameHouseholds(said.slice(0, index))
    const isJoined = said.slice(0, index).findLast((one) => one.subject === subject)
    const stands = isJoined?.act === 'join' ? isJoined.sameAs : null
    if (act === 'undo') return stands === sameAs ? [] : [`${id} undoes what did not hold`]
    const together = new Set([subject, sameAs, ...groupOf(subject), ...groupOf(sameAs)]).size
    return [
      ...(stands === null ? [] : [`${id} says of ${subject} that it is the same as a second one`]),
      ...(mainOf(sameAs) === subject ? [`${id} leads ${subject} back to itself`] : []),
      ...(together > MOST_SAME ? [`${id} makes ${together} the same`] : []),
    ]
  })
}
