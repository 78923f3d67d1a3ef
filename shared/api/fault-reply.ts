import * as z from 'zod/mini'
import { faultCodeSchema } from '../faults.ts'

/** Body of every error: RFC 9457 problem details with the fault's code; `type` is `urn:yesjitu:fault:<code>`. */
export const faultReplySchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: faultCodeSchema,
})
export type FaultReply = z.infer<typeof faultReplySchema>
