import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '../../tests/support/arbitrary-documents.ts'
import { fillSurvey, VISITED_AT } from '../../tests/support/fill-survey.ts'
import { listedHousehold } from '../../tests/support/listed.ts'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../survey/document.ts'
import { formatParadata, type Paradata } from '../survey/paradata.ts'
import { documentOf, withAnswers } from '../survey/path.ts'
import { qualityFlags } from './quality.ts'
import type { QualityKey } from './quality-flag.ts'

const VISIT = 'v1'
const HEAD = '01900000-0000-7000-8000-000000000001'
const SECOND = '01900000-0000-7000-8000-000000000002'
const THIRD = '01900000-0000-7000-8000-000000000003'
const HOME = 'geo:-6.876543,107.583210;u=8'

const met: SurveyDocument = documentOf([
  [`visits/${VISIT}/order`, 1],
  [`visits/${VISIT}/at`, '2026-11-23T10:00:00+07:00'],
  [`visits/${VISIT}/form`, 2],
  [`visits/${VISIT}/result`, 'selesai'],
  ['location/kelurahan', '32.73.01.1001'],
  [`members/${HEAD}/order`, 1],
  [`members/${HEAD}/relationship`, 'kepala'],
  [`members/${HEAD}/birthDate`, '1980-03-10'],
])

type Answers = readonly (readonly [string, Answer])[]

function pace(seconds: number, answered = 0, startPosition: string | null = null): string {
  const paradata: Paradata = {
    startedAt: '2026-11-23T10:00:00+07:00',
    endedAt: '2026-11-23T10:30:00+07:00',
    startPosition,
    endPosition: null,
    sessions: 1,
    pauses: { count: 0, seconds: 0 },
    sections: { members: { seconds, visits: 1, answered, changed: 0 } },
  }
  return formatParadata(paradata)
}

const flagsOf = (answers: Answers, known: SurveyDocument = EMPTY_DOCUMENT) =>
  qualityFlags({
    document: withAnswers(met, answers),
    known,
    visitDate: '2026-11-23',
  })

const keys = (...given: Parameters<typeof flagsOf>): QualityKey[] => flagsOf(...given).map(({ key }) => key)

test('an ordinary survey has nothing to look at', () => {
  expect(
    keys([
      [`visits/${VISIT}/paradata`, pace(1200, 90)],
      ['location/position', HOME],
    ]),
  ).toEqual([])
})

test('[Q1] too fast for the members, or for the answers, says so in numbers', () => {
  const at = (seconds: number, answered: number) =>
    flagsOf([
      [`visits/${VISIT}/paradata`, pace(seconds, answered)],
      [`members/${SECOND}/name`, 'Budi'],
    ])
  expect(at(119, 0)[0]?.text.id).toBe('Terlalu cepat: 2 menit untuk 2 orang')
  expect(at(40, 0)[0]?.text.en).toBe('Too fast: 40 seconds for 2 people')
  expect(at(120, 60)).toEqual([])
  expect(at(120, 61)[0]).toMatchObject({
    key: 'too-fast',
    text: { id: 'Terlalu cepat: 2 menit untuk 61 jawaban' },
    evidence: { seconds: 120, members: 2, answers: 61 },
  })
})

test('[Q1] the time of all visits counts', () => {
  expect(
    keys([
      [`visits/${VISIT}/paradata`, pace(30)],
      ['visits/v2/order', 2],
      ['visits/v2/at', '2026-11-24T10:00:00+07:00'],
      ['visits/v2/result', 'selesai'],
      ['visits/v2/paradata', pace(30)],
    ]),
  ).toEqual([])
})

test.each([
  ['2026-11-23T21:59:00+07:00', false],
  ['2026-11-23T22:00:00+07:00', true],
  ['2026-11-23T21:59:00Z', true],
  ['2026-11-23T22:00:00Z', false],
])('[Q2] a visit of %s is at night: %s', (at, isNight) => {
  expect(keys([[`visits/${VISIT}/at`, at]]).includes('at-night')).toBe(isNight)
})

test('[Q3] far from the known door, less what the devices may err by', () => {
  const door = withAnswers(EMPTY_DOCUMENT, [['location/position', HOME]])
  const north = (metres: number, u = 8) =>
    `geo:${(-6.876543 + metres / 111_195).toFixed(6)},107.583210;u=${u}`
  expect(keys([['location/position', north(210)]], door)).toEqual([])
  expect(flagsOf([['location/position', north(1216)]], door)[0]).toMatchObject({
    key: 'too-far',
    path: 'location/position',
    text: { id: '1,2 km dari alamat', en: '1.2 km from the address' },
  })
  expect(keys([['location/position', north(1216, 1100)]], door)).toEqual(['poor-accuracy'])
})

