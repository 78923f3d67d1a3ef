import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageInYears } from '../population/age.ts'
import {
  arbitraryMember,
  arbitraryVisit,
  BEGUN,
  PEOPLE,
  VISIT_DAY,
} from '../../tests/support/arbitrary-visits.ts'
import type { Answer, SurveyDocument } from '../survey/document.ts'
import { answersOf, documentOf, withAnswers, type Path } from '../survey/path.ts'
import { HOUSEHOLD_RULES } from './household-rules.ts'
import { MEMBER_RULES, RULES_OF_ALL_MEMBERS } from './member-rules.ts'
import { findOrdinaryProblem } from '../catalogue/problem-catalogue.ts'
import { openSuggestions, suggestionsFor } from './suggestions.ts'

const [ONE = '', OTHER = ''] = PEOPLE
const RULES = [...HOUSEHOLD_RULES, ...MEMBER_RULES]
const suggest = (document: SurveyDocument) => suggestionsFor(document, VISIT_DAY)
const rulesIn = (document: SurveyDocument) => suggest(document).map(({ rule }) => rule)

describe('of any answers', () => {
  test('each suggestion is an ordinary problem that its subject can have, with a reason in both languages', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        for (const { code, subject, reason } of suggest(document)) {
          const problem = findOrdinaryProblem(code)
          const kind = subject === 'household' ? 'household' : 'member'
          expect([problem?.subject, 'member_or_household']).toContain(kind)
          expect(reason.id.trim() && reason.en.trim()).toBeTruthy()
        }
      }),
    )
  })

  test('a member gets what their age and sex allow: no suggestion is warned of at once', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        for (const { code, subject } of suggest(document)) {
          const member = document.members[subject.split(':')[1] ?? '']
          const { sex = null, age: range = null } = findOrdinaryProblem(code) ?? {}
          const age = ageInYears(member?.birthDate ?? '', VISIT_DAY) ?? -1
          const isOfAge = !range || (age >= (range.min ?? 0) && age <= (range.max ?? Infinity))
          expect([code, isOfAge, sex ?? member?.sex]).toEqual([code, true, member?.sex])
        }
      }),
    )
  })

  test('every answer that speaks for a suggestion is there, and says something', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        const answers = answersOf(document)
        for (const { from } of suggest(document)) {
          expect(from).not.toEqual([])
          for (const path of from) {
            expect(answers.has(path)).toBe(true)
            expect(['tidak_tahu', 'menolak']).not.toContain(answers.get(path))
          }
        }
      }),
    )
  })

  test('without the answers that speak for it, a suggestion is gone', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        for (const { rule, subject, from } of suggest(document)) {
          const without = withAnswers(
            document,
            from.map((path) => [path, null]),
          )
          const same = suggest(without).find((other) => other.rule === rule && other.subject === subject)
          // Another reason may be left, but none that goes by what nobody answered.
          for (const path of same?.from ?? []) expect(from).not.toContain(path)
        }
      }),
    )
  })

  test('not knowing and not saying suggest nothing', () => {
    fc.assert(
      fc.property(arbitraryVisit, fc.constantFrom('tidak_tahu', 'menolak'), (document, unsaid) => {
        const unsaidOf = (path: Path, answer: Answer): Answer => {
          if (path.startsWith('visits/') || path.endsWith('/birthDate')) return answer
          return Array.isArray(answer) ? [unsaid] : unsaid
        }
        const answers = [...answersOf(document)].filter(([path]) => !path.endsWith('/illnesses'))
        const rules = rulesIn(documentOf(answers.map(([path, answer]) => [path, unsaidOf(path, answer)])))
        expect(rules.filter((rule) => !RULES_OF_ALL_MEMBERS.includes(rule))).toEqual([])
      }),
    )
  })

  test('nothing is suggested for a removed member', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        const removed = withAnswers(
          document,
          Object.keys(document.members).map((id) => [`members/${id}/removed`, 'pindah']),
        )
        expect(suggest(removed).filter(({ subject }) => subject !== 'household')).toEqual([])
        expect(
          suggest(removed).flatMap(({ from }) => from.filter((path) => path.startsWith('members/'))),
        ).toEqual([])
      }),
    )
  })

  test('the order of keys changes nothing', () => {
    fc.assert(
      fc.property(arbitraryVisit, fc.infiniteStream(fc.double({ noNaN: true })), (document, weights) => {
        const shuffled = [...answersOf(document)]
          .map((pair) => ({ pair, weight: weights.next().value as number }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ pair }) => pair)
        expect(suggest(documentOf(shuffled))).toEqual(suggest(document))
      }),
    )
  })

  test('answers about another member change only what looks at all of them', () => {
    fc.assert(
      fc.property(arbitraryVisit, arbitraryMember(OTHER), (document, answers) => {
        const before = withAnswers(
          document,
          [...answersOf(document)].filter(([path]) => path.includes(OTHER)).map(([path]) => [path, null]),
        )
        const own = (visit: SurveyDocument) =>
          suggest(visit).filter(
            ({ subject, rule }) => subject === `member:${ONE}` && !RULES_OF_ALL_MEMBERS.includes(rule),
          )
        expect(own(withAnswers(before, answers))).toEqual(own(before))
      }),
    )
  })

  test('an empty visit, and one that was not completed, suggest nothing', () => {
    expect(suggest(documentOf(BEGUN))).toEqual([])
    fc.assert(
      fc.property(
        arbitraryVisit,
        fc.constantFrom('menolak', 'pindah', 'tidak_ditemukan'),
        (document, result) => {
          const [id] = Object.keys(document.visits)
          expect(suggest(withAnswers(document, [[`visits/${id}/result`, result]]))).toEqual([])
        },
      ),
    )
  })

  test('the first version of the questionnaire suggests nothing', () => {
    fc.assert(
      fc.property(arbitraryVisit, (document) => {
        const [id] = Object.keys(document.visits)
        expect(suggest(withAnswers(document, [[`visits/${id}/form`, null]]))).toEqual([])
      }),
    )
  })
})

