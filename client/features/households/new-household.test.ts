import { expect, test } from 'vitest'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import { assignedRws, readNewHousehold } from './new-household.ts'

const SUKARASA = '32.73.01.1001' as KelurahanCode
const whole = { kelurahan: SUKARASA, rw: '5', rt: 'RT 03', address: ' Gg. Mawar 3 ' }

test('RW and RT are read as offices write them', () => {
  expect(readNewHousehold(whole)).toEqual({
    area: { kelurahan: SUKARASA, rw: '005', rt: '003' },
    address: 'Gg. Mawar 3',
  })
  expect(readNewHousehold({ ...whole, rt: '0' })).toMatchObject({ area: { rt: '000' } })
})

test('what is missing or wrong is told in the order of the form', () => {
  expect(readNewHousehold({ kelurahan: null, rw: ' ', rt: 'tiga', address: '' })).toEqual([
    { field: 'kelurahan', kind: 'missing' },
    { field: 'rw', kind: 'missing' },
    { field: 'rt', kind: 'number-wrong' },
    { field: 'address', kind: 'missing' },
  ])
})

test('an account that is bound to RWs may choose among these', () => {
  const areas = [
    { kelurahan: SUKARASA, rw: '007' },
    { kelurahan: SUKARASA, rw: '005' },
  ]
  expect(assignedRws(areas, SUKARASA)).toEqual(['005', '007'])
  expect(assignedRws([...areas, { kelurahan: SUKARASA, rw: null }], SUKARASA)).toBeNull()
})
