import {
  isReleased,
  type PhoneEvidence,
  type Evidence,
  type Logged,
  type OfficeEvidence,
  type Said,
} from './evidence.ts'
import type { Answer } from '../../../shared/survey/document.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { answerAt, sameAnswer, type Path } from '../../../shared/survey/path.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import type { Change } from '../../../shared/sync/change.ts'
import type { Patch } from '../../../shared/sync/patch.ts'
import type { Owed, OwedSubmission } from '../world/ledger.ts'
import type { Answered } from '../world/staff.ts'

/**
 * Whatever a phone said was saved is in a document, a conflict or the quarantine, where it was not released, or still on
 * the phone; unless somebody who saw it put another answer in its place. What a supervisor was told to hold of two
 * households stands in the log.
 * @param when `always` also takes what a phone keeps of what was acknowledged: the office may have lost it, and the
 *   phone will offer it again; `quiet` does not
 */
export function preservation(evidence: Evidence, when: 'always' | 'quiet'): readonly string[] {
  const answers = evidence.owed.filter((owed) => !isKept(owed, evidence, when))
  const submissions = evidence.submissions.filter((owed) => !isSubmitted(owed, evidence, when))
  return [
    ...evidence.unseen,
    ...answers.map(
      ({ device, household, path, value }) =>
        `${nameOf(device, evidence)} saved ${path} = ${JSON.stringify(value)} of ${household}: it is nowhere`,
    ),
    ...submissions.map(
      ({ device, survey }) => `${nameOf(device, evidence)} submitted ${survey}: nobody knows of it`,
    ),
    ...lostWords(evidence),
  ]
}

/** Words of a history that a restore has ended go with it. */
function lostWords({ words, office: { epoch, said } }: Evidence): readonly string[] {
  return words
    .filter((word) => word.isTaken && word.epoch === epoch && !said.some((one) => isWord(one, word)))
    .map(({ act, subject, sameAs }) => `${act} of ${subject} and ${sameAs} was answered: it is nowhere`)
}

function isWord(one: Said, word: Answered): boolean {
  return (['id', 'by', 'act', 'subject', 'sameAs'] as const).every((key) => one[key] === word[key])
}

function isKept(owed: Owed, { office, phones }: Evidence, when: 'always' | 'quiet'): boolean {
  const phone = phones.find(({ device }) => device === owed.device)
  return (
    (phone && isOnPhone(owed, phone, when)) ||
    office.surveys.some(
      ({ household, document }) =>
        household === owed.household && sameAnswer(answerAt(document, owed.path), owed.value),
    ) ||
    office.conflicts.some(
      ({ device, survey, answers }) =>
        device === owed.device &&
        householdOf(survey, office) === owed.household &&
        isSame(answers[owed.path]?.offered, owed),
    ) ||
    office.quarantine.some(
      (held) =>
        !isReleased(held) &&
        held.device === owed.device &&
        held.body.household === owed.household &&
        leadsTo(held.body.patch, owed),
    ) ||
    isReplaced(owed, office)
  )
}

function isOnPhone(owed: Owed, { rows }: PhoneEvidence, when: 'always' | 'quiet'): boolean {
  const changes = rows.outbox.filter(({ state }) => when === 'always' || state === 'waiting')
  return [...rows.openChanges.map(({ body }) => body), ...changes.map(({ body }) => body.change)].some(
    ({ household, patch }) => household === owed.household && leadsTo(patch, owed),
  )
}

/** It had arrived, and then somebody went on from it, or a supervisor chose the other side. */
function isReplaced(owed: Owed, { log, surveys }: OfficeEvidence): boolean {
  const ids = new Set(surveys.filter(({ household }) => household === owed.household).map(({ id }) => id))
  const ofHousehold = log.filter(({ survey }) => ids.has(survey))
  const arrival = ofHousehold.findLast((one) => one.device === owed.device && leadsTo(patchOf(one), owed))
  if (!arrival) return false
  return ofHousehold.some(
    (later) => later.seq > arrival.seq && (goesOnFrom(later, owed) || isChoiceOver(later, owed.path)),
  )
}

function goesOnFrom(logged: Logged, { path, value }: Owed): boolean {
  const step = patchOf(logged)[path]
  return step !== undefined && sameAnswer(step.from, value) && !sameAnswer(step.to, value)
}

function isChoiceOver({ deviceSeq, body }: Logged, path: Path): boolean {
  if (deviceSeq !== null) return false
  const { command } = body as { command: ReviewCommand }
  return command.kind === 'resolve' && groupPathsOf(path).includes(command.group)
}

function isSubmitted(
  { device, survey, after }: OwedSubmission,
  { office, phones }: Evidence,
  when: 'always' | 'quiet',
) {
  const phone = phones.find((one) => one.device === device)
  const isIt = (change: Change) =>
    change.survey === survey && change.command !== undefined && change.seq >= after
  return (
    phone?.rows.openChanges.some(({ body }) => body.survey === survey && body.submits) ||
    phone?.rows.outbox.some(
      ({ state, body }) => (when === 'always' || state === 'waiting') && isIt(body.change),
    ) ||
    office.log.some((one) => one.device === device && one.deviceSeq !== null && isIt(one.body as Change)) ||
    office.quarantine.some((one) => !isReleased(one) && one.device === device && isIt(one.body))
  )
}

function patchOf({ deviceSeq, body }: Logged): Patch {
  return deviceSeq === null ? {} : (body as Change).patch
}

function leadsTo(patch: Patch, { path, value }: Owed): boolean {
  const step = patch[path]
  return step !== undefined && sameAnswer(step.to, value)
}

function isSame(offered: unknown, { value }: Owed): boolean {
  return offered !== undefined && sameAnswer(offered as Answer | null, value)
}

function householdOf(survey: string, { surveys }: OfficeEvidence) {
  return surveys.find(({ id }) => id === survey)?.household
}

function nameOf(device: string, { phones }: Evidence): string {
  return phones.find((phone) => phone.device === device)?.name ?? device
}
