import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { sameAnswer, type Path } from '../../../shared/survey/path.ts'
import { isSetByProgram } from '../../../shared/survey/program-answers.ts'
import type { Change } from '../../../shared/sync/change.ts'
import type { Evidence, Logged } from './evidence.ts'

/** A change, and another person's changes of the same survey that it was made without. */
type Meeting = { readonly later: Logged; readonly other: string; readonly earlier: readonly Logged[] }

/**
 * By who changed what and on which version, without any merge: two people's changes that were interleaved and that
 * nobody else had a hand in overlap just where each answered what the other did not; and nobody else overlaps.
 */
export function overlaps({ office: { log, overlaps: kept } }: Evidence): readonly string[] {
  const meetings = meetingsOf(log)
  const isKept = ({ later, other }: Meeting) =>
    kept.some((one) => one.change === later.id && one.other === other)
  const isMeeting = (change: string, other: string) =>
    meetings.some((one) => one.later.id === change && one.other === other)
  return [
    ...meetings
      .filter((meeting) => isClear(meeting, log) && isOverlap(meeting) !== isKept(meeting))
      .map((meeting) => `${meeting.later.id} met ${meeting.other}: ${isKept(meeting) ? 'kept' : 'not kept'}`),
    ...kept
      .filter(({ change, other }) => !isMeeting(change, other))
      .map(({ change, other }) => `${change} is said to have met ${other}, and did not`),
  ]
}

function meetingsOf(log: readonly Logged[]): readonly Meeting[] {
  const ofPhones = log.filter(({ deviceSeq }) => deviceSeq !== null)
  return ofPhones.flatMap((later) => {
    const unseen = ofPhones.filter((earlier) => isUnseen(earlier, later))
    const others = new Set(unseen.map(({ account }) => account))
    return [...others].map((other) => ({
      later,
      other,
      earlier: unseen.filter(({ account }) => account === other),
    }))
  })
}

function isUnseen(earlier: Logged, later: Logged): boolean {
  const { survey, base } = later.body as Change
  return (
    earlier.seq < later.seq &&
    earlier.survey === later.survey &&
    earlier.account !== later.account &&
    (survey !== later.survey || earlier.result.version > base)
  )
}

/** Nothing conflicted, and no other change or decision concerned what they answered. */
function isClear({ later, earlier }: Meeting, log: readonly Logged[]): boolean {
  const met = [later, ...earlier]
  const concerned = new Set(met.flatMap(groupsOf))
  const rest = log.filter(
    (one) => one.survey === later.survey && one.seq < later.seq && !earlier.includes(one),
  )
  return (
    met.every(({ result }) => result.conflicts === 0) &&
    rest.every((one) => groupsOf(one).every((group) => !concerned.has(group)))
  )
}

function isOverlap({ later, earlier }: Meeting): boolean {
  const [hers, theirs] = [new Set(groupsOf(later)), new Set(earlier.flatMap(groupsOf))]
  return [...hers].some((group) => !theirs.has(group)) && [...theirs].some((group) => !hers.has(group))
}

/** Groups that a change's author answered; the one that a supervisor chose in. */
function groupsOf({ deviceSeq, body }: Logged): readonly Path[] {
  if (deviceSeq === null) {
    const { command } = body as { command: { group?: Path } }
    return command.group === undefined ? [] : [command.group]
  }
  const steps = Object.entries((body as Change).patch)
  const moved = steps.filter(([path, { from, to }]) => !isSetByProgram(path) && !sameAnswer(from, to))
  return moved.map(([path]) => groupPathsOf(path)[0] ?? path)
}
