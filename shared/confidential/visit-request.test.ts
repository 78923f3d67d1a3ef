import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HouseholdId, PersonId } from '../ids.ts'
import type { KelurahanCode } from '../population/area.ts'
import { PLAIN_BYTES, readVisitRequest, writeVisitRequest, type VisitRequest } from './visit-request.ts'

const REQUEST: VisitRequest = {
  household: '01900000-0000-7000-8000-000000000001' as HouseholdId,
  member: '01900000-0000-7000-8000-000000000002' as PersonId,
  name: 'Aminah',
  address: 'Gg. Mawar 3',
  area: { kelurahan: '32.73.01.1001' as KelurahanCode, rw: '005', rt: '003' },
  askedAt: '2026-11-23T03:00:00.000Z',
}
const bytesOf = (text: string) => new TextEncoder().encode(text).length

test('[C3] whatever is asked, the text has one length in bytes', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 5000 })
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (name, address, isWhole) => {
      const member = isWhole ? null : REQUEST.member
      const text = writeVisitRequest({ ...REQUEST, member, name, address })
      expect(bytesOf(text)).toBe(PLAIN_BYTES)
      expect(readVisitRequest(text)).toMatchObject({ household: REQUEST.household, member })
    }),
  )
})

test('what fits comes back as it was', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(texts, texts, (name, address) => {
      const request = { ...REQUEST, name, address }
      expect(readVisitRequest(writeVisitRequest(request))).toEqual(request)
    }),
  )
})

test('what does not fit is cut at its end, the address before the name', () => {
  const long = 'Jalan Cihampelas '.repeat(300)
  const cut = readVisitRequest(writeVisitRequest({ ...REQUEST, address: long }))
  expect(cut?.name).toBe('Aminah')
  expect(long.startsWith(cut?.address ?? '-')).toBe(true)
  expect(cut?.address.length).toBeGreaterThan(1500)
  const both = readVisitRequest(writeVisitRequest({ ...REQUEST, address: long, name: long }))
  expect(both?.address).toBe('')
  expect(both?.name.length).toBeGreaterThan(1500)
})

test('[C1] a text with anything more than a request holds is none', () => {
  expect(readVisitRequest(JSON.stringify(REQUEST))).toEqual(REQUEST)
  expect(readVisitRequest(JSON.stringify({ ...REQUEST, reason: 'x' }))).toBeNull()
  expect(readVisitRequest('{"household":')).toBeNull()
})
