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

test('up to three near names, the named kecamatan first among equals', () => {
  const far = nearestKelurahan('Sukajadi', 'Sukajadi')
  expect(far.length).toBeLessThanOrEqual(3)
  const [cibeunying] = nearestKelurahan('Cigadungg', 'Cibeunying Kaler')
  expect(cibeunying?.name).toBe('Cigadung')
  expect(nearestKelurahan('zzzzzzzzzzzz', '')).toEqual([])
})

test('of two equally near names the one in the kecamatan of the row comes first', () => {
  const pairs = KELURAHAN.flatMap((a) => KELURAHAN.map((b) => [a, b] as const)).filter(
    ([a, b]) => a.kecamatan !== b.kecamatan && a.name.length === b.name.length,
  )
  const between = pairs.flatMap(([a, b]) => {
    const differing = [...a.name].flatMap((letter, index) => (letter === b.name[index] ? [] : [index]))
    return differing.length === 2
      ? [{ a, b, text: a.name.slice(0, differing[1]) + b.name.slice(differing[1]) }]
      : []
  })
  expect(between.length).toBeGreaterThan(0)
  for (const { a, b, text } of between) {
    if (resolveKelurahan(text)) continue
    expect(nearestKelurahan(text, a.kecamatan).findIndex(({ code }) => code === a.code)).toBeLessThan(
      nearestKelurahan(text, a.kecamatan).findIndex(({ code }) => code === b.code) || 3,
    )
  }
})
