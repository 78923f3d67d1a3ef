import { expect, test } from 'vitest'
import type { ReviewDetail, ReviewQueue, ReviewRow } from '../../../../shared/api/reviews.ts'
import type { SurveyId } from '../../../../shared/ids.ts'
import type { KelurahanCode } from '../../../../shared/population/area.ts'
import type { SurveyStatus } from '../../../../shared/review/status.ts'
import { EMPTY_DOCUMENT } from '../../../../shared/survey/document.ts'
import { afterCommand, countOf, neighbourOf, nextAfter } from './queue-filter.ts'

const area = { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' }
const [first, second, third] = ['a', 'b', 'c'] as [SurveyId, SurveyId, SurveyId]

function rowOf(survey: SurveyId): ReviewRow {
  return {
    survey,
    name: survey,
    enumerator: 'Rina',
    area,
    status: 'submitted',
    version: 1,
    conflicts: 0,
    problems: 0,
    late: false,
    photosMissing: 0,
    updatedAt: '2026-11-23T07:05:00Z',
  }
}

const queue: ReviewQueue = {
  rows: [first, second, third].map(rowOf),
  counts: { draft: 4, submitted: 2, 'in-review': 1, approved: 0 },
  quarantined: 0,
  next: null,
}

function detailOf(id: SurveyId, status: SurveyStatus): ReviewDetail {
  const survey = { id, status, version: 2, document: EMPTY_DOCUMENT } as ReviewDetail['survey']
  return {
    survey,
    enumerator: 'Rina',
    known: null,
    listed: null,
    conflicts: [],
    same: { join: null, households: [] },
    overlaps: [],
    arrived: [],
  }
}

test('waiting counts what was submitted and what is in review, never drafts', () => {
  expect(countOf(queue.counts, 'waiting')).toBe(3)
})

test('an approved survey leaves the waiting ones, and the figures follow', () => {
  const after = afterCommand(queue, 'waiting', 'submitted', detailOf(second, 'approved'))
  expect(after.rows.map(({ survey }) => survey)).toEqual([first, third])
  expect(after.counts).toMatchObject({ submitted: 1, approved: 1 })
})

test('a survey whose conflict was resolved stays in its place', () => {
  const after = afterCommand(queue, 'waiting', 'submitted', detailOf(second, 'in-review'))
  expect(after.rows.map(({ survey, status }) => [survey, status])).toEqual([
    [first, 'submitted'],
    [second, 'in-review'],
    [third, 'submitted'],
  ])
})

test('after one is done the next below comes, and the one above at the end', () => {
  expect(nextAfter(queue, first)).toBe(second)
  expect(nextAfter(queue, third)).toBe(second)
  expect(nextAfter({ ...queue, rows: [rowOf(first)] }, first)).toBeNull()
})

test('without one in view the first is next', () => {
  expect(neighbourOf(queue, undefined, 1)).toBe(first)
  expect(neighbourOf(queue, first, -1)).toBeNull()
})