type Given = Readonly<Record<string, Answer>>
type Row = readonly [rule: string, speaks: readonly Given[], isSilent: readonly Given[]]

const m = (fields: Given): Given =>
  Object.fromEntries(Object.entries(fields).map(([field, answer]) => [`members/${ONE}/${field}`, answer]))
const other = (fields: Given): Given =>
  Object.fromEntries(Object.entries(fields).map(([field, answer]) => [`members/${OTHER}/${field}`, answer]))

// On the day of the visit, 23 November 2026: today's birthday, and tomorrow's.
const turned = (age: number) => `${2026 - age}-11-23`
const turnsTomorrow = (age: number) => `${2026 - age}-11-24`
const metered = (watt: string): Given => ({
  'dwelling/powerSource': 'pln_meteran',
  'dwelling/powerWatt': watt,
})

const ROWS: readonly Row[] = [
  [
    'poverty',
    [
      { 'economy/shelter': 'tidak', 'economy/hunger': 'ya', 'economy/clothes': 'tidak' },
      { 'dwelling/floor': 'semen_bata', 'dwelling/wall': 'bambu', 'dwelling/toilet': 'mck_umum' },
      { ...metered('450'), 'dwelling/floor': 'tanah', 'economy/spending': 100, 'economy/foodSpending': 51 },
      {
        ...metered('450'),
        'dwelling/floor': 'tanah',
        'economy/spending': 'menolak',
        'economy/foodIsMost': 'ya',
      },
      {
        'economy/hunger': 'ya',
        'economy/clothes': 'tidak',
        ...m({ relationship: 'kepala', birthDate: turned(40), worked: 'tidak' }),
      },
    ],
    [
      { 'economy/shelter': 'tidak', 'economy/hunger': 'ya', 'economy/clothes': 'ya' },
      {
        'dwelling/floor': 'keramik',
        'dwelling/wall': 'bambu',
        'dwelling/toilet': 'ada_tidak_dipakai',
        'economy/hunger': 'ya',
      },
      { ...metered('450'), 'dwelling/floor': 'tanah', 'economy/spending': 100, 'economy/foodSpending': 50 },
      // The power was asked while there still was a meter.
      {
        ...metered('450'),
        'dwelling/powerSource': 'non_pln',
        'dwelling/floor': 'tanah',
        'economy/hunger': 'ya',
      },
    ],
  ],
  [
    'hunger',
    [{ 'economy/hunger': 'ya' }],
    [{ 'economy/hunger': 'tidak' }, { 'economy/hunger': 'tidak_tahu' }],
  ],
  [
    'floor',
    [
      { 'dwelling/floor': 'tanah' },
      { 'dwelling/wall': 'anyaman_bambu' },
      { 'dwelling/wall': 'kayu_papan_gypsum_grc' },
    ],
    [
      { 'dwelling/floor': 'semen_bata' },
      { 'dwelling/wall': 'plesteran_bambu_kawat' },
      { 'dwelling/wall': 'tembok' },
    ],
  ],
  [
    'toilet',
    ['bersama', 'mck_komunal', 'mck_umum', 'tidak_ada'].map((toilet) => ({ 'dwelling/toilet': toilet })),
    [{ 'dwelling/toilet': 'sendiri' }, { 'dwelling/toilet': 'ada_tidak_dipakai' }],
  ],
  [
    'water',
    ['sumur_tak_terlindung', 'mata_air_tak_terlindung', 'air_permukaan', 'air_hujan'].map((water) => ({
      'dwelling/water': water,
    })),
    [{ 'dwelling/water': 'sumur_terlindung' }, { 'dwelling/water': 'leding' }],
  ],
  [
    'power',
    [metered('450'), { 'dwelling/powerSource': 'bukan_listrik' }],
    [
      metered('900'),
      { 'dwelling/powerSource': 'pln_meteran' },
      { ...metered('450'), 'dwelling/powerSource': 'non_pln' },
    ],
  ],
  ['shelter', [{ 'economy/shelter': 'tidak' }], [{ 'economy/shelter': 'ya' }]],
  [
    'head-work',
    [
      { 'economy/steadyIncome': 'tidak' },
      m({ relationship: 'kepala', birthDate: turned(40), worked: 'tidak' }),
    ],
    [
      { 'economy/steadyIncome': 'ya' },
      m({ relationship: 'kepala', birthDate: turned(40), worked: 'ya' }),
      m({ relationship: 'anak', birthDate: turned(40), worked: 'tidak' }),
    ],
  ],
  [
    'usury',
    [
      { 'economy/debts': ['rentenir'], 'economy/debtBurden': 'tidak' },
      { 'economy/debts': ['warung', 'pinjaman_daring'], 'economy/debtBurden': 'tidak' },
    ],
    [
      { 'economy/debts': ['rentenir'], 'economy/debtBurden': 'ya' },
      { 'economy/debts': ['bank_koperasi'], 'economy/debtBurden': 'tidak' },
    ],
  ],
  [
    'documents',
    [
      m({ nikMissing: 'belum_punya' }),
      m({ nikMissing: 'dokumen_hilang' }),
      m({ birthDate: turnsTomorrow(18), birthRegistered: 'tidak' }),
    ],
    [
      m({ nikMissing: 'tidak_ditunjukkan' }),
      m({ nik: '3273015003809001', nikMissing: 'belum_punya' }),
      m({ birthDate: turned(3), birthRegistered: 'ya' }),
      // Asked of children only.
      m({ birthDate: turned(18), birthRegistered: 'tidak' }),
    ],
  ],
  [
    'school',
    [
      m({ birthDate: turned(7), schooling: 'belum' }),
      m({ birthDate: turnsTomorrow(19), schooling: 'tidak_lagi', certificate: 'smp' }),
      m({ birthDate: '2014', schooling: 'belum' }),
    ],
    [
      m({ birthDate: turnsTomorrow(7), schooling: 'belum' }),
      m({ birthDate: turned(19), schooling: 'tidak_lagi' }),
      m({ birthDate: turned(10), schooling: 'masih' }),
      m({ birthDate: turnsTomorrow(19), schooling: 'tidak_lagi', certificate: 'sma' }),
      m({ birthDate: turned(10) }),
      m({ schooling: 'belum' }),
    ],
  ],
  [
    'insurance',
    [m({ insurance: ['tidak'] }), m({ insurance: ['pbi_jkn'], insuranceActive: 'tidak' })],
    [
      m({ insurance: ['pbi_jkn'] }),
      m({ insurance: ['lain'], insuranceActive: 'ya' }),
      m({ insuranceActive: 'tidak' }),
    ],
  ],
  [
    'illness',
    [m({ illnesses: ['asma', 'stroke'], treatment: 'tidak' })],
    [m({ illnesses: ['tidak_ada'], treatment: 'tidak' }), m({ illnesses: ['asma'], treatment: 'ya' })],
  ],
  [
    'device',
    [m({ birthDate: turned(2), walking: 'banyak', device: 'tidak' })],
    [
      m({ birthDate: turned(2), walking: 'sedikit', device: 'tidak' }),
      m({ birthDate: turned(2), walking: 'banyak', device: 'ya' }),
      m({ birthDate: turnsTomorrow(2), walking: 'banyak', device: 'tidak' }),
    ],
  ],
  [
    'disability',
    [m({ birthDate: turned(18), hearing: 'tidak_bisa' })],
    [
      m({ birthDate: turnsTomorrow(18), hearing: 'tidak_bisa' }),
      m({ birthDate: turned(18), hearing: 'sedikit' }),
    ],
  ],
  [
    'child-disability',
    [m({ birthDate: turnsTomorrow(18), selfCare: 'banyak' })],
    [m({ birthDate: turned(18), selfCare: 'banyak' }), m({ birthDate: turned(9), selfCare: 'tidak' })],
  ],
  [
    'old-alone',
    [m({ birthDate: turned(60) }), { ...m({ birthDate: turned(75) }), ...other({ birthDate: turned(60) }) }],
    [
      m({ birthDate: turnsTomorrow(60) }),
      { ...m({ birthDate: turned(75) }), ...other({ birthDate: turned(59) }) },
      { ...m({ birthDate: turned(75) }), ...other({ name: 'Dedi' }) },
    ],
  ],
  [
    'old-neglected',
    ['hunger', 'shelter', 'clothes'].map((field) => ({
      [`economy/${field}`]: field === 'hunger' ? 'ya' : 'tidak',
      ...m({ birthDate: turned(60) }),
    })),
    [
      { 'economy/hunger': 'ya', ...m({ birthDate: turnsTomorrow(60) }) },
      { 'economy/hunger': 'tidak', 'economy/clothes': 'ya', ...m({ birthDate: turned(60) }) },
    ],
  ],
  [
    'stunting',
    [
      m({ birthDate: turnsTomorrow(5), nutrition: 'stunting' }),
      m({ birthDate: turned(1), nutrition: 'wasting' }),
      { 'economy/hunger': 'ya', ...m({ birthDate: turned(4) }) },
      { 'dwelling/water': 'air_permukaan', ...m({ birthDate: turned(0) }) },
    ],
    [
      m({ birthDate: turned(5), nutrition: 'stunting' }),
      m({ birthDate: turned(1), nutrition: 'tidak_ada_catatan' }),
      { 'economy/hunger': 'ya', ...m({ birthDate: turned(5) }) },
      { 'dwelling/water': 'leding', ...m({ birthDate: turned(1) }) },
    ],
  ],
  [
    'pregnancy',
    [m({ sex: 'P', birthDate: turned(30), pregnant: 'ya', antenatal: 'tidak' })],
    [
      m({ sex: 'P', birthDate: turned(30), pregnant: 'ya', antenatal: 'ya' }),
      m({ sex: 'P', birthDate: turned(30), pregnant: 'tidak', antenatal: 'tidak' }),
      // The sex was corrected later.
      m({ sex: 'L', birthDate: turned(30), pregnant: 'ya', antenatal: 'tidak' }),
    ],
  ],
  [
    'unemployed',
    [
      m({ birthDate: turned(15), worked: 'tidak', seeksWork: 'ya', schooling: 'tidak_lagi' }),
      m({ birthDate: turnsTomorrow(60), worked: 'tidak', seeksWork: 'ya', schooling: 'belum' }),
    ],
    [
      m({ birthDate: turnsTomorrow(15), worked: 'tidak', seeksWork: 'ya', schooling: 'tidak_lagi' }),
      m({ birthDate: turned(60), worked: 'tidak', seeksWork: 'ya', schooling: 'belum' }),
      m({ birthDate: turned(20), worked: 'tidak', seeksWork: 'ya', schooling: 'masih' }),
      m({ birthDate: turned(20), worked: 'tidak', seeksWork: 'ya' }),
      m({ birthDate: turned(20), worked: 'tidak', seeksWork: 'tidak', schooling: 'tidak_lagi' }),
    ],
  ],
  [
    'woman-at-risk',
    [18, 59].map((age) => ({
      'economy/steadyIncome': 'tidak',
      ...m({ sex: 'P', relationship: 'kepala', birthDate: turned(age) }),
    })),
    [
      {
        'economy/steadyIncome': 'tidak',
        ...m({ sex: 'P', relationship: 'kepala', birthDate: turnsTomorrow(18) }),
      },
      { 'economy/steadyIncome': 'tidak', ...m({ sex: 'P', relationship: 'kepala', birthDate: turned(60) }) },
      { 'economy/steadyIncome': 'tidak', ...m({ sex: 'L', relationship: 'kepala', birthDate: turned(30) }) },
      { 'economy/steadyIncome': 'tidak', ...m({ sex: 'P', relationship: 'anak', birthDate: turned(30) }) },
      { 'economy/steadyIncome': 'ya', ...m({ sex: 'P', relationship: 'kepala', birthDate: turned(30) }) },
    ],
  ],
]

