import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNik } from './nik.ts'
import vectors from './data/nik-vectors.json' with { type: 'json' }

test.each(vectors.vectors)('reads $nik', ({ nik, valid, codes, birth, sex }) => {
  expect(readNik(nik, vectors.asOf)).toEqual({ valid, findings: codes, birthDate: birth, sex })
})

test('reads back the birth date and sex that were coded, for any date of the last hundred years', () => {
  const dates = fc.date({ min: new Date('1926-11-24'), max: new Date('2026-11-23'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, fc.constantFrom('L', 'P'), fc.integer({ min: 1, max: 9999 }), (date, sex, serial) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = iso.split('-')
      const codedDay = String(Number(day) + (sex === 'P' ? 40 : 0)).padStart(2, '0')
      const nik = `327301${codedDay}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`
      expect(readNik(nik, '2026-11-23')).toEqual({ valid: true, findings: [], birthDate: iso, sex })
    }),
  )
})

test('never throws and never accepts what is not 16 digits', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/^\d{16}$/.test(text))
      expect(readNik(text, '2026-11-23').findings).toEqual(['E_FORMAT'])
    }),
  )
})
