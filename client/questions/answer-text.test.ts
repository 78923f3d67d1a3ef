import { expect, test } from 'vitest'
import type { Answer } from '../../shared/survey/document.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'
import { formatsOf } from '../ui/language/formats.ts'
import { answerText } from './answer-text.ts'

const MEMBER = 'members/01900000-0000-7000-8000-000000000001'
const PROBLEM = 'problems/01900000-0000-7000-8000-000000000002'

test.each<[string, Answer, string]>([
  ['dwelling/floor', 'tanah', 'Tanah'],
  ['dwelling/floor', 'emas', 'emas'],
  [`${MEMBER}/birthDate`, '1961-03-27', '27 Mar 1961'],
  [`${MEMBER}/nik`, '3273015203150011', '3273 0152 0315 0011'],
  [`${MEMBER}/birthDate`, '1961', '1961'],
  [`${MEMBER}/birthDate`, '1961-03', 'Maret 1961'],
  [`${MEMBER}/worked`, 'ya', 'Ya'],
  ['location/position', 'geo:-6.876543,107.583210;u=12', '-6,87654, 107,58321 (± 12 m)'],
  ['dwelling/floorArea', 36, '36 m²'],
  ['economy/spending', 1_250_000, 'Rp1.250.000'],
  ['economy/spending', 'tidak_tahu', 'Tidak tahu'],
  ['location/kelurahan', '32.73.01.1001', 'Sukarasa'],
  [`${PROBLEM}/since`, '2019', '2019'],
  [`${PROBLEM}/since`, '2019-03', 'Maret 2019'],
  [`${PROBLEM}/code`, 'kota.alat_bantu', 'Membutuhkan alat bantu disabilitas'],
  [`${PROBLEM}/removedWhy`, 'masih_baik', 'Keadaannya masih baik'],
  [`${PROBLEM}/removedWhy`, 'lantai ubin', 'lantai ubin'],
  [`${PROBLEM}/needs`, ['jaminan', 'perlindungan'], 'Jaminan sosial, Perlindungan sosial'],
])('%s reads %s as %s', (path, answer, read) => {
  const question = questionAt(path)
  if (!question) throw new Error(path)
  expect(answerText(question, answer, { text: ({ id }) => id, formats: formatsOf('id') })).toBe(read)
})
