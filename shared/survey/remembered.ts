type Remembered<Rest extends readonly unknown[], Result> = { readonly rest: Rest; readonly result: Result }

/**
 * A pure function of something that never changes (a document, a roster), which remembers its last result for each:
 * screens, rules and counts ask the same of one document many times for each answer. What it remembers goes with the
 * thing itself.
 * @param judge must not depend on anything but its arguments; the others are compared by identity
 */
export function remembered<Subject extends object, Rest extends readonly unknown[], Result>(
  judge: (subject: Subject, ...rest: Rest) => Result,
): (subject: Subject, ...rest: Rest) => Result {
  const bySubject = new WeakMap<Subject, Remembered<Rest, Result>>()
  return (subject, ...rest) => {
    const before = bySubject.get(subject)
    if (before && before.rest.every((value, index) => value === rest[index])) return before.result
    const result = judge(subject, ...rest)
    bySubject.set(subject, { rest, result })
    return result
  }
}
