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
