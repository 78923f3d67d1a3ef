import { EMPTY_DOCUMENT, isRosterName, type Answer, type SurveyDocument } from './document.ts'

/** Place of one answer: `dwelling/floor`, or in a roster `members/<id>/name`. */
export type Path = string

/** `members/<id>/name` as `members/*\/name`, the name under which the questionnaire knows it. */
export function patternOf(path: Path): string {
  // Called for every answer of every change: no arrays are made.
  const first = path.indexOf('/')
  if (!isRosterName(path.slice(0, first))) return path
  const second = path.indexOf('/', first + 1)
  return second < 0 ? path : `${path.slice(0, first)}/*${path.slice(second)}`
}

/** Id of the roster entry that a path lies in, null outside rosters. */
export function entryOf(path: Path): string | null {
  const first = path.indexOf('/')
  if (first < 0 || !isRosterName(path.slice(0, first))) return null
  const second = path.indexOf('/', first + 1)
  return path.slice(first + 1, second < 0 ? undefined : second)
}

/** A question's pattern as the path of one roster entry. */
export function pathOf(pattern: string, entry: string | null): Path {
  return entry === null ? pattern : pattern.replace('*', entry)
}

/** @returns null where there is no answer */
export function answerAt(document: SurveyDocument, path: Path): Answer | null {
  // Asked hundreds of times for each answer that is given: no arrays are made.
  let node: unknown = document
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = path.indexOf('/', start)
    const key = path.slice(start, end < 0 ? undefined : end)
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return null
    node = (node as Record<string, unknown>)[key]
  }
  return (node as Answer | null | undefined) ?? null
}

/** A new document with one answer set, or taken out by null. Roster entries without answers vanish. */
export function withAnswer(document: SurveyDocument, path: Path, answer: Answer | null): SurveyDocument {
  return withAnswers(document, [[path, answer]])
}

type Fields = { [key: string]: Fields | Answer }

/** A new document with several answers set or taken out; only what they touch is copied. */
export function withAnswers(
  document: SurveyDocument,
  answers: Iterable<readonly [Path, Answer | null]>,
): SurveyDocument {
  const copy: Fields = { ...(document as unknown as Fields) }
  const copied = new Set<Fields>([copy])
  for (const [path, answer] of answers) setIn(copy, copied, path, 0, answer)
  return copy as unknown as SurveyDocument
}

/** @param start of the rest of the path that lies below the node */
function setIn(node: Fields, copied: Set<Fields>, path: Path, start: number, answer: Answer | null): void {
  const end = path.indexOf('/', start)
  const key = path.slice(start, end < 0 ? undefined : end)
  if (end < 0) {
    if (answer === null) delete node[key]
    else node[key] = answer
    return
  }
  const present = (Object.hasOwn(node, key) ? node[key] : undefined) as Fields | undefined
  const child = present && copied.has(present) ? present : { ...present }
  if (child !== present) {
    copied.add(child)
    node[key] = child
  }
  setIn(child, copied, path, end + 1, answer)
  // Roster entries vanish when empty, and the part that older documents lack; the others are always there.
  if (answer === null && isLeftEmpty(node, key)) delete node[key]
}

function isLeftEmpty(node: Fields, key: string): boolean {
  return !Object.hasOwn(EMPTY_DOCUMENT, key) && Object.keys(node[key] ?? {}).length === 0
}

/** All answers of a document by path, in the order of the paths, so that two equal documents list alike. */
export function answersOf(document: SurveyDocument): Map<Path, Answer> {
  const answers: [Path, Answer][] = []
  for (const [part, fields] of Object.entries(document)) {
    for (const [key, value] of Object.entries(fields as Fields)) {
      if (!isRosterName(part)) answers.push([`${part}/${key}`, value as Answer])
      else
        for (const [field, answer] of Object.entries(value as Fields))
          answers.push([`${part}/${key}/${field}`, answer as Answer])
    }
  }
  return new Map(answers.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The document that has just these answers. */
export function documentOf(answers: Iterable<readonly [Path, Answer | null]>): SurveyDocument {
  return withAnswers(EMPTY_DOCUMENT, answers)
}

/** Answers are equal by value; lists as sets, since many-of answers have no order. */
export function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return a.length === b.length && a.every((item) => b.includes(item))
}
