import { signal, type ReadonlySignal } from '@preact/signals'
import type { Session } from '../../../shared/api/session.ts'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Text } from '../../../shared/text.ts'
import type { Api } from '../../ports/api.ts'
import type { ConfidentialVisits } from '../../ports/confidential.ts'
import type { DeviceCare } from '../../ports/device-care.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import type { Installation } from '../../ports/installation.ts'
import type { Locator } from '../../ports/locator.ts'
import type { NikHintDesk } from '../../ports/nik-hints.ts'
import type { PhotoKit } from '../../ports/photo-kit.ts'
import type { PhotoPost } from '../../ports/photo-post.ts'
import type { Rescue } from '../../ports/rescue.ts'
import type { SyncEngine } from '../../ports/sync.ts'
import { watchApi } from './watch-api.ts'

/** An enumerator's device, opened and syncing until `close`. */
export type Field = {
  readonly work: FieldWork
  readonly sync: SyncEngine
  /** photos that the server does not have, in words; null where none is known to wait */
  readonly photosLeft: ReadonlySignal<Text | null>
  /** Opens what surveys use beyond the list, once. Rejects where it cannot be loaded now; the next call tries again. */
  readonly kit: () => Promise<FieldKit>
  readonly close: () => void
}

export type FieldKit = {
  readonly photos: PhotoKit
  readonly locator: Locator
  readonly confidential: ConfidentialVisits
  readonly nikHints: NikHintDesk
  readonly photoPost: PhotoPost
  readonly care: DeviceCare
  readonly rescue: Rescue
}

export type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session; readonly field: Field | null }
  /** the browser does not let this device's data be opened */
  | { readonly kind: 'failed' }

export type SessionModel = {
  readonly state: ReadonlySignal<SessionState>
  /** the server wants a sign-in before it takes or gives anything; work on the device goes on */
  readonly expired: ReadonlySignal<boolean>
  /** the server, watched for the end of the session */
  readonly api: Api
  /** Enters as who was last in use here, without the network; then asks the server whether that still holds. */
  readonly open: () => Promise<void>
  /** Null where it went well. */
  readonly signIn: (username: string, password: string) => Promise<Fault | null>
  /** Leaves the device as it is. Null where it went well. */
  readonly signOut: () => Promise<Fault | null>
}

type Parts = {
  readonly api: Api
  readonly openInstallation: () => Promise<Installation>
  /** what the server's lists call this device */
  readonly deviceName: () => Promise<string>
  /** only for enumerators */
  readonly openField: (session: Session, api: Api) => Promise<Field>
}

/** Who works here: known offline from the installation, confirmed by the server when it can be reached. */
export function createSessionModel({
  api: bareApi,
  openInstallation,
  deviceName,
  openField,
}: Parts): SessionModel {
  let installation: Promise<Installation> | null = null
  const installed = () => (installation ??= openInstallation())
  const state = signal<SessionState>({ kind: 'opening' })
  const expired = signal(false)
  const api = watchApi(bareApi, () => {
    expired.value = true
  })

  async function enter(session: Session): Promise<void> {
    if (session.account.role !== 'enumerator') {
      state.value = { kind: 'signed-in', session, field: null }
      return
    }
    const field = await orFailed(() => openField(session, api))
    state.value = { kind: 'signed-in', session, field }
  }

  // A refusal of the browser's storage is nothing that the app can mend: say so, and let the console know.
  async function orFailed<T>(opening: () => Promise<T>): Promise<T> {
    try {
      return await opening()
    } catch (error) {
      state.value = { kind: 'failed' }
      throw error
    }
  }

  function closeField(): void {
    if (state.value.kind === 'signed-in') state.value.field?.close()
  }

  /** Takes a fresher word of the server about the account in use: its name, its areas. */
  function refresh(session: Session): void {
    if (state.value.kind === 'signed-in') state.value = { ...state.value, session }
  }

  async function open(): Promise<void> {
    const known = await orFailed(async () => (await installed()).current())
    if (!known) {
      state.value = { kind: 'signed-out' }
      return
    }
    await enter(known.session)
    const fresh = await api.session()
    if (isFault(fresh)) return
    if (fresh.device !== known.session.device) {
      expired.value = true
      return
    }
    const kept = await (await installed()).use(fresh)
    // What another server says of the account is not believed; its receipts will not be either, and that is shown.
    if (isFault(kept) && kept.fault === 'server-key-changed') return
    refresh(fresh)
  }

  async function signIn(username: string, password: string): Promise<Fault | null> {
    const device = { id: await (await installed()).deviceFor(username), name: await deviceName() }
    const session = await bareApi.signIn({ username, password, device })
    if (isFault(session)) return session
    const kept = await (await installed()).use(session)
    if (isFault(kept)) return kept
    expired.value = false
    const before = state.value
    if (before.kind === 'signed-in' && before.session.device === session.device) {
      refresh(session)
      void before.field?.sync.sync()
      return null
    }
    closeField()
    await enter(session)
    return null
  }

  async function signOut(): Promise<Fault | null> {
    const left = await (await installed()).leave()
    if (isFault(left)) return left
    closeField()
    expired.value = false
    state.value = { kind: 'signed-out' }
    // The server's cookie ends when it can be reached; the device forgets whose it was in any case.
    await bareApi.signOut()
    return null
  }

  return { state, expired, api, open, signIn, signOut }
}
