import * as z from 'zod/mini'

const uuid = () =>
  z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

// Ids are born once, on the phone or at import, and never re-keyed; KK, NIK and ministry ids are attributes.
export const householdIdSchema = uuid().brand<'HouseholdId'>()
export const familyIdSchema = uuid().brand<'FamilyId'>()
export const personIdSchema = uuid().brand<'PersonId'>()
export const surveyIdSchema = uuid().brand<'SurveyId'>()
export const changeIdSchema = uuid().brand<'ChangeId'>()
export const deviceIdSchema = uuid().brand<'DeviceId'>()
export const accountIdSchema = uuid().brand<'AccountId'>()
export const snapshotIdSchema = uuid().brand<'SnapshotId'>()
export const confidentialIdSchema = uuid().brand<'ConfidentialId'>()

export type HouseholdId = z.infer<typeof householdIdSchema>
export type FamilyId = z.infer<typeof familyIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type SurveyId = z.infer<typeof surveyIdSchema>
export type ChangeId = z.infer<typeof changeIdSchema>
export type DeviceId = z.infer<typeof deviceIdSchema>
export type AccountId = z.infer<typeof accountIdSchema>
export type SnapshotId = z.infer<typeof snapshotIdSchema>
export type ConfidentialId = z.infer<typeof confidentialIdSchema>

/** Namespace of survey ids (RFC 9562, version 5); changing it would part phones from the server. */
const SURVEY_NAMESPACE = '5d1f6a36-94b1-5a0e-8a53-0f5b3c1c7a11'

/**
 * Survey id = UUIDv5(household, register version that it starts from): two phones that survey the same
 * household meet in one document.
 * @param uuidv5 the side's own implementation, since shared/ imports only Zod
 * @param registerVersion 0 where the register does not know the household yet
 */
export function surveyIdOf(
  uuidv5: (name: string, namespace: string) => string,
  household: HouseholdId,
  registerVersion: number,
): SurveyId {
  return uuidv5(`${household}/${registerVersion}`, SURVEY_NAMESPACE) as SurveyId
}
