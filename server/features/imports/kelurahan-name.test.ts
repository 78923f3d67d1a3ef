import { expect, test } from 'vitest'
import { KELURAHAN } from '../../../shared/population/area.ts'
import { nearestKelurahan, resolveKelurahan } from './kelurahan-name.ts'

test('each of the 151 is found by its name however it is written, and by its code', () => {
  for (const kelurahan of KELURAHAN) {
    for (const written of [
      kelurahan.name,
      kelurahan.name.toLowerCase().replaceAll(' ', ''),
      `KEL. ${kelurahan.name.toUpperCase()}`,
      `Kelurahan  ${kelurahan.name.replaceAll(' ', '-')} `,
      kelurahan.code,
      kelurahan.code.replaceAll('.', ''),
    ])
      expect(resolveKelurahan(written)?.code, written).toBe(kelurahan.code)
  }
})

test('another name with a letter doubled is never one of them', () => {
  for (const { name } of KELURAHAN) {
    for (let place = 0; place < name.length; place += 1) {
      if (name[place] === ' ') continue
      const misspelt = name.slice(0, place + 1) + name.slice(place)
      expect(resolveKelurahan(misspelt), misspelt).toBeUndefined()
      expect(nearestKelurahan(misspelt, '').map((near) => near.name)).toContain(name)
    }
  }
})

test('up to three near names, nearest first, or none', () => {
  expect(nearestKelurahan('Cigadungg', '').map(({ name }) => name)).toEqual([
    'Cigadung',
    'Cipadung',
    'Cibaduyut',
  ])
  expect(nearestKelurahan('zzzzzzzzzzzz', '')).toEqual([])
})

test('of equally near names the one in the kecamatan of the row comes first', () => {
  const first = (kecamatan: string) => nearestKelurahan('Sukamaja', kecamatan)[0]?.name
  expect([first('Cicendo'), first('KEC. CIBEUNYING KIDUL')]).toEqual(['Sukaraja', 'Sukamaju'])
})
