import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import { Hono } from 'hono'
import type { RescueKey } from '../../../../shared/api/rescue.ts'
import { fault, isFault } from '../../../../shared/faults.ts'
import { faultReply, type ApiEnv } from '../../../platform/http.ts'
import { newId } from '../../../platform/ids.ts'
import { storeUpload } from '../../../platform/store-upload.ts'
import { createRescueTaker, type RescueParts } from './take-rescue-file.ts'

/** Our own choice: some two thousand photos. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024

/** `/api/rescue-…`: the key to which phones seal their rescue files, and where supervisors bring these in. */
export function rescueRoutes(
  parts: RescueParts & {
    readonly directory: string
    /** whether the database keeps its reserve of the disk beside so many bytes */
    readonly hasRoom: (bytes: number) => Promise<boolean>
  },
): Hono<ApiEnv> {
  const { key, directory, hasRoom } = parts
  const take = createRescueTaker(parts)
  const routes = new Hono<ApiEnv>()

  routes.get('/api/rescue-key', (context) => {
    const published: RescueKey = { id: key.id, publicKey: key.publicKey }
    return context.json(published)
  })

  routes.post('/api/rescue-files', async (context) => {
    const announced = Number(context.req.header('content-length') ?? 0)
    if (!(await hasRoom(announced))) return faultReply(context, fault('server-full'))
    mkdirSync(directory, { recursive: true })
    const path = join(directory, `${newId()}.rescue`)
    const body = context.req.raw.body as ReadableStream<Uint8Array> | null
    const stored = await storeUpload(body, path, MAX_FILE_BYTES)
    if (isFault(stored)) return faultReply(context, stored)
    try {
      return context.json(await take(context.var.actor, stored))
    } finally {
      await rm(path, { force: true })
    }
  })
  return routes
}
