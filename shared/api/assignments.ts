import * as z from 'zod/mini'
import { accountIdSchema } from '../ids.ts'
import { kelurahanCodeSchema, neighbourhoodSchema } from '../population/area.ts'
import { roleSchema } from './session.ts'

export const assignmentSchema = z.object({
  id: z.int(),
  account: accountIdSchema,
  kelurahan: kelurahanCodeSchema,
  rw: z.nullable(neighbourhoodSchema),
})
export type Assignment = z.infer<typeof assignmentSchema>

/** `POST /api/assignments` gives one (answers 201 with the assignment); `DELETE /api/assignments/:id` takes it. */
export const newAssignmentSchema = z.object({
  account: accountIdSchema,
  kelurahan: kelurahanCodeSchema,
  rw: z.nullable(neighbourhoodSchema),
})
export type NewAssignment = z.infer<typeof newAssignmentSchema>

/** `GET /api/assignments`: whom work can be given to, what each has, and how many households wait where. */
export const assignmentBoardSchema = z.object({
  accounts: z.array(
    z.object({
      id: accountIdSchema,
      name: z.string(),
      username: z.string(),
      role: roleSchema,
      assignments: z.array(assignmentSchema),
    }),
  ),
  areas: z.array(z.object({ kelurahan: kelurahanCodeSchema, rw: neighbourhoodSchema, households: z.int() })),
})
export type AssignmentBoard = z.infer<typeof assignmentBoardSchema>