test('[Q3] of a house that nobody measured, far outside of its kelurahan', () => {
  expect(keys([['location/position', HOME]])).toEqual([])
  const alunAlun = 'geo:-6.921800,107.607000;u=8'
  expect(flagsOf([['location/position', alunAlun]])[0]?.text.id).toMatch(
    /^4,\d km di luar kelurahan Sukarasa$/,
  )
  expect(flagsOf([[`visits/${VISIT}/paradata`, pace(1200, 0, alunAlun)]])[0]?.text.id).toMatch(
    /^Ponsel saat mendata: 4,\d km di luar kelurahan Sukarasa$/,
  )
})

test('[Q4] a poor fix is flagged with its accuracy', () => {
  expect(flagsOf([['location/position', HOME.replace('u=8', 'u=65')]])[0]).toMatchObject({
    key: 'poor-accuracy',
    evidence: { metres: 65 },
  })
})

/** Old enough for all that grown-ups are asked. */
const ADULT: Answers = [[`members/${SECOND}/birthDate`, '1985-03-10']]

const MANY: Answers = [
  ...ADULT,
  ...[
    'seeing',
    'hearing',
    'walking',
    'hands',
    'learning',
    'behaviour',
    'speaking',
    'selfCare',
    'remembering',
  ].flatMap((field): Answers => [HEAD, SECOND].map((id) => [`members/${id}/${field}`, 'tidak'] as const)),
  ['dwelling/floor', 'keramik'],
  ['dwelling/wall', 'tembok'],
]

test('[Q5] every answer as known before, in no time', () => {
  const known = withAnswers(EMPTY_DOCUMENT, MANY)
  const quick = [...MANY, [`visits/${VISIT}/paradata`, pace(99, 0)]] as Answers
  expect(flagsOf(quick, known).find(({ key }) => key === 'all-same')).toMatchObject({
    text: { id: 'Semua 20 jawaban sama dengan data sebelumnya, dalam 2 menit' },
    evidence: { answers: 20, seconds: 99 },
  })
  const one = withAnswers(known, [['dwelling/wall', 'bambu']])
  expect(keys(quick, one)).not.toContain('all-same')
  expect(keys([...MANY, [`visits/${VISIT}/paradata`, pace(600)]], known)).not.toContain('all-same')
  expect(keys(MANY, known)).toContain('all-same')
})

test('[Q6] every list answered by none', () => {
  const none: Answers = [
    ['assets/elsewhere', ['tidak_ada']],
    ['economy/debts', ['tidak_ada']],
    [`members/${HEAD}/illnesses`, ['tidak_ada']],
    [`members/${SECOND}/illnesses`, ['tidak_ada']],
    [`members/${HEAD}/aid`, ['tidak_ada']],
    [`members/${SECOND}/aid`, ['tidak_ada']],
  ]
  expect(flagsOf([...ADULT, ...none])[0]).toMatchObject({ key: 'all-none', evidence: { lists: 6 } })
  expect(keys([...ADULT, ...none.slice(1)])).toEqual([])
  expect(keys([...ADULT, ...none, ['assets/held', ['sepeda_motor']]])).toEqual([])
})

test('[Q6] a whole survey of a household that has nothing, and no insurance either', () => {
  const { known } = listedHousehold('Aminah')
  const nothing = { 'assets/held': ['tidak_ada'], 'members/*/insurance': ['tidak'] }
  const keysOf = (wanted: Readonly<Record<string, Answer>>) =>
    qualityFlags({ document: fillSurvey(known, wanted), known, visitDate: VISITED_AT.slice(0, 10) }).map(
      ({ key }) => key,
    )
  expect(keysOf(nothing)).toContain('all-none')
  expect(keysOf({ ...nothing, 'members/*/insurance': ['pbi_jkn'] })).not.toContain('all-none')
})

test('[Q7] much unsaid', () => {
  const fields = ['seeing', 'hearing', 'walking', 'hands', 'speaking']
  const unsaid = [HEAD, SECOND].flatMap((id): Answers =>
    fields.map((field) => [`members/${id}/${field}`, 'tidak_tahu'] as const),
  )
  expect(flagsOf([...ADULT, ...unsaid])[0]).toMatchObject({ key: 'much-unsaid', evidence: { unsaid: 10 } })
  expect(keys([...ADULT, ...unsaid.slice(1)])).toEqual([])
})

test('[Q8] a NIK that another household has, with the reason for letting it stand', () => {
  const nik = (number: string): Answers => [[`members/${HEAD}/nik`, number]]
  const confirmed: Answers = [
    ['confirmations/c1/order', 1],
    ['confirmations/c1/of', `members/${HEAD}/nik`],
    ['confirmations/c1/check', 'nik-elsewhere'],
    ['confirmations/c1/over', '"3273015003809001"'],
    ['confirmations/c1/reason', 'Sesuai dokumen'],
  ]
  expect(flagsOf([...nik('3273015003809001'), ...confirmed])).toMatchObject([
    {
      key: 'nik-elsewhere',
      path: `members/${HEAD}/nik`,
      text: { id: 'NIK ini juga tercatat di rumah lain. Pendata: “Sesuai dokumen”' },
    },
  ])
  expect(keys([...nik('3273015003809002'), ...confirmed])).toEqual([])
  expect(keys(nik('3273015003809001'))).toEqual([])
})

