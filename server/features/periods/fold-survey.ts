import type { Database, Transaction } from '../../database/database.ts'
import type { SurveyId } from '../../../shared/ids.ts'
import type { PeriodId } from '../../../shared/period.ts'
import { streamOf } from '../../../shared/population/area.ts'
import { createFeed } from '../../records/feed.ts'
import { createSurveyStore } from '../../records/survey-store.ts'
import { createKnownIds } from './known-ids.ts'
import type { CutOff } from './period-store.ts'
import { planFold } from './plan-fold.ts'
import { createRegisterStore } from './register-store.ts'

export type SurveyFolder = {
  /** The next survey to fold, null where none is left. */
  next: (cutOff: CutOff) => SurveyId | null
  /**
   * Folds one survey with all that follows from it.
   * @returns false where it is not (or no longer) approved up to the cut-off; then nothing was written
   */
  fold: (tx: Transaction, period: PeriodId, cutOff: CutOff, survey: SurveyId) => boolean
}

/** Folds approved surveys into the register, one by one. Rules [P3] to [P6] of SPEC.md. */
export function createSurveyFolder(database: Database): SurveyFolder {
  const feed = createFeed(database)
  const surveys = createSurveyStore(database, feed)
  const register = createRegisterStore(database)
  const knownIds = createKnownIds(database)
  const next = database.query<{ id: SurveyId }>(
    `select id from survey where status = 'approved' and approved_seq <= ? order by approved_seq, id limit 1`,
  )
  return {
    next: (cutOff) => next.get(cutOff.seq)?.id ?? null,
    fold: (tx, period, cutOff, id) => {
      const survey = surveys.find(id)
      const isDue = survey?.status === 'approved' && (survey.approvedSeq ?? Infinity) <= cutOff.seq
      if (!survey || !isDue) return false
      const { household } = survey
      const { row, change } = planFold(period, register.history(household, period, cutOff.snapshot), survey)
      register.write(tx, household, row, survey.id)
      register.writeChange(tx, period, household, change, survey.id)
      if (row.state === 'present') knownIds.keep(tx, household, row.document)
      surveys.save(tx, { ...survey, status: 'folded', version: survey.version + 1 })
      const stream = streamOf(row.area)
      const earlier = streamOf(survey.area)
      if (earlier !== stream) feed.leave(tx, earlier, household)
      feed.announce(tx, stream, 'household', household)
      return true
    },
  }
}
