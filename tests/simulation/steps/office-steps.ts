import fc from 'fast-check'
import { HELD_REASONS, type HeldAct } from '../../../shared/api/quarantine.ts'
import type { ReviewDetail } from '../../../shared/api/reviews.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import { statusAfter } from '../../../shared/review/status.ts'
import { ENUMERATORS, HOUSES, RWS, SUPERVISORS, type Person, type Supervisor } from '../world/town.ts'
import { aHouse, aNumber, stepKind, unsentOf } from './step.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const TIMES = {
  '20 seconds': 20_000,
  '2 minutes': 2 * MINUTE_MS,
  '6 minutes': 6 * MINUTE_MS,
  'a day': DAY_MS,
  'forty days': 40 * DAY_MS,
} as const
const REASON = 'Perlu dilihat lagi.'
const DECISIONS: readonly ReviewCommand[] = [
  { kind: 'approve' },
  { kind: 'return', reason: REASON },
  { kind: 'reopen' },
  { kind: 'reject', reason: REASON },
]

// Mostly by the one whose areas are all.
const aSupervisor = fc.constantFrom('pengawas' as const, ...(Object.keys(SUPERVISORS) as Supervisor[]))
const aTime = fc.constantFrom(...(Object.keys(TIMES) as (keyof typeof TIMES)[]))

