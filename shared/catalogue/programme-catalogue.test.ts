import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ORDINARY_PROBLEMS, PROBLEMS, SERVICES } from './problem-catalogue.ts'
import { findProgramme, FUND_TEXTS, ORDINARY_PROGRAMMES, programmesFor } from './programme-catalogue.ts'
import { RESTRICTED_PROBLEMS } from './restricted-problems.ts'
import { PROGRAMMES } from './restricted-programmes.ts'

const RESTRICTED_CODES = RESTRICTED_PROBLEMS.map(({ code }) => code)
const KNOWN_CODES = [...PROBLEMS.map(({ code }) => code), ...RESTRICTED_CODES]

test('the catalogue holds the 38 programmes of docs/domain.md section 5, four of them not for everybody', () => {
  expect(PROGRAMMES.map(({ id }) => id)).toEqual(
    Array.from({ length: 38 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`),
  )
  const restricted = PROGRAMMES.filter(({ id }) => !findProgramme(id))
  expect(restricted.map(({ id }) => id)).toEqual(['p08', 'p09', 'p31', 'p34'])
})

test.each(PROGRAMMES)(
  '$id $name serves known problems, each once, and holds what the types say',
  (programme) => {
    expect(KNOWN_CODES).toEqual(expect.arrayContaining([...programme.serves]))
    expect(new Set(programme.serves).size).toBe(programme.serves.length)
    expect(programme.serves).not.toEqual([])
    expect(FUND_TEXTS[programme.fund].id).toBeTruthy()
    expect(FUND_TEXTS[programme.fund].en).toBeTruthy()
    expect(SERVICES).toContain(programme.service)
    expect(programme.name && programme.owner).toBeTruthy()
  },
)

test('every restricted problem that a programme can serve keeps its programme', () => {
  const serving = (id: string) => PROGRAMMES.find((programme) => programme.id === id)?.serves
  expect(serving('p05')).toEqual(
    expect.arrayContaining(['ppks.anak_telantar', 'ppks.abh', 'ppks.anak_korban_kekerasan', 'ppks.ampk']),
  )
  expect(serving('p29')).toContain('ppks.bwblp')
})

test('what anybody may see hints at no restricted problem', () => {
  const data = readFileSync(new URL('./data/programme-catalogue.json', import.meta.url), 'utf8')
  expect(data).not.toMatch(
    /hiv|aids|odha|napza|perdagangan orang|traffick|kekerasan|violence|susila|uptd ppa/i,
  )
  for (const { code, text } of RESTRICTED_PROBLEMS) {
    expect(data).not.toContain(code)
    expect(data.toLowerCase()).not.toContain(text.id.toLowerCase())
  }
})

test('programmes are offered for ordinary problems alone', () => {
  for (const code of RESTRICTED_CODES) expect(programmesFor(code)).toEqual([])
  expect(programmesFor('kota.tanpa_jamban').map(({ id }) => id)).toEqual(['p19', 'p38'])
  for (const { code } of ORDINARY_PROBLEMS)
    expect(programmesFor(code)).toEqual(ORDINARY_PROGRAMMES.filter(({ serves }) => serves.includes(code)))
})
