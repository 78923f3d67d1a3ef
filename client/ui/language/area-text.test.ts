import { expect, test } from 'vitest'
import type { KelurahanCode } from '../../../shared/population/area.ts'
import { areaText } from './area-text.ts'

const kelurahan = '32.73.01.1001' as KelurahanCode

test('RT and RW are written as on a card', () => {
  expect(areaText({ kelurahan, rt: '003', rw: '005' })).toBe('RT 003/RW 005 · Sukarasa')
})

test('an unknown number is a dash, an unknown kelurahan is left out', () => {
  expect(areaText({ kelurahan: '32.73.99.9999' as KelurahanCode, rt: '000', rw: '005' })).toBe('RT –/RW 005')
})
