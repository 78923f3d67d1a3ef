import { Hono } from 'hono'
import { contentHashSchema, heldRequestSchema, type HeldReply } from '../../../shared/api/attachments.ts'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { streamOf } from '../../../shared/population/area.ts'
import type { WriteQueue } from '../../database/write-queue.ts'
import { holdsArea, type Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { AttachmentStore } from '../../records/attachment-store.ts'
import type { StoredSurvey, SurveyStore } from '../../records/survey-store.ts'
import type { ContentFolder } from './content-folder.ts'
import type { PictureIntake } from './picture-intake.ts'
import { UPLOADS_PATH, type Uploads, type Wanted } from './uploads.ts'

/**
 * `/api/uploads`: phones bring pictures by the tus protocol. `/api/attachments`: those who may see a survey see its
 * pictures. Rules [A1] to [A9] of SPEC.md.
 */
export function attachmentRoutes(parts: {
  readonly queue: WriteQueue
  readonly audit: Audit
  readonly attachments: AttachmentStore
  readonly surveys: Pick<SurveyStore, 'find'>
  readonly content: ContentFolder
  readonly uploads: Uploads
  readonly pictures: PictureIntake
}): Hono<ApiEnv> {
  const { queue, audit, attachments, surveys, content, uploads, pictures } = parts
  const routes = new Hono<ApiEnv>()

  routes.post(UPLOADS_PATH, async (context) => {
    const { actor } = context.var
    const wanted = wantedOf(context.req.raw.headers)
    if (!wanted) return faultReply(context, fault('bad-request'))
    // Nothing was created, since nothing is missing.
    if (await pictures.isHeld(actor, wanted.sha256)) return context.json({ held: wanted.sha256 })
    const refused = await pictures.refusal(wanted.bytes)
    if (refused) return faultReply(context, refused)
    const reply = await uploads.create(actor, wanted, context.req.url)
    return isFault(reply) ? faultReply(context, await explained(reply)) : reply
  })

  // HEAD comes here, too: it is a GET without a body.
  routes.on(['GET', 'PATCH'], `${UPLOADS_PATH}/:id`, async (context) => {
    const { method } = context.req.raw
    if (method === 'GET') return faultReply(context, fault('not-found'))
    const reply = await uploads.go(context.var.actor, context.req.param('id'), context.req.raw)
    return isFault(reply) ? faultReply(context, await explained(reply)) : reply
  })

  routes.post('/api/attachments/held', async (context) => {
    const request = heldRequestSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success) return faultReply(context, fault('bad-request'))
    const found = request.data.sha256.flatMap((sha256) => attachments.find(sha256) ?? [])
    const present = await Promise.all(found.map(({ sha256, bytes }) => content.holds(sha256, bytes)))
    const held = found.filter((_, index) => present[index])
    const reply: HeldReply = {
      held: held.map(({ sha256 }) => sha256),
      backedUp: held.flatMap(({ sha256, isBackedUp }) => (isBackedUp ? [sha256] : [])),
    }
    return context.json(reply)
  })

  routes.get('/api/attachments/:sha256', async (context) => {
    const { actor } = context.var
    const sha256 = contentHashSchema.safeParse(context.req.param('sha256')).data
    const attachment = sha256 === undefined ? null : attachments.find(sha256)
    const survey = attachment && surveyShown(actor, attachment)
    const bytes = survey && (await content.read(attachment.sha256))
    if (!bytes) return faultReply(context, fault('not-found'))
    await queue.write((tx) => {
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: 'attachment.read',
        subject: survey.id,
        area: streamOf(survey.area),
        detail: { sha256: attachment.sha256 },
      })
    })
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': attachment.type,
      'cache-control': 'no-store',
    })
  })

  /** A survey through which this account may see a picture; what is not for it answers like what is not there. */
  function surveyShown(
    actor: Actor,
    { sha256, account }: { readonly sha256: string; readonly account: AccountId },
  ): StoredSurvey | null {
    // Hashes of others' pictures stand in the surveys of an area: to name one is no proof of having taken it.
    if (actor.role === 'enumerator' && account !== actor.account) return null
    for (const id of attachments.surveysOf(sha256)) {
      const survey = surveys.find(id)
      if (survey && mayLook(actor, survey)) return survey
    }
    return null
  }

  /** What has no room looks like any other failure of writing. */
  async function explained(reason: Fault): Promise<Fault> {
    return reason.fault === 'server-error' ? ((await pictures.refusal(0)) ?? reason) : reason
  }
  return routes
}

function mayLook(actor: Actor, survey: StoredSurvey): boolean {
  if (!holdsArea(actor, survey.area)) return false
  return actor.role === 'supervisor' ? survey.status !== 'draft' : survey.author === actor.account
}

/** What an upload is to be, from the headers that begin one; null where they do not say. */
function wantedOf(headers: Headers): Wanted | null {
  const said = (headers.get('upload-metadata') ?? '').split(',').map((pair) => pair.trim().split(' '))
  const encoded = said.find(([key]) => key === 'sha256')?.[1] ?? ''
  const sha256 = contentHashSchema.safeParse(Buffer.from(encoded, 'base64').toString('latin1'))
  const length = headers.get('upload-length') ?? ''
  if (!sha256.success || !/^[1-9]\d{0,11}$/.test(length)) return null
  return { sha256: sha256.data, bytes: Number(length) }
}
