import * as z from 'zod/mini'
import { deviceIdSchema } from '../ids.ts'

/** A phone or browser in which somebody has signed in. */
export const knownDeviceSchema = z.object({
  id: deviceIdSchema,
  name: z.string(),
  since: z.iso.datetime(),
  /** null where it never synced */
  lastSyncAt: z.nullable(z.iso.datetime()),
  /** null where it may be used */
  revokedAt: z.nullable(z.iso.datetime()),
})
export type KnownDevice = z.infer<typeof knownDeviceSchema>

/**
 * `GET /api/accounts/:account/devices`, the newest first. `POST /api/devices/:device/revocation` revokes one and
 * `DELETE` restores it; both answer 204, however often.
 */
export const knownDevicesSchema = z.object({ devices: z.array(knownDeviceSchema) })
export type KnownDevices = z.infer<typeof knownDevicesSchema>
