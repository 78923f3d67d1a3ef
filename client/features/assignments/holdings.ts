import type { Assignment, AssignmentBoard } from '../../../shared/api/assignments.ts'
import type { AssignedArea, Role } from '../../../shared/api/session.ts'
import type { KelurahanCode } from '../../../shared/population/area.ts'

export type Person = AssignmentBoard['accounts'][number]
export type CountedArea = AssignmentBoard['areas'][number]

/** An area of a kelurahan's households that nobody of a role holds. */
export type UnheldKelurahan = {
  readonly kelurahan: KelurahanCode
  /** nobody holds any of its RW */
  readonly isWhole: boolean
  readonly households: number
  readonly areas: readonly CountedArea[]
}

/** Whether an area that was given covers an RW. */
function covers(given: AssignedArea, area: Pick<CountedArea, 'kelurahan' | 'rw'>): boolean {
  return given.kelurahan === area.kelurahan && (given.rw === null || given.rw === area.rw)
}

/** Households in an area; one without RW counts its whole kelurahan. */
export function householdsIn(board: AssignmentBoard, given: AssignedArea): number {
  return sum(board.areas.filter((area) => covers(given, area)))
}

/** Households of a person, those in overlapping areas once. */
export function householdsOf(board: AssignmentBoard, person: Person): number {
  return sum(board.areas.filter((area) => person.assignments.some((given) => covers(given, area))))
}

/** Who of a role holds all of an area. */
export function holdersOf(board: AssignmentBoard, role: Role, wanted: AssignedArea): readonly Person[] {
  return board.accounts.filter(
    (person) => person.role === role && person.assignments.some((given) => holds(given, wanted)),
  )
}

/** Whether what was given includes all of what is wanted. */
export function holds(given: AssignedArea, wanted: AssignedArea): boolean {
  return given.kelurahan === wanted.kelurahan && (given.rw === null || given.rw === wanted.rw)
}

/** Areas with households that nobody of a role holds, by kelurahan, in the order of the codes. */
export function unheldBy(board: AssignmentBoard, role: Role): readonly UnheldKelurahan[] {
  const given = board.accounts
    .filter((person) => person.role === role)
    .flatMap(({ assignments }) => assignments)
  const unheld = new Map<KelurahanCode, CountedArea[]>()
  for (const area of board.areas) {
    if (given.some((one) => covers(one, area))) continue
    unheld.set(area.kelurahan, [...(unheld.get(area.kelurahan) ?? []), area])
  }
  return [...unheld]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kelurahan, areas]) => ({
      kelurahan,
      areas,
      households: sum(areas),
      isWhole: areas.length === board.areas.filter((area) => area.kelurahan === kelurahan).length,
    }))
}

/** The board after an area was given; the same one twice is one. */
export function withAssignment(board: AssignmentBoard, given: Assignment): AssignmentBoard {
  const accounts = board.accounts.map((person) =>
    person.id === given.account
      ? { ...person, assignments: [...person.assignments.filter(({ id }) => id !== given.id), given] }
      : person,
  )
  return { ...board, accounts }
}

/** The board after an area was taken back. */
export function withoutAssignment(board: AssignmentBoard, taken: Assignment['id']): AssignmentBoard {
  const accounts = board.accounts.map((person) => ({
    ...person,
    assignments: person.assignments.filter(({ id }) => id !== taken),
  }))
  return { ...board, accounts }
}

function sum(areas: readonly CountedArea[]): number {
  return areas.reduce((total, { households }) => total + households, 0)
}
