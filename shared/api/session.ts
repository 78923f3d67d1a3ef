import * as z from 'zod/mini'
import { accountIdSchema, deviceIdSchema } from '../ids.ts'
import { kelurahanCodeSchema, neighbourhoodSchema } from '../population/area.ts'

export const ROLES = ['enumerator', 'supervisor', 'city-admin', 'case-worker'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** An area that an account is bound to; `rw` null means the whole kelurahan. */
export const assignedAreaSchema = z.object({
  kelurahan: kelurahanCodeSchema,
  rw: z.nullable(neighbourhoodSchema),
})
export type AssignedArea = z.infer<typeof assignedAreaSchema>

/** Reply of `POST /api/session` and `GET /api/session`. `DELETE /api/session` answers 204. */
export const sessionSchema = z.object({
  account: z.object({ id: accountIdSchema, username: z.string(), name: z.string(), role: roleSchema }),
  device: deviceIdSchema,
  areas: z.array(assignedAreaSchema),
  /** raw Ed25519 key under which the server signs receipts, base64url; it never changes */
  receiptKey: z.string(),
})
export type Session = z.infer<typeof sessionSchema>
