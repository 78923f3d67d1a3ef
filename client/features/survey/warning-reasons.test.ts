import { expect, test } from 'vitest'
import type { Finding } from '../../../shared/review/findings.ts'
import { photoPath } from '../../../shared/review/findings.ts'
import { EXPECTED_PHOTOS } from '../../../shared/survey/sections/closing.ts'
import { reasonsFor } from './warning-reasons.ts'

const warning = (path: string, key: string): Finding => ({
  path,
  kind: key === 'photo' ? 'missing' : 'check',
  key,
  level: 'warning',
  text: { id: '', en: '' },
  confirmed: null,
})
const reasons = (path: string, key: string) => reasonsFor(warning(path, key)).map(({ text }) => text.id)

test('every picture may be impossible because somebody objects or the camera fails', () => {
  for (const kind of EXPECTED_PHOTOS) {
    expect(reasons(photoPath(kind), 'photo')).toEqual(
      expect.arrayContaining(['Responden keberatan', 'Kamera bermasalah']),
    )
  }
})

test('only a card may not exist, only a house may be too dark or closed', () => {
  expect(reasons(photoPath('kartu_keluarga'), 'photo')).toContain('Dokumen tidak ada')
  expect(reasons(photoPath('kartu_keluarga'), 'photo')).not.toContain('Terlalu gelap')
  for (const kind of ['rumah_depan', 'rumah_dalam']) {
    expect(reasons(photoPath(kind), 'photo')).toEqual(
      expect.arrayContaining(['Tidak diizinkan', 'Terlalu gelap']),
    )
    expect(reasons(photoPath(kind), 'photo')).not.toContain('Dokumen tidak ada')
  }
})

test('an odd answer has other reasons than a missing picture', () => {
  const odd = reasons('members/m1/birthDate', 'nik-birth')
  expect(odd).toContain('Sesuai dokumen')
  expect(odd.filter((reason) => reasons(photoPath('rumah_depan'), 'photo').includes(reason))).toEqual([])
})

test('each reason is one tap: none stands there twice, all in both languages', () => {
  for (const finding of [
    ...EXPECTED_PHOTOS.map((kind) => warning(photoPath(kind), 'photo')),
    warning('a', 'b'),
  ]) {
    const said = reasonsFor(finding)
    expect(new Set(said.map(({ key }) => key)).size).toBe(said.length)
    expect(new Set(said.map(({ text }) => text.id)).size).toBe(said.length)
    expect(said.every(({ text: { id, en } }) => id !== '' && en !== '')).toBe(true)
  }
})
