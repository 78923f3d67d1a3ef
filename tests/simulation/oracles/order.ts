import type { FaultCode } from '../../../shared/faults.ts'
import type { Change } from '../../../shared/sync/change.ts'
import { isReleased, type Evidence, type Held, type Logged } from './evidence.ts'

/** Nobody here forges anything: these are faults of the server or of the phone itself. */
const NEVER: readonly FaultCode[] = [
  'reused-id',
  'foreign-device',
  'foreign-survey',
  'cannot-apply',
  'server-error',
]

/**
 * Each device's changes were taken once and in their order, those that were released in the order of their survey; what
 * follows one that waits in quarantine joined it, and none had to.
 */
export function order({ office: { log, quarantine } }: Evidence): readonly string[] {
  const ofPhones = log.filter(({ deviceSeq }) => deviceSeq !== null)
  const released = new Set(quarantine.filter(isReleased).map(({ id }) => id))
  return [
    ...ofPhones
      .filter((one, index) => isBehind(one, ofPhones.slice(0, index), released))
      .map(({ id }) => `${id} came out of order`),
    ...ofPhones
      .filter((one) => quarantine.some((held) => held.act === null && isBefore(held, one)))
      .map(({ id }) => `${id} passed by quarantine`),
    ...quarantine
      .filter(({ fault }) => NEVER.includes(fault))
      .map(({ id, fault }) => `${id} is held for ${fault}`),
  ]
}

/** A release comes after changes of other surveys that were made later, and never before one of its own that was not. */
function isBehind(one: Logged, before: readonly Logged[], released: ReadonlySet<string | null>): boolean {
  return before.some(
    (other) =>
      other.device === one.device &&
      Number(other.deviceSeq) >= Number(one.deviceSeq) &&
      ((!released.has(one.id) && !released.has(other.id)) || surveyOf(other) === surveyOf(one)),
  )
}

/** That for which it was made: it may have gone to the household's next one. */
function surveyOf({ body }: Logged): string {
  return (body as Change).survey
}

function isBefore(held: Held, { device, deviceSeq, body }: Logged): boolean {
  return (
    held.device === device &&
    held.body.survey === (body as Change).survey &&
    held.body.seq < Number(deviceSeq)
  )
}
