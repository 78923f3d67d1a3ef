import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDirectory } from '../../../tests/support/list-file.ts'
import { KELURAHAN } from '../../../shared/population/area.ts'
import { isKk } from '../../../shared/population/kk.ts'
import { readNik } from '../../../shared/population/nik.ts'
import { planCity, shareHouseholds } from './city-plan.ts'
import { DIRT_KINDS } from './dirt.ts'
import { LIST_DATE, writeList, type ListOptions } from './generate-list.ts'

async function generate(options: ListOptions) {
  const path = join(testDirectory(), 'list.txt')
  const report = await writeList(options, createWriteStream(path))
  const text = readFileSync(path, 'utf8')
  const rows = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(1, -1).split('"|"'))
  return { report, text, rows }
}

test('the same seed gives the same bytes, another seed others', async () => {
  const [first, again, other] = await Promise.all(
    [5, 5, 6].map((seed) => generate({ households: 300, seed, dirty: 0.1 })),
  )
  expect(again?.text).toBe(first?.text)
  expect(again?.report).toEqual(first?.report)
  expect(other?.text).not.toBe(first?.text)
})

test('a clean list: plausible people with numbers that are valid, synthetic, and never given twice', async () => {
  const { report, rows } = await generate({ households: 1000, seed: 11, dirty: 0 })
  expect(report).toMatchObject({ rows: rows.length, accepted: rows.length, rejected: 0, households: 1000 })
  expect(rows.length / 1000).toBeGreaterThan(3)
  expect(rows.length / 1000).toBeLessThan(3.5)
  const niks = new Set<string>()
  const heads = new Map<string, number>()
  for (const row of rows) {
    const [, , , , , , , , , kk = '', nik = '', name = '', birthDate = '', , sex, , relationship] = row
    expect(row).toHaveLength(17)
    expect(isKk(kk)).toBe(true)
    expect(readNik(nik, LIST_DATE)).toMatchObject({ valid: true, findings: [], sex, birthDate })
    expect(Number(nik.slice(-4))).toBeGreaterThanOrEqual(9000)
    expect(Number(kk.slice(-4))).toBeGreaterThanOrEqual(9000)
    expect(name).not.toBe('')
    niks.add(nik)
    heads.set(kk, (heads.get(kk) ?? 0) + (relationship === 'KEPALA KELUARGA' ? 1 : 0))
  }
  expect(niks.size).toBe(rows.length)
  expect(heads.size).toBe(1000)
  expect(new Set(heads.values())).toEqual(new Set([1]))
})

test('children are younger than their parents', async () => {
  const { rows } = await generate({ households: 1500, seed: 3, dirty: 0 })
  const headBorn = new Map(
    rows.filter((row) => row[16] === 'KEPALA KELUARGA').map((row) => [row[9], row[12] ?? '']),
  )
  const children = rows.filter((row) => row[16] === 'ANAK')
  expect(children.length).toBeGreaterThan(1000)
  for (const child of children) {
    const years = Number(child[12]?.slice(0, 4)) - Number(headBorn.get(child[9])?.slice(0, 4))
    expect(years).toBeGreaterThan(15)
  }
})

test('every kind of dirt occurs in about the share asked for', async () => {
  const { report } = await generate({ households: 3000, seed: 4, dirty: 0.05 })
  const dirty = DIRT_KINDS.reduce((sum, kind) => sum + report.dirt[kind], 0)
  expect(DIRT_KINDS.filter((kind) => report.dirt[kind] === 0)).toEqual([])
  expect(dirty / report.rows).toBeGreaterThan(0.04)
  expect(dirty / report.rows).toBeLessThan(0.06)
})

test('a list can be kept to some kelurahan, and unknown ones are refused', async () => {
  const kelurahan = ['32.73.01.1001', '32.73.02.1004']
  const { report, rows } = await generate({ households: 401, seed: 1, dirty: 0, kelurahan })
  expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['SUKARASA', 'DAGO']))
  expect(report.households).toBe(401)
  await expect(generate({ households: 1, seed: 1, kelurahan: ['32.73.99.1001'] })).rejects.toThrow(
    'kelurahan',
  )
})

test('the plan covers the 151 kelurahan with about the city’s RW and RT', () => {
  const plan = planCity()
  const rws = plan.flatMap(({ rtCounts }) => rtCounts)
  const rts = rws.reduce((sum, count) => sum + count, 0)
  expect(plan).toHaveLength(KELURAHAN.length)
  expect(Math.abs(rws.length - 1594) / 1594).toBeLessThan(0.05)
  expect(Math.abs(rts - 9941) / 9941).toBeLessThan(0.05)
  expect(shareHouseholds(plan, 330_001).reduce((sum, share) => sum + share, 0)).toBe(330_001)
})
