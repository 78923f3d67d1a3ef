import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  listLine,
  listText,
  nikOf,
  testDirectory,
  testFile,
  LIST_HEADER,
} from '../../../tests/support/list-file.ts'
import type { RejectionCode } from '../../../shared/api/imports.ts'
import type { ImportReport } from './import-report.ts'
import type { Cells } from './layout.ts'
import { stageRows } from './stage-rows.ts'
import { openStaging } from './staging.ts'

type Outcome = {
  accepted: number
  rejected: { line: number; code: RejectionCode; raw: string }[]
  names: string[]
}

async function stage(content: string): Promise<Outcome> {
  const staging = openStaging(join(testDirectory(), 'staging'))
  const outcome: Outcome = { accepted: 0, rejected: [], names: [] }
  const report: ImportReport = {
    accepted: () => outcome.accepted,
    accept: () => {
      outcome.accepted += 1
    },
    reject: (line, raw, { code }) => outcome.rejected.push({ line, code, raw }),
    write: () => Promise.resolve(),
  }
  await stageRows(testFile(content), '2025-06-30', staging, report)
  staging.group()
  outcome.names = staging.householdsAfter(0, 10_000).flatMap(({ persons }) => persons.map(({ name }) => name))
  staging.close()
  return outcome
}

const person = (number: number, changed: Partial<Cells> = {}) =>
  listLine({ nomor_nik: nikOf(number), nama: `PERSON ${number}`, ...changed })

const DIRT: ((number: number) => string)[] = [
  (number) => person(number, { nomor_nik: '3.27305E+15' }),
  (number) => person(number, { nama: '' }),
  (number) => person(number, { tanggal_lahir: '1990-02-30' }),
  (number) => person(number).replace('"JAWA', 'JAWA"'),
  (number) => person(number).slice(0, 40),
  (number) => `${person(number)}|"more"`,
  () => '"',
  () => 'no row at all',
  (number) => `${person(number)}${person(number)}`,
]

test('[property] every row is accepted or rejected, whatever its neighbours are', async () => {
  const row = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom(...DIRT) },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, lineEnd) => {
        const lines = rows.map((dirt, index) => (dirt ? dirt(index) : person(index)))
        const outcome = await stage([LIST_HEADER, ...lines].join(lineEnd))
        const clean = rows.flatMap((dirt, index) => (dirt ? [] : [`PERSON ${index}`]))
        expect(outcome.names).toEqual(clean)
        expect(outcome.accepted).toBe(clean.length)
        // A line of nothing but a quote holds no row.
        const dirty = lines.filter((line, index) => rows[index] && line !== '"')
        expect(outcome.rejected.map(({ raw }) => raw)).toEqual(dirty)
      },
    ),
    { numRuns: 60 },
  )
})

test('[property] a stray quote anywhere never costs a neighbour', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(listLine().length), fc.integer({ min: 1, max: 3 }), async (place, quotes) => {
      const broken = person(1)
      const stray = broken.slice(0, place) + '"'.repeat(quotes) + broken.slice(place)
      const outcome = await stage(listText([person(0), stray, person(2), person(3)]))
      expect(outcome.names).toEqual(expect.arrayContaining(['PERSON 0', 'PERSON 2', 'PERSON 3']))
      expect(outcome.accepted + outcome.rejected.length).toBe(4)
    }),
    { numRuns: 150 },
  )
})

test('a second row with a NIK is rejected with the first one’s line, and a rejected row holds no NIK', async () => {
  const lines = [person(1, { nama: '' }), person(1), person(2), person(1), person(3)]
  const outcome = await stage(listText(lines))
  expect(outcome.rejected.map(({ line, code }) => [line, code])).toEqual([
    [2, 'no-name'],
    [5, 'double-nik'],
  ])
})

test('NIK above what a number holds exactly are told apart', async () => {
  const lines = ['9201011010909001', '9201011010909002'].map((nomor_nik) => listLine({ nomor_nik }))
  expect((await stage(listText(lines))).accepted).toBe(2)
})

test('a file cut in its last row loses only that row', async () => {
  const text = listText([person(0), person(1), person(2)])
  const outcome = await stage(text.slice(0, -60))
  expect(outcome.names).toEqual(['PERSON 0', 'PERSON 1'])
  expect(outcome.rejected.map(({ line }) => line)).toEqual([4])
})