const second = (fields: Record<string, Answer>): Answers =>
  Object.entries(fields).map(([field, answer]) => [`members/${SECOND}/${field}`, answer] as const)

test.each<[string, Answers, string | null]>([
  ['a married couple', second({ relationship: 'pasangan', marriage: 'kawin' }), null],
  [
    'a spouse who is not married',
    second({ relationship: 'pasangan', birthDate: '1985-03-10', marriage: 'belum_kawin' }),
    `${SECOND}/marriage`,
  ],
  [
    'a head with a spouse who is not married',
    [...second({ relationship: 'pasangan' }), [`members/${HEAD}/marriage`, 'cerai_hidup']],
    `${HEAD}/marriage`,
  ],
  ['a head alone who is not married', [[`members/${HEAD}/marriage`, 'cerai_hidup']], null],
  [
    'a couple of one sex',
    [...second({ relationship: 'pasangan', sex: 'P' }), [`members/${HEAD}/sex`, 'P']],
    `${SECOND}/sex`,
  ],
  [
    'two spouses',
    [...second({ relationship: 'pasangan', order: 2 }), [`members/${THIRD}/relationship`, 'pasangan']],
    `${THIRD}/relationship`,
  ],
  ['a child twelve years younger', second({ relationship: 'anak', birthDate: '1992-03-10' }), null],
  [
    'a child eleven years younger',
    second({ relationship: 'anak', birthDate: '1991-03-10' }),
    `${SECOND}/birthDate`,
  ],
  [
    'a child older than the head',
    second({ relationship: 'anak', birthDate: '1975-01-01' }),
    `${SECOND}/birthDate`,
  ],
  [
    'a grandchild twenty years younger',
    second({ relationship: 'cucu', birthDate: '2000-01-01' }),
    `${SECOND}/birthDate`,
  ],
  [
    'a parent younger than the head',
    second({ relationship: 'orang_tua_mertua', birthDate: '1985-01-01' }),
    `${SECOND}/birthDate`,
  ],
  [
    'a parent-in-law a little older',
    second({ relationship: 'orang_tua_mertua', birthDate: '1975-01-01' }),
    null,
  ],
  [
    'somebody of fifteen who is married',
    second({ relationship: 'lainnya', birthDate: '2011-01-01', marriage: 'kawin' }),
    `${SECOND}/marriage`,
  ],
  [
    'a child of six whose answer on marriage is of the age before',
    second({ relationship: 'lainnya', birthDate: '2020-01-01', marriage: 'kawin' }),
    null,
  ],
  ['a head of fourteen', [[`members/${HEAD}/birthDate`, '2012-01-01']], `${HEAD}/relationship`],
  ['nobody’s age', second({ relationship: 'anak' }), null],
  ['somebody who left', second({ relationship: 'anak', birthDate: '1975-01-01', removed: 'pindah' }), null],
])('[Q9] %s', (_, answers, path) => {
  const flags = flagsOf(answers).filter(({ key }) => key === 'contradiction')
  expect(flags.map((flag) => flag.path)).toEqual(path === null ? [] : [`members/${path}`])
})

test('[Q10] dated later than the day on which it is looked at, which the phone cannot tell', () => {
  const at = (today?: string) =>
    qualityFlags({ document: met, known: EMPTY_DOCUMENT, visitDate: '2026-11-23', ...(today && { today }) })
  expect(at('2026-11-23')).toEqual([])
  expect(at()).toEqual([])
  expect(at('2026-11-21')).toMatchObject([
    {
      key: 'in-future',
      evidence: { days: 2 },
      text: { en: 'The visit is dated 2 days ahead: the enumerator’s phone had a wrong clock' },
    },
  ])
})

test('a visit that met nobody has nothing to judge', () => {
  expect(
    keys([
      [`visits/${VISIT}/result`, 'menolak'],
      [`visits/${VISIT}/at`, '2026-11-23T23:00:00+07:00'],
    ]),
  ).toEqual([])
})

test('no survey breaks the checks, and each flag says why in both languages', () => {
  fc.assert(
    fc.property(
      arbitraryDocument,
      arbitraryDocument,
      fc.nat(5000),
      fc.nat(400),
      (document, known, seconds, answered) => {
        const survey = withAnswers({ ...document, visits: met.visits }, [
          [`visits/${VISIT}/paradata`, pace(seconds, answered)],
        ])
        const flags = qualityFlags({
          document: survey,
          known,
          visitDate: '2026-11-23',
        })
        for (const { text, evidence } of flags) {
          expect(text.id).not.toMatch(/undefined|NaN|null/)
          expect(text.en).not.toMatch(/undefined|NaN|null/)
          expect(Object.values(evidence).every(Number.isFinite)).toBe(true)
        }
      },
    ),
  )
})
