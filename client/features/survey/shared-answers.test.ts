import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type MemberAnswers } from '../../../shared/survey/document.ts'
import { editsSameAsHead } from './shared-answers.ts'

const house = (head: MemberAnswers) => ({
  ...EMPTY_DOCUMENT,
  members: {
    m1: { family: 'f1', relationship: 'kepala', ...head },
    m2: { family: 'f1', relationship: 'anak' },
    m3: { family: 'f2', relationship: 'anak' },
  },
})
const insured = house({ insurance: ['bpjs_pbi'], insuranceActive: 'ya' })
const edits = (member: string, document = insured, field = 'insurance') =>
  editsSameAsHead(`members/${member}/${field}`, member, document)

test('the head’s insurance is taken over with whether it is active', () => {
  expect(edits('m2')).toEqual([
    { path: 'members/m2/insurance', to: ['bpjs_pbi'] },
    { path: 'members/m2/insuranceActive', to: 'ya' },
  ])
})

test('nothing is offered to the head, to another family, or before the head has answered', () => {
  expect(edits('m1')).toEqual([])
  expect(edits('m3')).toEqual([])
  expect(edits('m2', house({}))).toEqual([])
  expect(edits('m2', house({ insuranceActive: 'ya' }))).toEqual([])
})

test('what is each person’s own is never copied', () => {
  expect(edits('m2', house({ industry: 'perdagangan' }), 'industry')).toEqual([])
})

test('who names no family stands with the first one, and with its head', () => {
  const document = {
    ...insured,
    families: { f1: { order: 1 }, f2: { order: 2 } },
    members: { ...insured.members, m4: { relationship: 'anak' } },
  }
  expect(edits('m4', document).map(({ path }) => path)).toEqual([
    'members/m4/insurance',
    'members/m4/insuranceActive',
  ])
  const apart = { ...document, members: { ...document.members, m1: { ...insured.members.m1, family: 'f2' } } }
  expect(edits('m4', apart)).toEqual([])
})
