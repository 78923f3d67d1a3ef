import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as lists from './code-lists.ts'
import type { Option } from './question.ts'

const SCHEMES = ['dtsen', 'regsosek', 'bdt'] as const
const LISTS: [string, readonly Option[]][] = Object.entries(lists)

/** Lists where a scheme gives several of our choices one code: BDT is coarser than what is asked. */
const FOLDED: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  TOILET: { bdt: [3] },
  COOKING_FUEL: { bdt: [4] },
  SCHOOL_LEVEL: { bdt: [1, 4, 7, 10] },
  ILLNESS: { bdt: [9] },
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

test('there are the 35 lists, none of them empty', () => {
  expect(LISTS).toHaveLength(35)
  expect(LISTS.filter(([, options]) => options.length < 2)).toEqual([])
})

test.each(LISTS)('%s: keys are unique, words stand in both languages and fit a phone', (_, options) => {
  expect(repeated(options.map(({ key }) => key))).toEqual([])
  for (const { key, text } of options) {
    expect(key).toMatch(/^\w+$/)
    for (const words of [text.id, text.en]) {
      expect(words.trim()).toBe(words)
      expect(words.length).toBeGreaterThan(0)
      expect(words.length).toBeLessThanOrEqual(60)
    }
  }
  expect(repeated(options.map(({ text }) => text.id))).toEqual([])
})

test.each(LISTS)('%s: a code of a scheme stands for one choice, unless named here', (name, options) => {
  for (const scheme of SCHEMES) {
    const codes = options.map((option) => option.codes?.[scheme] ?? null).filter((code) => code !== null)
    expect(codes.every(Number.isInteger)).toBe(true)
    expect(repeated(codes)).toEqual(FOLDED[name]?.[scheme] ?? [])
  }
})

test.each(LISTS)(
  '%s: all choices are numbered or none, and no choice is that of BDT alone',
  (name, options) => {
    const numbered = options.flatMap(({ codes }) => codes ?? [])
    expect([0, options.length]).toContain(numbered.length)
    if (name === 'CERTIFICATE') return
    expect(numbered.filter(({ dtsen, regsosek }) => dtsen === null && regsosek === null)).toEqual([])
  },
)

test.each([
  ['FLOOR', 'tanah', 8, 8, 9],
  ['ROOF', 'bambu', 5, 6, 8],
  ['ROOF', 'kayu_sirap', 6, 5, 7],
  ['WATER', 'sumur_tak_terlindung', 6, 6, 7],
  ['TOILET', 'mck_umum', 4, 4, 3],
  ['COOKING_FUEL', 'tidak_memasak', 0, 12, 9],
  ['SEWAGE', 'kolam_sungai', 3, 3, 4],
  ['POWER_SOURCE', 'bukan_listrik', 4, 4, 3],
  ['SCHOOLING', 'masih', 2, 2, 1],
  ['DIFFICULTY', 'tidak', 4, 4, null],
  ['INSURANCE', 'jkn_pemberi_kerja', null, 4, null],
  ['CERTIFICATE', 's2_s3', null, null, 6],
  ['PRESENCE', 'tidak_ditemukan', null, 6, null],
])('%s: the codes of %s are the evidenced ones', (name, key, dtsen, regsosek, bdt) => {
  const options = new Map(LISTS).get(name)
  expect(options?.find((option) => option.key === key)?.codes).toEqual({ dtsen, regsosek, bdt })
})

test.each([
  ['SCHOOL_LEVEL', 22],
  ['INDUSTRY', 26],
  ['WORK_STATUS', 8],
  ['FUNCTIONS', 9],
  ['ASSETS', 14],
  ['LIVESTOCK', 5],
  ['AID', 12],
])('%s has %i choices', (name, count) => {
  expect(new Map(LISTS).get(name)).toHaveLength(count)
})

test('no list names the restricted illness, nor gives its code', () => {
  const data = readFileSync(new URL('./data/code-lists.json', import.meta.url), 'utf8')
  expect(data).not.toMatch(/hiv|aids|odha/i)
  expect(lists.ILLNESS.map(({ codes }) => codes?.dtsen)).not.toContain(12)
})
