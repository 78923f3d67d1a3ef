import { expect, test } from 'vitest'
import { checkChoice } from './check-choice.ts'

const today = '2026-11-23'
const file = { name: 'dtks.csv', size: 1000 }
const words = (choice: Parameters<typeof checkChoice>[0]) =>
  checkChoice(choice, today).map(({ word }) => word)

test('a file and a date are both wanted', () => {
  expect(words({ file: null, asOf: null })).toEqual(['fileMissing', 'asOfMissing'])
  expect(words({ file, asOf: '2026-10-31' })).toEqual([])
  expect(words({ file, asOf: today })).toEqual([])
})

test('a list of tomorrow is a mistake', () => {
  expect(words({ file, asOf: '2026-11-24' })).toEqual(['asOfFuture'])
})

test('empty files and workbooks are named before they are sent', () => {
  expect(words({ file: { name: 'dtks.csv', size: 0 }, asOf: today })).toEqual(['fileEmpty'])
  expect(words({ file: { name: 'DTKS.XLSX', size: 9 }, asOf: today })).toEqual(['fileExcel'])
})
