import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import * as z from 'zod/mini'
import { contentHashSchema } from '../../../shared/api/attachments.ts'
import { fault, faultCodeSchema, type Fault, type FaultCode } from '../../../shared/faults.ts'
import { accountIdSchema, deviceIdSchema } from '../../../shared/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Logger } from '../../platform/log.ts'
import type { PictureIntake } from './picture-intake.ts'

export const UPLOADS_PATH = '/api/uploads'

/** A phone that was away for longer begins anew; our own choice. */
const UNFINISHED_KEPT_MS = 7 * 24 * 60 * 60 * 1000

const metadataSchema = z.object({
  sha256: contentHashSchema,
  account: accountIdSchema,
  device: deviceIdSchema,
})
type Metadata = z.infer<typeof metadataSchema>

export type Wanted = { readonly sha256: string; readonly bytes: number }

export type Uploads = {
  /** Begins an upload: a reply of the tus protocol, or why it was refused. */
  readonly create: (actor: Actor, wanted: Wanted, url: string) => Promise<Response | Fault>
  /** Answers a request about one upload, which only the device that began it can make. */
  readonly go: (actor: Actor, id: string, request: Request) => Promise<Response | Fault>
  /** Removes what was begun too long ago. */
  readonly sweep: () => Promise<void>
}

/** Uploads by the tus protocol, in files that outlive the server; rules [A2] to [A5] of SPEC.md. */
export function createUploads(parts: {
  /** of the unfinished ones; on the same disk as the content */
  readonly directory: string
  readonly limitBytes: number
  readonly pictures: Pick<PictureIntake, 'take'>
  readonly clock: () => Date
  readonly log: Logger
}): Uploads {
  let opened: ReturnType<typeof openTus> | null = null
  const tus = () => (opened ??= openTus())

  const finishing = new Map<string, Promise<Fault | null>>()

  /** Only where somebody brings a picture. */
  function openTus() {
    const { directory, limitBytes, log } = parts
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const store = new FileStore({ directory, expirationPeriodInMilliseconds: UNFINISHED_KEPT_MS })
    const server = new Server({
      path: UPLOADS_PATH,
      datastore: store,
      relativeLocation: true,
      maxSize: limitBytes,
      async onUploadFinish(_request, upload) {
        const refused = await finish(upload)
        if (refused) throw refusalOf(refused)
        return {}
      },
      onResponseError(_request, error) {
        if (error instanceof Error) log.error({ err: error }, 'an upload failed')
        return undefined
      },
    })
    return { store, server }
  }

  /** Once for an upload, however many requests come to its end. */
  function finish(upload: Upload): Promise<Fault | null> {
    const underway = finishing.get(upload.id) ?? settle(upload).finally(() => finishing.delete(upload.id))
    finishing.set(upload.id, underway)
    return underway
  }

  /** The whole file is read before anybody hears that it arrived. Null where it did. */
  async function settle({ id, metadata }: Upload): Promise<Fault | null> {
    const { sha256, account, device } = metadataSchema.parse(metadata)
    const path = join(parts.directory, id)
    const refused = await parts.pictures.take({ account, device }, sha256, path)
    await discard(id)
    return refused
  }

  async function discard(id: string): Promise<void> {
    await rm(join(parts.directory, id), { force: true })
    await tus().store.configstore.delete(id)
  }

  async function find(actor: Actor, id: string): Promise<Upload | null> {
    if (!/^[0-9a-f]{32}$/.test(id)) return null
    const upload = await tus()
      .store.getUpload(id)
      .catch(() => null)
    const metadata = metadataSchema.safeParse(upload?.metadata)
    const isOwn = metadata.data?.account === actor.account && metadata.data.device === actor.device
    return isOwn ? upload : null
  }

  return {
    async create(actor, { sha256, bytes }, url) {
      const headers = {
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes),
        'upload-metadata': metadataText({ sha256, account: actor.account, device: actor.device }),
      }
      return readTus(await tus().server.handleWeb(new Request(url, { method: 'POST', headers })))
    },
    async go(actor, id, request) {
      const upload = await find(actor, id)
      if (!upload) return fault('not-found')
      // All bytes are here, but the server was killed before it had looked at them: nobody may take that for the end.
      if (upload.offset === upload.size) return (await finish(upload)) ?? fault('not-found')
      return readTus(await tus().server.handleWeb(request))
    },
    async sweep() {
      const { configstore } = tus().store
      const before = parts.clock().getTime() - UNFINISHED_KEPT_MS
      for (const id of (await configstore.list?.()) ?? []) {
        const upload = await configstore.get(id)
        if (upload && Date.parse(upload.creation_date ?? '') < before) await discard(id)
      }
    },
  }
}

function metadataText(metadata: Metadata): string {
  return Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')
}

const refusalOf = ({ fault: code }: Fault) => ({ status_code: 422, body: code })

/** What tus means by its statuses, in our words. */
const TUS_FAULTS: Readonly<Record<number, FaultCode>> = {
  403: 'forbidden',
  404: 'not-found',
  409: 'wrong-state',
  410: 'not-found',
  413: 'picture-too-large',
  // Another request of the same phone still has it.
  423: 'busy',
  500: 'server-error',
}

async function readTus(reply: Response): Promise<Response | Fault> {
  if (reply.status >= 400) {
    const named = faultCodeSchema.safeParse(await reply.text())
    return fault(named.data ?? TUS_FAULTS[reply.status] ?? 'bad-request')
  }
  // One origin for all; tus would let every page ask.
  const headers = [...reply.headers].filter(([name]) => !name.startsWith('access-control-'))
  return new Response(reply.body, { status: reply.status, headers })
}
