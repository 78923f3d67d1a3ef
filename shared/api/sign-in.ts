import * as z from 'zod/mini'
import { deviceIdSchema } from '../ids.ts'

/** `POST /api/session`. The device id is born on the installation, one for each of its users. */
export const signInSchema = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(1000)),
  device: z.object({ id: deviceIdSchema, name: z.string().check(z.maxLength(200)) }),
})
export type SignIn = z.infer<typeof signInSchema>