describe('each rule', () => {
  test('stands in the table, names its source, and belongs to one problem', () => {
    expect(ROWS.map(([rule]) => rule)).toEqual(RULES.map(({ key }) => key))
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
    for (const { source } of RULES)
      expect(source).toMatch(/own choice|Kepmensos 262\/HUK\/2022|Permensos 8\/2012/)
  })

  test('has its source from the catalogue', () => {
    for (const { code, source } of RULES) {
      const named = findOrdinaryProblem(code)?.source ?? 'none'
      // That a family is poor the catalogue knows as a type; the decree gives its criteria.
      expect([code, source.startsWith(named) || code === 'ppks.fakir_miskin']).toEqual([code, true])
    }
  })

  test.each(ROWS)(
    '%s speaks where it should, and is silent where it should not',
    (rule, speaks, isSilent) => {
      const given = (answers: Given) => rulesIn(documentOf([...BEGUN, ...Object.entries(answers)]))
      for (const answers of speaks)
        expect([answers, given(answers)]).toEqual([answers, expect.arrayContaining([rule])])
      for (const answers of isSilent)
        expect([answers, given(answers).includes(rule)]).toEqual([answers, false])
    },
  )
})

test('the reason says which answers: the floor, the wall, or both', () => {
  const reasonOf = (answers: Given) =>
    suggest(documentOf([...BEGUN, ...Object.entries(answers)]))[0]?.reason.id
  expect(reasonOf({ 'dwelling/floor': 'tanah' })).toBe('lantai tanah')
  expect(reasonOf({ 'dwelling/wall': 'anyaman_bambu' })).toBe('dinding anyaman bambu')
  expect(reasonOf({ 'dwelling/floor': 'tanah', 'dwelling/wall': 'bambu' })).toBe(
    'lantai tanah dan dinding bambu',
  )
})

