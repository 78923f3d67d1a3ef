import * as z from 'zod/mini'
import { deviceIdSchema } from '../ids.ts'

/** `POST /api/lost-phones`: an earlier device of the same person came back empty. Sent twice, it is there once. */
export const lostPhoneReportSchema = z.object({
  device: deviceIdSchema,
  /** surveys with unsent work when the phone last took note; null where it remembers nothing */
  unsent: z.nullable(z.int().check(z.nonnegative())),
  /** when that was, by the phone's clock */
  notedAt: z.nullable(z.iso.datetime()),
})
export type LostPhoneReport = z.infer<typeof lostPhoneReportSchema>

const lostPhoneSchema = z.object({
  device: deviceIdSchema,
  enumerator: z.string(),
  unsent: z.nullable(z.int()),
  notedAt: z.nullable(z.iso.datetime()),
  /** what the server received until then, it has */
  lastSyncAt: z.nullable(z.iso.datetime()),
  reportedAt: z.iso.datetime(),
})
export type LostPhone = z.infer<typeof lostPhoneSchema>

/**
 * `GET /api/lost-phones`: phones of enumerators in the supervisor's areas that came back empty, newest first, until
 * `POST /api/lost-phones/:device/seen` answers 204.
 */
export const lostPhonesSchema = z.object({ phones: z.array(lostPhoneSchema) })
export type LostPhones = z.infer<typeof lostPhonesSchema>
