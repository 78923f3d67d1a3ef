/** One row of the alias log: from then on `id` is the same as `as`, or no more. */
export type AliasRow<Id extends string> = {
  readonly id: Id
  readonly as: Id
  readonly act: 'join' | 'undo'
}

/** Which households, or which persons, are the same by the rows of the log. */
export type Aliases<Id extends string> = {
  /** What each id that is an alias is the same as; no chain of them comes back to where it began. */
  readonly as: ReadonlyMap<Id, Id>
  /** The one that stands for all that are the same; an id that no row names stands for itself. */
  readonly resolve: (id: Id) => Id
  /** All others that are the same, the one that stands for them first; empty where there are none. */
  readonly sameAs: (id: Id) => readonly Id[]
}

/**
 * Whether a row may follow: a join of two that are not the same yet, whose first stands for itself; an undoing of a join
 * that holds.
 */
export function isAllowed<Id extends string>(
  { as, resolve }: Pick<Aliases<Id>, 'as' | 'resolve'>,
  row: AliasRow<Id>,
): boolean {
  if (row.act === 'undo') return as.get(row.id) === row.as
  return !as.has(row.id) && resolve(row.as) !== row.id
}

/**
 * Aliases by the rows of their log, in its order. A row that was not allowed when it came is without effect. Ids keep
 * their own data and are never re-keyed. Pure; rules [I1] and [I2] of SPEC.md.
 */
export function aliasesOf<Id extends string>(rows: Iterable<AliasRow<Id>>): Aliases<Id> {
  const as = new Map<Id, Id>()
  const resolve = (id: Id): Id => {
    let one = id
    for (let next = as.get(one); next !== undefined; next = as.get(one)) one = next
    return one
  }
  for (const row of rows) {
    if (!isAllowed({ as, resolve }, row)) continue
    if (row.act === 'join') as.set(row.id, row.as)
    else as.delete(row.id)
  }
  const groups = new Map<Id, Id[]>()
  for (const id of as.keys()) {
    const main = resolve(id)
    groups.set(main, [...(groups.get(main) ?? [main]), id])
  }
  return { as, resolve, sameAs: (id) => (groups.get(resolve(id)) ?? []).filter((one) => one !== id) }
}
