import * as z from 'zod/mini'
import { foldText } from '../fold-text.ts'
import { areaSchema, kelurahanCodeSchema } from '../population/area.ts'
import { changeIdSchema, householdIdSchema, personIdSchema } from '../ids.ts'

const MAX_REASON = 1000

/** More are hardly one household: phones are told of all the others with each. Our own choice. */
export const MOST_SAME = 10

const act = {
  /** of the request: sent twice, it takes effect once */
  id: changeIdSchema,
  act: z.enum(['join', 'undo']),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REASON)),
}
const person = z.object({ household: householdIdSchema, person: personIdSchema })

/**
 * `POST /api/aliases`: from now on `subject` is the same as `sameAs`, or no more. Answers 204; `wrong-state` where it is
 * already, would come back to itself, or does not hold; `too-large` where more than {@link MOST_SAME} would be the same.
 * Both lie in the supervisor's areas; for an undo, one is enough.
 */
export const aliasRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), ...act, subject: householdIdSchema, sameAs: householdIdSchema }),
  z.object({ kind: z.literal('person'), ...act, subject: person, sameAs: person }),
])
export type AliasRequest = z.infer<typeof aliasRequestSchema>

/** A household as it is chosen from others. */
export const foundHouseholdSchema = z.object({
  household: householdIdSchema,
  /** the family head's name, else the first member's; empty where nobody is known */
  name: z.string(),
  address: z.string(),
  area: areaSchema,
})
export type FoundHousehold = z.infer<typeof foundHouseholdSchema>

/** Fewer letters and digits find too much. */
const LEAST_SEARCH_LETTERS = 3

/** The folded words to look for; none where they hold too few letters and digits: signs count for nothing. */
export function searchWords(text: string): readonly string[] {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  return words.join('').length < LEAST_SEARCH_LETTERS ? [] : words
}

/**
 * `POST /api/household-search`: households of the supervisor's areas in a kelurahan, by the words of a name, an address,
 * a NIK or a KK; nothing where {@link searchWords} finds none. Not a GET: what is looked for stands in no URL.
 */
export const householdSearchSchema = z.object({
  kelurahan: kelurahanCodeSchema,
  text: z.string().check(z.trim(), z.maxLength(200)),
})

export const householdsFoundSchema = z.object({
  households: z.array(foundHouseholdSchema),
  /** there are others that the words find */
  more: z.boolean(),
})
export type HouseholdsFound = z.infer<typeof householdsFoundSchema>