test('nobody is said to live alone while a listed person is not settled', () => {
  const document = documentOf([...BEGUN, [`members/${ONE}/birthDate`, turned(70)]])
  const known = documentOf([
    [`members/${ONE}/name`, 'Aminah'],
    [`members/${OTHER}/name`, 'Dedi'],
  ])
  expect(suggestionsFor(document, VISIT_DAY, known)).toEqual([])
  const settled = withAnswers(document, [[`members/${OTHER}/removed`, 'meninggal']])
  expect(suggestionsFor(settled, VISIT_DAY, known).map(({ rule }) => rule)).toEqual(['old-alone'])
})

test('the watts of what is no meter speak for nothing, even where nobody took them out', () => {
  const power = HOUSEHOLD_RULES.find(({ key }) => key === 'power')
  for (const source of ['non_pln', 'pln_tanpa_meteran']) {
    const answers = { ...metered('450'), 'dwelling/powerSource': source }
    expect(power?.reasonIn(documentOf(Object.entries(answers)))).toBeNull()
  }
})

test('where several heads live, nobody can tell whose income is unsteady', () => {
  const head = (id: string, sex: string): Given => ({
    [`members/${id}/order`]: 1,
    [`members/${id}/relationship`]: 'kepala',
    [`members/${id}/sex`]: sex,
    [`members/${id}/birthDate`]: turned(30),
  })
  const unsteady = (...heads: Given[]) =>
    documentOf([
      ...BEGUN,
      ['economy/steadyIncome', 'tidak'],
      ...heads.flatMap((answers) => Object.entries(answers)),
    ])
  expect(rulesIn(unsteady(head(ONE, 'P')))).toContain('woman-at-risk')
  expect(rulesIn(unsteady(head(ONE, 'P'), head(OTHER, 'L')))).not.toContain('woman-at-risk')
  const gone = { ...head(OTHER, 'L'), [`members/${OTHER}/removed`]: 'pindah' }
  expect(rulesIn(unsteady(head(ONE, 'P'), gone))).toContain('woman-at-risk')
  // The other head of the list may still live here.
  const known = documentOf(Object.entries(head(OTHER, 'L')))
  const awaited = suggestionsFor(unsteady(head(ONE, 'P')), VISIT_DAY, known)
  expect(awaited.map(({ rule }) => rule)).not.toContain('woman-at-risk')
})

