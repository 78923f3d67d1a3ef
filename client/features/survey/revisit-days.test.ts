import { expect, test } from 'vitest'
import { revisitDays } from './revisit-days.ts'

test('the days offered cross months and years', () => {
  expect(revisitDays('2026-11-24')).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
  expect(revisitDays('2027-12-30')).toEqual(['2027-12-30', '2027-12-31', '2028-01-01'])
  expect(revisitDays('2028-02-28')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
})
