import { contentHashSchema } from '../../../shared/api/attachments.ts'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { AccountId, DeviceId } from '../../../shared/ids.ts'
import type { WriteQueue } from '../../database/write-queue.ts'
import type { Audit } from '../../platform/audit.ts'
import type { AttachmentStore } from '../../records/attachment-store.ts'
import { lookAtFile, type Content, type ContentFolder } from './content-folder.ts'
import { leavesReserve } from './disk-room.ts'

/** Whose device a picture comes from. */
type Sender = { readonly account: AccountId; readonly device: DeviceId }

export type PictureIntake = {
  /** Whether a picture is here already. Bytes that lie in their place without a row, as after a restore, are entered. */
  readonly isHeld: (sender: Sender, sha256: string) => Promise<boolean>
  /** What forbids to bring in so many bytes; null where nothing does. */
  readonly refusal: (bytes: number) => Promise<Fault | null>
  /** Reads a file through and moves it to its place; one that is refused stays where it is. Null where it was taken. */
  readonly take: (sender: Sender, sha256: string, path: string) => Promise<Fault | null>
}

/**
 * Takes pictures in, whichever way they come; rules [A2], [A5] and [A8] of SPEC.md.
 * @param parts.directory anywhere on the disk of the content
 */
export function createPictureIntake(parts: {
  readonly content: ContentFolder
  readonly attachments: AttachmentStore
  readonly queue: WriteQueue
  readonly audit: Audit
  readonly directory: string
  readonly limitBytes: number
}): PictureIntake {
  const { content, attachments, queue, audit, directory, limitBytes } = parts

  async function enter(
    { account, device }: Sender,
    { sha256, bytes, type }: Content & { readonly type: NonNullable<Content['type']> },
  ): Promise<void> {
    await queue.write((tx) => {
      attachments.add(tx, { sha256, type, bytes }, { account, device })
      audit.append(tx, { account, device, action: 'attachment.receive', subject: sha256, detail: { bytes } })
    })
  }

  return {
    async isHeld(sender, sha256) {
      if (!contentHashSchema.safeParse(sha256).success) return false
      const attachment = attachments.find(sha256)
      if (attachment) return content.holds(sha256, attachment.bytes)
      const found = await content.lookAt(sha256)
      if (found?.sha256 !== sha256 || found.type === null) return false
      await enter(sender, { ...found, type: found.type })
      return true
    },
    async refusal(bytes) {
      if (bytes > limitBytes) return fault('picture-too-large')
      return (await leavesReserve(directory, bytes)) ? null : fault('server-full')
    },
    async take(sender, sha256, path) {
      const found = await lookAtFile(path)
      if (found.sha256 !== sha256) return fault('picture-damaged')
      if (found.type === null) return fault('picture-unreadable')
      await content.take(path, sha256)
      await enter(sender, { ...found, type: found.type })
      return null
    },
  }
}