describe('a suggestion is answered', () => {
  const earth = documentOf([...BEGUN, ['dwelling/floor', 'tanah']])
  const PROBLEM = '01900000-0000-7000-8000-0000000000b1'
  const isOpen = (problem: Given) =>
    openSuggestions(
      withAnswers(
        earth,
        Object.entries(problem).map(([field, to]) => [`problems/${PROBLEM}/${field}`, to]),
      ),
      VISIT_DAY,
    ).length > 0
  const code = 'kota.rumah_tidak_layak'

  test.each<[string, Given]>([
    ['recorded', { subject: 'household', code }],
    ['recorded for a family of the house', { subject: `family:${ONE}`, code }],
    ['declined', { subject: 'household', code, rule: 'floor', removed: 'tidak_terbukti' }],
    ['changed into another problem', { subject: 'household', code: 'kota.tanpa_jamban', rule: 'floor' }],
    ['about to be changed', { subject: 'household', rule: 'floor' }],
    ['changed into somebody’s own', { subject: `member:${ONE}`, code: 'kota.sakit_menahun', rule: 'floor' }],
  ])('%s', (_, problem) => expect(isOpen(problem)).toBe(false))

  test.each<[string, Given]>([
    ['not by another problem', { subject: 'household', code: 'kota.tanpa_jamban' }],
    ['not by somebody’s own', { subject: `member:${ONE}`, code }],
    ['not by what was withdrawn', { subject: 'household', code, rule: 'floor', removed: 'batal' }],
  ])('%s', (_, problem) => expect(isOpen(problem)).toBe(true))

  const uninsured = documentOf([
    ...BEGUN,
    ...[ONE, OTHER].map((id) => [`members/${id}/insurance`, ['tidak']] as const),
  ])
  const openFor = (problem: Given) =>
    openSuggestions(
      withAnswers(
        uninsured,
        Object.entries(problem).map(([field, to]) => [`problems/${PROBLEM}/${field}`, to]),
      ),
      VISIT_DAY,
    ).map(({ subject }) => subject)
  const rule = 'insurance'

  test('a person’s, by the problem of the household or of another that takes its place', () => {
    const suggestedFor = `member:${ONE}`
    for (const subject of ['household', `member:${OTHER}`]) {
      const taking = { subject, code: 'kota.kebutuhan_pangan', rule, suggestedFor }
      expect(openFor(taking)).toEqual([`member:${OTHER}`])
    }
    // An older version did not say whose suggestion it was.
    expect(openFor({ subject: `member:${ONE}`, code: 'kota.sakit_menahun', rule })).toEqual([
      `member:${OTHER}`,
    ])
  })

  test('a person’s, by the same problem that was found to be another’s', () => {
    const moved = { subject: `member:${OTHER}`, code: 'kota.tanpa_jaminan_kesehatan', rule }
    expect(openFor({ ...moved, suggestedFor: `member:${ONE}` })).toEqual([])
  })
})
