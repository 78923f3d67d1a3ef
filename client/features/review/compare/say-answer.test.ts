import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../../../../shared/survey/document.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { answerSpeaker } from './say-answer.ts'

const FAMILY = '01900000-0000-7000-8000-00000000000a'
const AMINAH = '01900000-0000-7000-8000-000000000001'
const DEDI = '01900000-0000-7000-8000-000000000002'

const document: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  families: { [FAMILY]: { order: 1, kk: '3273012304100001' } },
  members: {
    [AMINAH]: { order: 1, family: FAMILY, name: 'Aminah', relationship: 'kepala' },
    [DEDI]: { order: 2, family: FAMILY, removed: 'pindah' },
  },
}
const known: SurveyDocument = { ...EMPTY_DOCUMENT, members: { [DEDI]: { order: 1, name: 'Dedi' } } }

function say(path: string, answer: Answer, language: 'id' | 'en' = 'id'): string {
  const question = questionAt(path)
  if (!question) throw new Error(`no question at ${path}`)
  return answerSpeaker(language, [document, known])(question, answer)
}

test('choices are said by their labels in the chosen language', () => {
  expect(say('dwelling/floor', 'tanah')).toBe('Tanah')
  expect(say('dwelling/floor', 'tanah', 'en')).toBe('Earth')
  expect(say(`problems/${AMINAH}/needs`, ['jaminan', 'perlindungan'])).not.toContain('_')
})

test('a choice that this form no longer has is not said by its key', () => {
  expect(say('dwelling/floor', 'lumpur_kering')).toBe('(pilihan dari formulir lain)')
})

test('numbers of cards stand in groups, dates and months in words', () => {
  expect(say(`members/${AMINAH}/nik`, '3273015003809001')).toBe('3273 0150 0380 9001')
  expect(say(`families/${FAMILY}/kk`, '3273012304100001')).toBe('3273 0123 0410 0001')
  expect(say(`members/${AMINAH}/birthDate`, '1980-03-10')).toBe('10 Mar 1980')
  expect(say(`problems/${AMINAH}/since`, '2024-05')).toBe('Mei 2024')
  expect(say(`visits/${AMINAH}/at`, '2026-11-23T14:05:00+07:00')).toBe('23 Nov 2026, 14.05')
})

test('areas and problems are said by their names', () => {
  expect(say('location/kelurahan', '32.73.01.1001')).toBe('Sukarasa')
  expect(say('location/rw', '000')).toBe('belum diketahui')
  expect(say(`problems/${AMINAH}/code`, 'ppks.fakir_miskin')).not.toContain('ppks')
})

test('subjects are people and families, also those who were removed', () => {
  expect(say(`problems/${AMINAH}/subject`, `member:${AMINAH}`)).toBe('Aminah')
  expect(say(`problems/${AMINAH}/subject`, `member:${DEDI}`)).toBe('Dedi')
  expect(say(`problems/${AMINAH}/subject`, `family:${FAMILY}`)).toBe('Keluarga Aminah')
  expect(say(`problems/${AMINAH}/subject`, 'household')).toBe('Rumah tangga')
  expect(say(`members/${AMINAH}/family`, FAMILY)).toBe('Keluarga Aminah')
})
