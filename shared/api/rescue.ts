import * as z from 'zod/mini'

/** `GET /api/rescue-key`: to which phones seal their rescue files. Uncompressed P-256 point, base64. */
export const rescueKeySchema = z.object({ id: z.string(), publicKey: z.string() })
export type RescueKey = z.infer<typeof rescueKeySchema>

/** Why nothing of a file was taken. */
const rescueRefusalSchema = z.enum([
  /** no rescue file */
  'foreign',
  /** made by a newer app than this server knows */
  'newer',
  /** sealed to another server */
  'other-server',
  'cut',
  'damaged',
  /** of a device that this server never met */
  'unknown-device',
  /** of an enumerator in nobody of the supervisor's areas */
  'other-area',
  /** the server waits for earlier changes than the file has */
  'gap',
])
export type RescueRefusal = z.infer<typeof rescueRefusalSchema>

/** Reply of `POST /api/rescue-files`, whose body is the file. Sent twice, it takes effect once. */
export const rescueReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('taken'),
    enumerator: z.string(),
    /** when the file was made, by the phone's clock */
    at: z.string(),
    /** changes that came new with this file */
    taken: z.int(),
    /** changes that the server had already */
    known: z.int(),
    /** of the new ones, how many wait in quarantine */
    quarantined: z.int(),
    /** surveys that the new ones belong to */
    surveys: z.int(),
    photos: z.object({ taken: z.int(), known: z.int(), left: z.int() }),
  }),
  z.object({ kind: z.literal('refused'), why: rescueRefusalSchema }),
])
export type RescueReply = z.infer<typeof rescueReplySchema>
