import type { Change } from '../../../shared/sync/change.ts'
import type { Area, KelurahanCode } from '../../../shared/population/area.ts'
import { EMPTY_DOCUMENT } from '../../../shared/survey/document.ts'
import { answerAt } from '../../../shared/survey/path.ts'
import type { Patch } from '../../../shared/sync/patch.ts'
import type { HouseholdRecord } from '../../../shared/sync/protocol.ts'
import type { StoredSurvey, SurveyStore } from '../../records/survey-store.ts'
import type { Actor } from '../../platform/actor.ts'
import { surveyId } from '../../platform/ids.ts'
import { fault, type Fault } from '../../../shared/faults.ts'

export type Target = {
  /** as it is before the change; version 0 where the change begins it */
  readonly survey: StoredSurvey
  /** the change's own, or rebased where it reached the household's next survey */
  readonly patch: Patch
  /** its own survey was folded meanwhile */
  readonly late: boolean
}

/**
 * The survey that a change goes to: its own; or, where that one is folded, the household's next survey, on top
 * of whatever that one holds already. Rule [S9] of SPEC.md.
 * @param known what the register or the list says of its household
 */
export function findTarget(
  change: Change,
  actor: Pick<Actor, 'account'>,
  known: HouseholdRecord | null,
  surveys: SurveyStore,
): Target | Fault {
  const own = surveys.find(change.survey)
  const current = known?.registerVersion ?? 0
  if (change.registerVersion > current) return fault('foreign-survey', { survey: change.survey })
  const isFolded = own?.status === 'folded' || (own === null && change.registerVersion < current)
  if (own && !isFolded) return { survey: own, patch: change.patch, late: false }

  const version = isFolded ? current : change.registerVersion
  const id = surveyId(change.household, version)
  const next = isFolded ? surveys.find(id) : null
  const area = next?.area ?? known?.area ?? own?.area ?? areaOfPatch(change.patch)
  if (!area) return fault('unknown-area', { survey: change.survey })
  const survey = next ?? beginSurvey(change, actor, area, id, version)
  return { survey, patch: isFolded ? rebase(change.patch, survey) : change.patch, late: isFolded }
}

function beginSurvey(
  change: Change,
  actor: Pick<Actor, 'account'>,
  area: Area,
  id: StoredSurvey['id'],
  registerVersion: number,
): StoredSurvey {
  return {
    id,
    household: change.household,
    registerVersion,
    area,
    version: 0,
    status: 'draft',
    document: EMPTY_DOCUMENT,
    late: false,
    review: null,
    form: change.form,
    author: actor.account,
    approvedSeq: null,
    openConflicts: 0,
    name: '',
  }
}

/** A household added on the way says itself where it lies. */
export function areaOfPatch(patch: Patch): Area | null {
  const kelurahan = patch['location/kelurahan']?.to
  const rw = patch['location/rw']?.to
  const rt = patch['location/rt']?.to
  if (typeof kelurahan !== 'string' || typeof rw !== 'string' || typeof rt !== 'string') return null
  return { kelurahan: kelurahan as KelurahanCode, rw, rt }
}

/** Steps that began in a folded survey begin anew in the next one, unless somebody answered there already. */
function rebase(patch: Patch, survey: StoredSurvey): Patch {
  return Object.fromEntries(
    Object.entries(patch).map(([path, step]) => {
      const current = answerAt(survey.document, path)
      return [path, current === null ? { from: null, to: step.to } : step]
    }),
  )
}
