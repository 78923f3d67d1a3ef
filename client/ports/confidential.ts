import type { ReadonlySignal } from '@preact/signals'
import type { CaseWorkersKey, ConfidentialMessage } from '../../shared/api/confidential.ts'
import type { VisitRequest } from '../../shared/confidential/visit-request.ts'
import type { Fault } from '../../shared/faults.ts'

/** Requests for a confidential visit, as a screen asks for them. Nothing can be looked up: what is asked is gone. */
export interface ConfidentialVisits {
  /** whether the case workers' key is on this device; without it nothing can be sealed */
  readonly canAsk: ReadonlySignal<boolean>
  /** what is asked now waits on this device until somebody signs in again */
  readonly isSignedOut: ReadonlySignal<boolean>
  /** Seals the request at once. `saved` means durable on the disk, sealed; fault: `storage-full`, nothing was kept. */
  ask(request: Omit<VisitRequest, 'askedAt'>): Promise<'saved' | 'no-key' | Fault>
}

/** Seals to the case workers' key; only the server opens it. */
export interface ConfidentialSealer {
  seal(key: CaseWorkersKey, request: VisitRequest): Promise<ConfidentialMessage>
}

/** What the device keeps of it, by table. */
export type ConfidentialBodies = {
  /** sealed requests without a receipt, by id */
  confidential: Omit<ConfidentialMessage, 'id'>
  /** one row */
  caseWorkersKey: CaseWorkersKey
}
