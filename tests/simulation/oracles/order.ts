import type { FaultCode } from '../../../shared/faults.ts'
import type { Change } from '../../../shared/sync/change.ts'
import type { Evidence, Held, Logged } from './evidence.ts'

/** Nobody here forges anything: these are faults of the server or of the phone itself. */
const NEVER: readonly FaultCode[] = [
  'reused-id',
  'foreign-device',
  'foreign-survey',
  'cannot-apply',
  'server-error',
]

/** Each device's changes were taken once and in their order, what follows a quarantined one joined it, and none had to. */
export function order({ office: { log, quarantine } }: Evidence): readonly string[] {
  const ofPhones = log.filter(({ deviceSeq }) => deviceSeq !== null)
  return [
    ...ofPhones
      .filter((one, index) => isBehind(one, ofPhones.slice(0, index)))
      .map(({ id }) => `${id} came out of order`),
    ...ofPhones
      .filter((one) => quarantine.some((held) => isBefore(held, one)))
      .map(({ id }) => `${id} passed by quarantine`),
    ...quarantine
      .filter(({ fault }) => NEVER.includes(fault))
      .map(({ id, fault }) => `${id} is held for ${fault}`),
  ]
}

function isBehind({ device, deviceSeq }: Logged, before: readonly Logged[]): boolean {
  return before.some((one) => one.device === device && Number(one.deviceSeq) >= Number(deviceSeq))
}

function isBefore(held: Held, { device, deviceSeq, body }: Logged): boolean {
  return (
    held.device === device &&
    held.body.survey === (body as Change).survey &&
    held.body.seq < Number(deviceSeq)
  )
}
