import { expect, test } from 'vitest'
import { BEGUN, VISIT_DAY } from '../../../tests/support/arbitrary-visits.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { documentOf, withAnswers } from '../../../shared/survey/path.ts'
import { problemLines } from './problem-lines.ts'

const earth = documentOf([
  ...BEGUN,
  ['dwelling/floor', 'tanah'],
  ['members/m1/order', 1],
  ['members/m2/order', 2],
])
const withProblems = (problems: Readonly<Record<string, Readonly<Record<string, Answer>>>>) =>
  withAnswers(
    earth,
    Object.entries(problems).flatMap(([id, fields]) =>
      Object.entries(fields).map(([field, to]) => [`problems/${id}/${field}`, to] as const),
    ),
  )
const see = (document: SurveyDocument) => {
  const { suggestions, groups, declined } = problemLines(document, VISIT_DAY, EMPTY_DOCUMENT)
  return {
    suggestions: suggestions.map(({ suggestion, state }) => `${suggestion.rule} ${state.kind}`),
    groups: groups.map(({ subject, entries }) => `${subject}: ${entries.map(([id]) => id).join(' ')}`),
    declined: declined.map(([id]) => id),
  }
}
const floor = { subject: 'household', code: 'kota.rumah_tidak_layak', rule: 'floor' }

test('confirmed it stands with its suggestion until it is rated, then with its subject', () => {
  expect(see(earth)).toEqual({ suggestions: ['floor open'], groups: [], declined: [] })
  expect(see(withProblems({ p1: floor }))).toEqual({
    suggestions: ['floor rating'],
    groups: [],
    declined: [],
  })
  expect(see(withProblems({ p1: { ...floor, severity: 'berat' } }))).toEqual({
    suggestions: ['floor recorded'],
    groups: ['household: p1'],
    declined: [],
  })
})

test('declined, changed and withdrawn ones each have one place', () => {
  expect(see(withProblems({ p1: { ...floor, removed: 'tidak_terbukti' } }))).toEqual({
    suggestions: ['floor declined'],
    groups: [],
    declined: ['p1'],
  })
  expect(see(withProblems({ p1: { subject: 'household', rule: 'floor' } }))).toEqual({
    suggestions: ['floor changed'],
    groups: ['household: p1'],
    declined: [],
  })
  // The suggestion brings it back.
  expect(see(withProblems({ p1: { ...floor, severity: 'berat', removed: 'batal' } }))).toEqual({
    suggestions: ['floor open'],
    groups: [],
    declined: [],
  })
})

test('what was withdrawn keeps its place, unless it never was a problem', () => {
  const school = { subject: 'member:m1', code: 'kota.putus_sekolah', removed: 'batal' }
  expect(see(withProblems({ p1: school, p2: { subject: 'member:m1', removed: 'batal' } })).groups).toEqual([
    'member:m1: p1',
  ])
})

test('an open problem keeps its place while it is given to somebody', () => {
  const document = withProblems({ p1: { subject: 'member:m1', code: 'ppks.pemulung' } })
  const { groups } = problemLines(document, VISIT_DAY, EMPTY_DOCUMENT, { id: 'p1', subject: '' })
  expect(groups.map(({ subject }) => subject)).toEqual([''])
})

test('problems stand by subject: household, families, members in their order, then those of nobody yet', () => {
  const code = 'kota.usaha_butuh_modal'
  const document = withProblems({
    p1: { order: 1 },
    p2: { order: 2, subject: 'member:m2', code },
    p3: { order: 3, subject: 'member:m1', code },
    p4: { order: 4, subject: 'family:f1', code: 'ppks.bencana_alam' },
    p5: { order: 5, subject: 'household', code: 'ppks.bencana_alam' },
    p6: { order: 6, subject: 'member:m2', code: 'ppks.pemulung' },
  })
  expect(see(document).groups).toEqual([
    'household: p5',
    'family:f1: p4',
    'member:m1: p3',
    'member:m2: p2 p6',
    ': p1',
  ])
})
