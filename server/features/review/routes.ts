import { Hono } from 'hono'
import { fault } from '../../../shared/faults.ts'
import { surveyIdSchema, type HouseholdId } from '../../../shared/ids.ts'
import { reviewRequestSchema, type ReviewDetail } from '../../../shared/api/reviews.ts'
import { answerAt } from '../../../shared/survey/path.ts'
import { SURVEY_STATUSES, surveyStatusSchema } from '../../../shared/review/status.ts'
import { streamOf } from '../../../shared/population/area.ts'
import type { Database } from '../../database/database.ts'
import { holdsArea, type Actor } from '../../platform/actor.ts'
import type { Audit } from '../../platform/audit.ts'
import { faultReply, type ApiEnv } from '../../platform/http.ts'
import type { AliasStore } from '../../records/alias-store.ts'
import type { AttachmentStore } from '../../records/attachment-store.ts'
import type { HouseholdPlaces } from '../../records/household-places.ts'
import type { StoredSurvey } from '../../records/survey-store.ts'
import { overlapPairs } from './overlap-pairs.ts'
import { createQueueReader } from './queue.ts'
import { runCommand, type ReviewStores } from './run-command.ts'

/** `/api/reviews`: the supervisor's queue, one survey beside what was known, and the commands on it. */
export function reviewRoutes(
  parts: ReviewStores & {
    readonly database: Database
    readonly audit: Audit
    readonly attachments: Pick<AttachmentStore, 'arrivedOf'>
    readonly aliases: AliasStore
    readonly places: HouseholdPlaces
    readonly accountName: (account: string) => string
  },
): Hono<ApiEnv> {
  const { database, audit, attachments, surveys, households, overlaps } = parts
  const queue = createQueueReader(database)
  const routes = new Hono<ApiEnv>()

  routes.get('/api/reviews', (context) => {
    const wanted = (context.req.queries('status') ?? []).filter(
      (status) => surveyStatusSchema.safeParse(status).success,
    )
    const statuses = SURVEY_STATUSES.filter((status) => wanted.length === 0 || wanted.includes(status))
    return context.json(queue.read(context.var.actor.areas, statuses, context.req.query('after') ?? null))
  })

  routes.get('/api/reviews/:survey', (context) => {
    const actor = context.var.actor
    const survey = findReviewable(actor, context.req.param('survey'))
    if (!survey) return faultReply(context, fault('not-found'))
    database.write((tx) => {
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: 'review.read',
        subject: survey.id,
        area: streamOf(survey.area),
      })
    })
    return context.json(detailOf(actor, survey))
  })

  routes.post('/api/reviews/:survey/commands', async (context) => {
    const actor = context.var.actor
    const request = reviewRequestSchema.safeParse(await context.req.json().catch(() => null))
    if (!request.success) return faultReply(context, fault('bad-request'))
    const id = context.req.param('survey')
    const refused = database.write((tx) => {
      const survey = findReviewable(actor, id)
      if (!survey) return fault('not-found')
      const reason = runCommand(tx, actor, survey, request.data, parts)
      audit.append(tx, {
        account: actor.account,
        device: actor.device,
        action: `review.${request.data.command.kind}`,
        subject: survey.id,
        area: streamOf(survey.area),
        detail: { refused: reason?.fault ?? null },
      })
      return reason
    })
    if (refused) return faultReply(context, refused)
    const survey = findReviewable(actor, id)
    return survey ? context.json(detailOf(actor, survey)) : faultReply(context, fault('not-found'))
  })

  /** Drafts are nobody's business but their author's; what lies elsewhere answers like what is not there. */
  function findReviewable(actor: Actor, id: string): StoredSurvey | null {
    const parsed = surveyIdSchema.safeParse(id)
    const survey = parsed.success ? surveys.find(parsed.data) : null
    return survey && survey.status !== 'draft' && holdsArea(actor, survey.area) ? survey : null
  }

  /** The join that stands from this household, and all households that are the same. */
  function sameOf(actor: Actor, household: HouseholdId): ReviewDetail['same'] {
    const join = parts.aliases.standing('household', household)
    return {
      join: join && {
        sameAs: join.asHousehold,
        by: parts.accountName(join.account),
        at: join.at,
        reason: join.reason,
      },
      households: parts.aliases
        .households()
        .sameAs(household)
        .flatMap((other) => {
          const plate = parts.places.nameplate(other)
          if (!plate) return []
          // Of one that has left the supervisor's areas since, only where it lies.
          return [holdsArea(actor, plate.area) ? plate : { ...plate, name: '', address: '' }]
        }),
    }
  }

  function detailOf(actor: Actor, survey: StoredSurvey): ReviewDetail {
    const conflicts = surveys.conflicts(survey.id)
    const { form: _form, author, approvedSeq: _approvedSeq, name: _name, ...record } = survey
    return {
      survey: {
        ...record,
        review: reviewOf(survey),
        conflicts: [...new Set(conflicts.map(({ group }) => group))],
      },
      enumerator: parts.accountName(author),
      known: households.known(survey.household),
      listed: households.listed(survey.household),
      arrived: [...attachments.arrivedOf(survey.id)],
      conflicts: conflicts.map(({ group, answers, account, at }) => ({
        group,
        // What stands now, not what stood when the other answer came.
        answers: Object.fromEntries(
          Object.entries(answers).map(([path, { offered }]) => [
            path,
            { current: answerAt(survey.document, path), offered },
          ]),
        ),
        by: parts.accountName(account),
        at,
      })),
      same: sameOf(actor, survey.household),
      overlaps: overlapPairs(overlaps.open(survey.id)).map(({ sides, at }) => ({
        sides: sides.map(({ account, paths }) => ({ by: parts.accountName(account), paths: [...paths] })),
        at,
      })),
    }
  }
  return routes
}

/** Without the account that a survey was handed to: its name is there for people. */
function reviewOf({ review }: StoredSurvey): ReviewDetail['survey']['review'] {
  if (!review) return review
  const { heir: _heir, ...rest } = review
  return rest
}