/** What happens at the office and to its server. */
export const OFFICE_STEPS = {
  passes: stepKind({
    weight: 10,
    args: aTime,
    says: (time) => `${time} pass`,
    takes: (world, time) => world.passes(TIMES[time]),
  }),
  serverDies: stepKind({
    weight: 3,
    args: fc.constant(null),
    says: () => 'the server is killed and started again',
    takes: (world) => world.office.dies(),
  }),
  serverDiesWithin: stepKind({
    weight: 6,
    args: fc.integer({ min: 1, max: 8 }),
    says: (times) => `the server is killed within the next request (${times})`,
    takes: (world, times) => world.office.diesWithin(times),
  }),
  backsUp: stepKind({
    weight: 3,
    args: fc.constant(null),
    says: () => 'the office makes a backup',
    takes: (world) => world.office.backsUp(),
  }),
  restores: stepKind({
    weight: 3,
    args: fc.constant(null),
    says: () => 'the office puts the last backup back',
    takes: (world) => world.office.restores(),
  }),
  reassigns: stepKind({
    weight: 5,
    args: fc.record({
      person: fc.constantFrom(...(Object.keys(ENUMERATORS) as Person[])),
      rw: fc.constantFrom(...RWS),
    }),
    says: ({ person, rw }) => `RW ${rw} is given to ${person}, or taken`,
    takes: (world, { person, rw }) => {
      const unsent = Object.values(world.people).filter(({ phone }) => phone.owner === person)
      return world.staff.reassigns(
        person,
        rw,
        unsent.reduce((sum, one) => sum + unsentOf(one), 0),
      )
    },
  }),
  reviews: stepKind({
    weight: 8,
    args: fc.nat(11),
    says: (number) => `the supervisor goes through the queue (${number})`,
    takes: (world, number) => world.staff.reviews((detail) => decide(detail, number)),
  }),
  saysSame: stepKind({
    weight: 6,
    args: fc.record({ by: aSupervisor, house: aHouse, other: fc.nat(5), isTwice: fc.boolean() }),
    says: ({ by, house, other, isTwice }) =>
      `${by} says that house ${house} is the same as house ${other}${isTwice ? ', twice' : ''}`,
    takes: (world, { by, house, other, isTwice }) =>
      world.staff.says({ by, act: 'join', subject: world.house(house), sameAs: world.house(other) }, isTwice),
  }),
  undoesSame: stepKind({
    weight: 6,
    args: fc.record({ by: aSupervisor, which: fc.nat(5), isTwice: fc.boolean() }),
    says: ({ by, which, isTwice }) =>
      `${by} undoes that two houses are the same (${which})${isTwice ? ', twice' : ''}`,
    takes: async (world, { by, which, isTwice }) => {
      const joins = world.staff.words.filter(({ act, isTaken }) => act === 'join' && isTaken)
      const join = joins[which % Math.max(1, joins.length)]
      if (join)
        await world.staff.says({ by, act: 'undo', subject: join.subject, sameAs: join.sameAs }, isTwice)
    },
  }),
  decidesHeld: stepKind({
    weight: 14,
    args: fc.record({
      by: fc.oneof(
        { weight: 3, arbitrary: aSupervisor },
        { weight: 1, arbitrary: fc.constant('admin' as const) },
      ),
      kind: fc.constantFrom('release' as const, 'hand' as const, 'hand' as const, 'aside' as const),
      number: aNumber,
      isTwice: fc.boolean(),
      isAfterSync: fc.boolean(),
    }),
    says: ({ by, kind, number, isTwice, isAfterSync }) =>
      `${isAfterSync ? 'everybody syncs, and ' : ''}${by} goes through what is held: ${kind} (${number})${isTwice ? ', each twice' : ''}`,
    takes: async (world, { by, kind, number, isTwice, isAfterSync }) => {
      if (isAfterSync) for (const { pages } of world.phones) void pages[0]?.engine.sync()
      await world.settle()
      await world.staff.decidesHeld(by, (heirs) => heldAct(kind, heirs, number), isTwice)
    },
  }),
  endsMonth: stepKind({
    weight: 4,
    args: fc.constant(null),
    says: () => 'the supervisor approves all that may be approved, and the month is sealed, if it is due',
    takes: async (world) => {
      await world.staff.reviews((detail) => decide(detail, 0))
      await world.office.sealsMonth()
    },
  }),
  serverFills: stepKind({
    weight: 3,
    args: fc.boolean(),
    says: (isFull) => `the server's disk ${isFull ? 'is full' : 'has room'}`,
    takes: (world, isFull) => {
      if (isFull) world.faults.count('disk of the server full', world.office.logged())
      world.office.fills(isFull)
    },
  }),
  newList: stepKind({
    weight: 2,
    args: fc.nat(HOUSES.length),
    says: (missing) => `the ministry's next list comes, without house ${missing}`,
    takes: (world, missing) => world.office.publishes(HOUSES.filter((_, index) => index !== missing)),
  }),
  signsIn: stepKind({
    weight: 5,
    args: fc.constant(null),
    says: () => 'whoever is signed out signs in',
    takes: (world) => world.signsInWhoIsOut(),
  }),
  sessionsEnd: stepKind({
    weight: 1,
    args: fc.constant(null),
    says: () => 'all sessions end',
    takes: (world) => world.office.endsSessions(),
  }),
  serverClockJumps: stepKind({
    weight: 1,
    args: fc.boolean(),
    says: (isForward) => `the server's clock jumps ten years ${isForward ? 'ahead' : 'back'}`,
    takes: (world, isForward) => {
      world.faults.count('clock of the server jumped ten years', world.office.logged())
      world.office.now = new Date(world.office.now.getTime() + (isForward ? 3652 : -3652) * DAY_MS)
    },
  }),
}

/** One of the commands that its status allows. */
function decide({ survey, conflicts: [conflict] }: ReviewDetail, number: number): ReviewCommand | null {
  if (conflict)
    return { kind: 'resolve', group: conflict.group, take: number % 2 === 0 ? 'current' : 'offered' }
  const allowed = DECISIONS.filter(({ kind }) => statusAfter(survey.status, kind) !== null)
  return allowed[number % allowed.length] ?? null
}

/** What is made of something held; released where there is nobody to hand it to. */
function heldAct(kind: HeldAct['kind'], heirs: readonly AccountId[], number: number): HeldAct {
  const to = heirs[number % Math.max(1, heirs.length)]
  if (kind === 'hand' && to !== undefined) return { kind, to, note: REASON }
  const reason = HELD_REASONS[number % HELD_REASONS.length] ?? 'asked'
  return { kind: kind === 'hand' ? 'release' : kind, reason }
}
