import type { RescueReply } from '../../../../shared/api/rescue.ts'
import type { AccountId, DeviceId, SurveyId } from '../../../../shared/ids.ts'
import { MAX_CHANGES_PER_REQUEST, type ChangeResult } from '../../../../shared/sync/protocol.ts'
import { surveyIdSchema } from '../../../../shared/ids.ts'
import type { Database } from '../../../database/database.ts'
import type { WriteQueue } from '../../../database/write-queue.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Audit } from '../../../platform/audit.ts'
import type { SealKeyPair } from '../../../platform/seal-key.ts'
import type { ScopeStore } from '../../../records/scope-store.ts'
import type { DeviceStore } from '../device-store.ts'
import type { Intake } from '../intake.ts'
import { checkRescueFile, type CheckedFile } from './check-rescue-file.ts'
import { takePhotos, type RescuedPictures } from './take-photos.ts'

export type RescueParts = {
  readonly database: Pick<Database, 'query'>
  readonly queue: WriteQueue
  readonly audit: Audit
  readonly key: SealKeyPair
  readonly intake: Intake
  readonly devices: DeviceStore
  readonly scopes: ScopeStore
  readonly pictures: RescuedPictures
}

type AuthorRow = { account_id: string; name: string; scope_version: number; revoked_at: string | null }
type Author = { readonly sender: Actor; readonly isRevoked: boolean }

/** Makes the function that takes a rescue file for whoever brings it. Rules [R3] to [R5] of shared/sync/SPEC.md. */
export function createRescueTaker(parts: RescueParts) {
  const { database, queue, audit, key, intake, devices, scopes, pictures } = parts
  const author = database.query<AuthorRow>(
    `select d.account_id, a.name, a.scope_version, d.revoked_at from device d join account a on a.id = d.account_id
     where d.id = ? and a.role = 'enumerator'`,
  )

  /** @param file stored, with the hash of its bytes */
  return async (bringer: Actor, file: { readonly path: string; readonly sha256: string }) => {
    const checked = await checkRescueFile(file.path, key)
    if (typeof checked === 'string') return refused(checked)
    const { device } = checked.head
    const { sender, isRevoked } = authorOf(device) ?? { sender: null, isRevoked: false }
    // A file that names somebody else as its author than its device has is none of ours.
    if (!sender || sender.account !== checked.head.account) return refused('unknown-device')
    if (!mayBring(bringer, sender)) return refused('other-area')
    const next = devices.nextSeq(device)
    if ((checked.changes[0]?.seq ?? 0) > next) return refused('gap')

    const changes = await takeChanges({ sender, isRevoked }, checked, next)
    const photos = await takePhotos({ path: file.path, key, photos: checked.photos, sender, pictures })
    const reply: RescueReply = {
      kind: 'taken',
      enumerator: sender.name,
      at: checked.head.at,
      ...changes,
      photos,
    }
    await queue.write((tx) => {
      audit.append(tx, {
        account: bringer.account,
        device: bringer.device,
        action: 'rescue.take',
        subject: device,
        detail: {
          file: file.sha256,
          taken: reply.taken,
          known: reply.known,
          quarantined: reply.quarantined,
          photos: photos.taken,
        },
      })
    })
    return reply
  }

  async function takeChanges({ sender, isRevoked }: Author, { changes }: CheckedFile, next: number) {
    const results: ChangeResult[] = []
    const surveys: (SurveyId | null)[] = []
    // In requests as the phone's own: the same ids, hashes and numbers take effect once, whichever way they come.
    for (let from = 0; from < changes.length; from += MAX_CHANGES_PER_REQUEST) {
      const some = changes
        .slice(from, from + MAX_CHANGES_PER_REQUEST)
        .map(({ text }): unknown => JSON.parse(text))
      for (const change of some) surveys.push(surveyOf(change))
      results.push(...(await intake.receive(sender, some, isRevoked ? 'device-revoked' : null)).results)
    }
    const isNew = changes.map(({ seq }) => seq >= next)
    const taken = results.filter((_, index) => isNew[index])
    const touched = surveys.flatMap((survey, index) => (isNew[index] && survey ? [survey] : []))
    return {
      taken: taken.length,
      known: results.length - taken.length,
      quarantined: taken.filter(({ outcome }) => outcome === 'quarantined').length,
      surveys: new Set(touched).size,
    }
  }

  /** The enumerator whose device it is, as at a sync of that device. */
  function authorOf(device: DeviceId): Author | null {
    const row = author.get(device)
    if (!row) return null
    const account = row.account_id as AccountId
    const areas = scopes.areasOf(account)
    return {
      sender: { account, name: row.name, role: 'enumerator', device, scopeVersion: row.scope_version, areas },
      isRevoked: row.revoked_at !== null,
    }
  }
}

function refused(why: Extract<RescueReply, { kind: 'refused' }>['why']): RescueReply {
  return { kind: 'refused', why }
}

/** Supervisors bring in what enumerators of their areas did; the city admin what anybody did. */
function mayBring(bringer: Actor, author: Actor): boolean {
  if (bringer.role === 'city-admin') return true
  return bringer.areas.some((own) =>
    author.areas.some(
      ({ kelurahan, rw }) => kelurahan === own.kelurahan && (rw === null || own.rw === null || rw === own.rw),
    ),
  )
}

function surveyOf(body: unknown): SurveyId | null {
  const survey = typeof body === 'object' && body !== null && 'survey' in body ? body.survey : null
  return surveyIdSchema.safeParse(survey).data ?? null
}
