import { v5, v7 } from 'uuid'
import { surveyIdOf, type HouseholdId, type SurveyId } from '../../shared/ids.ts'

/** A new id that sorts by time (UUIDv7). */
export function newId<Id extends string>(): Id {
  return v7() as Id
}

/** Id of the survey of a household that starts from a version of its register row. */
export function surveyId(household: HouseholdId, registerVersion: number): SurveyId {
  return surveyIdOf((name, namespace) => v5(name, namespace), household, registerVersion)
}
