import { expect, test } from 'vitest'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import { isAnswerOf } from '../../../shared/survey/answer-value.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { sameHouseholdText } from './same-household-text.ts'

const area = { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' }

test('a chosen household is said by its name, address, RT and RW', () => {
  expect(sameHouseholdText({ name: 'AMINAH', address: 'GG. MAWAR 3', area })).toBe(
    'AMINAH, GG. MAWAR 3, RT 003/RW 005',
  )
  expect(sameHouseholdText({ name: '', address: '', area })).toBe('RT 003/RW 005')
})

test('however long its address is, the answer takes it, and says the RT and RW', () => {
  const question = questionAt('visits/v1/sameAs')
  const said = sameHouseholdText({ name: 'AMINAH', address: 'x'.repeat(300), area })
  expect(question && isAnswerOf(question, said)).toBe(true)
  expect(said).toMatch(/, RT 003\/RW 005$/)
})
