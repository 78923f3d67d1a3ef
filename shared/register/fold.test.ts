import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { EMPTY_DOCUMENT, type Answer, type SurveyDocument } from '../survey/document.ts'
import { answerAt, answersOf, documentOf, entryOf, pathOf, sameAnswer } from '../survey/path.ts'
import { VERSIONS } from '../survey/form-version.ts'
import { SECTIONS, questionAt } from '../survey/questionnaire.ts'
import type { Question } from '../survey/question.ts'
import { foldHousehold } from './fold.ts'
import { withoutTombstones, type KnownHousehold } from './household.ts'

const IDS = ['1', '2', '3'].map((n) => `00000000-0000-7000-8000-00000000000${n}`)
const [ANI = '', BUDI = '', CICI = ''] = IDS

function listed(document: Partial<SurveyDocument>): KnownHousehold {
  return { document: { ...EMPTY_DOCUMENT, ...document }, state: 'listed', goneReason: null }
}

function visited(result: string, document: Partial<SurveyDocument> = {}): SurveyDocument {
  return { ...EMPTY_DOCUMENT, ...document, visits: { [ANI]: { order: 1, result } } }
}

function answerFor(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'one-of':
      return fc.constantFrom(...question.options.map(({ key }) => key))
    case 'yes-no':
      return fc.constantFrom('ya', 'tidak')
    case 'date':
      return fc.constantFrom('1980-03-10', '2015-07', '1950')
    case 'number':
    case 'money':
      return fc.integer({ min: 0, max: 99 })
    case 'many-of':
      return fc.shuffledSubarray(question.options.map(({ key }) => key))
    case 'version':
      return fc.constantFrom(...VERSIONS)
    case 'order':
      return fc.integer({ min: 1, max: 9 })
    case 'reference':
      return fc.constantFrom(...IDS)
    case 'subject':
      return fc.constantFrom('household', ...IDS.flatMap((id) => [`member:${id}`, `family:${id}`]))
    case 'instant':
      return fc.constantFrom('2026-11-02T09:00:00+07:00', '2026-11-20T16:30:00+07:00')
    default:
      return fc.string({ minLength: 1, maxLength: 8 })
  }
}

/** Any answers to any questions of the questionnaire, for three ids in each roster. */
const answers = fc
  .tuple(
    ...SECTIONS.flatMap(({ questions }) => questions).flatMap((question) =>
      (question.path.includes('*') ? IDS : [null]).map((entry) =>
        fc.option(answerFor(question).map((answer) => [pathOf(question.path, entry), answer] as const)),
      ),
    ),
  )
  .map((list) => documentOf(list.filter((answer) => answer !== null)))

const knownHouseholds = fc.oneof(
  fc.constant(null),
  answers.map((document) => listed({ ...document, visits: {}, problems: {} })),
  fc
    .tuple(answers, answers)
    .map(([before, survey]) => foldHousehold(listed(before), survey))
    .map((row): KnownHousehold => ({ ...row, document: withoutTombstones(row.document) })),
)
const completed = answers.map((document) => ({ ...document, ...visited('selesai', document) }))

test('[F8] folding a survey again onto its result gives the same bytes', () => {
  fc.assert(
    fc.property(knownHouseholds, answers, (known, survey) => {
      const once = foldHousehold(known, survey)
      expect(JSON.stringify(foldHousehold(once, survey))).toBe(JSON.stringify(once))
    }),
  )
})

test('[F8] equal answers give equal bytes, in whatever order they were given', () => {
  const shuffled = (document: SurveyDocument) =>
    documentOf(
      [...answersOf(document)]
        .reverse()
        .map(([path, answer]) => [path, Array.isArray(answer) ? [...answer].reverse() : answer]),
    )
  fc.assert(
    fc.property(knownHouseholds, answers, (known, survey) => {
      const other = known && { ...known, document: shuffled(known.document) }
      expect(JSON.stringify(foldHousehold(other, shuffled(survey)))).toBe(
        JSON.stringify(foldHousehold(known, survey)),
      )
    }),
  )
})

test('[F2] a completed survey loses no relevant answer of whom and what stands', () => {
  fc.assert(
    fc.property(knownHouseholds, completed, (known, survey) => {
      const { document } = foldHousehold(known, survey)
      for (const [path, answer] of answersOf(survey)) {
        if (!stands(path, document, survey, known?.document) || path.endsWith('/nikMissing')) continue
        const folded = answerAt(document, path)
        expect([path, sameAnswer(folded, answer)]).toEqual([path, true])
      }
    }),
  )
})

test('[F1] what a completed survey does not speak of stays as it was known', () => {
  fc.assert(
    fc.property(knownHouseholds, (known) => {
      const { document } = foldHousehold(known, visited('selesai'))
      for (const [path, answer] of answersOf(known?.document ?? EMPTY_DOCUMENT)) {
        if (path.startsWith('visits/') || !stands(path, document, known?.document ?? EMPTY_DOCUMENT)) continue
        expect(sameAnswer(answerAt(document, path), answer)).toBe(true)
      }
    }),
  )
})

/** What the rules let fall: visits, irrelevant answers, unknown tombstones, withdrawn problems and those of who left. */
function stands(
  path: string,
  folded: SurveyDocument,
  told: SurveyDocument,
  known: SurveyDocument = EMPTY_DOCUMENT,
): boolean {
  const [part, id = ''] = path.split('/')
  if (part === 'visits' || part === 'attachments' || part === 'confirmations') return false
  if (part === 'notice' || path === 'location/positionMissing') return false
  if (part === 'families') return told.families[id]?.removed === undefined
  const scope = { document: { ...folded, visits: visited('selesai').visits }, entry: entryOf(path) }
  const relevant = questionAt(path)?.relevant
  if (relevant && !relevant({ ...scope, visitDate: '2026-11-02' })) return false
  if (part === 'members') return told.members[id]?.removed === undefined
  if (part !== 'problems') return true
  const { code, removed, ...problem } = told.problems[id] ?? {}
  // Subject and code are one group: who names one of them says both.
  const subject = problem.subject ?? (code === undefined ? known.problems[id]?.subject : undefined) ?? ''
  const [kind, who = ''] = subject.split(':')
  const members = Object.entries(folded.members).filter(([, member]) => member.removed === undefined)
  if (kind === 'member') return !removed && members.some(([member]) => member === who)
  if (kind === 'family') return !removed && members.some(([, { family }]) => family === who)
  return !removed
}

test('[F2] an atomic group is taken whole: the meter’s power goes with the meter', () => {
  const known = listed({ dwelling: { powerSource: 'pln_meteran', powerWatt: '900', floor: 'tanah' } })
  const { document } = foldHousehold(
    known,
    visited('selesai', { dwelling: { powerSource: 'pln_tanpa_meteran' } }),
  )
  expect(document.dwelling).toEqual({ powerSource: 'pln_tanpa_meteran', floor: 'tanah' })
})

test('[F5] an answer that lost its question is not carried; visits stay with their survey', () => {
  const member = { name: 'Ani', nik: '3273010101900001' }
  const survey = visited('selesai', {
    dwelling: { powerSource: 'non_pln', powerWatt: '900' },
    members: { [ANI]: { ...member, nikMissing: 'belum_punya' } },
  })
  const { document } = foldHousehold(null, survey)
  expect(document.dwelling).toEqual({ powerSource: 'non_pln' })
  expect(document.members).toEqual({ [ANI]: member })
  expect(document.visits).toEqual({})
})

test('[F3] a NIK that was merely not shown stays; one that the person says not to have goes', () => {
  const known = listed({ members: { [ANI]: { name: 'Ani', nik: '3273010101900001' } } })
  const after = (nikMissing: string) =>
    foldHousehold(known, visited('selesai', { members: { [ANI]: { nikMissing } } })).document.members[ANI]
  expect(after('tidak_ditunjukkan')).toEqual({ name: 'Ani', nik: '3273010101900001' })
  expect(after('dokumen_hilang')).toEqual({ name: 'Ani', nik: '3273010101900001' })
  expect(after('belum_punya')).toEqual({ name: 'Ani', nikMissing: 'belum_punya' })
})

test('[F3] a place that could not be measured stays; one that the household does not want known goes', () => {
  const position = 'geo:-6.876543,107.583210;u=12'
  const known = listed({ location: { rt: '001', position } })
  const after = (positionMissing: string) =>
    foldHousehold(known, visited('selesai', { location: { positionMissing } })).document.location
  for (const reason of ['tidak_ada_sinyal', 'ponsel_bermasalah', 'bukan_di_rumah'])
    expect(after(reason)).toEqual({ rt: '001', position })
  expect(after('keberatan')).toEqual({ rt: '001' })
})

test('[F4] families with a tombstone leave; pictures and what tells of the visit stay with their survey', () => {
  const picture = { order: 1, kind: 'rumah_depan', sha256: 'ab'.repeat(32) }
  const known = listed({
    families: { [ANI]: { order: 1, kk: '3273012304100001' }, [BUDI]: { order: 2, kk: '3273012304100002' } },
    members: { [ANI]: { name: 'Ani', family: ANI }, [BUDI]: { name: 'Budi', family: BUDI } },
    attachments: { [ANI]: picture },
  })
  const survey = visited('selesai', {
    families: { [BUDI]: { removed: 'digabung' } },
    members: { [BUDI]: { name: 'Budi', family: ANI } },
    notice: { how: 'dibacakan', to: 'kepala', signature: 'M0 0l1 1' },
    attachments: { [ANI]: { ...picture, removed: 'batal' }, [BUDI]: { ...picture, order: 2 } },
    problems: { [ANI]: { subject: `family:${BUDI}`, code: 'ppks.fakir_miskin', severity: 'berat' } },
    confirmations: { [ANI]: { order: 1, of: 'members', check: 'x', over: '1', reason: 'benar' } },
  })
  const { document } = foldHousehold(known, survey)
  expect(document.families).toEqual({ [ANI]: { order: 1, kk: '3273012304100001' } })
  expect(document.attachments).toEqual({})
  expect(document.notice).toEqual({})
  expect([document.problems, document.visits, document.confirmations ?? {}]).toEqual([{}, {}, {}])
})

test('[F2] [F5] assets, economy and a member’s health fold like the rest: what lost its question goes', () => {
  const known = listed({
    assets: { hasLivestock: 'ya', sapi: 2, held: ['sepeda_motor'] },
    economy: { spending: 2_000_000, debts: ['warung'], debtAmount: 500_000 },
    members: { [ANI]: { name: 'Ani', illnesses: ['hipertensi'], treatment: 'ya', birthDate: '1980' } },
  })
  const survey = visited('selesai', {
    assets: { hasLivestock: 'tidak' },
    economy: { spending: 'menolak', debts: ['tidak_ada'] },
    members: { [ANI]: { illnesses: ['tidak_ada'] } },
  })
  const { document } = foldHousehold(known, survey)
  expect(document.assets).toEqual({ hasLivestock: 'tidak', held: ['sepeda_motor'] })
  expect(document.economy).toEqual({ spending: 'menolak', debts: ['tidak_ada'] })
  expect(document.members[ANI]).toEqual({ name: 'Ani', illnesses: ['tidak_ada'], birthDate: '1980' })
})

test('[F4] who left is named in the period’s row and gone from the next; their problems leave with them', () => {
  const known = listed({ members: { [ANI]: { name: 'Ani' }, [BUDI]: { name: 'Budi' } } })
  const survey = visited('selesai', {
    members: {
      [ANI]: { removed: 'meninggal' },
      [BUDI]: { name: 'Budi' },
      [CICI]: { name: 'X', removed: 'salah' },
    },
    problems: {
      [ANI]: { subject: `member:${ANI}`, code: 'ppks.disabilitas' },
      [BUDI]: { subject: `member:${BUDI}`, code: 'ppks.disabilitas' },
      [CICI]: { subject: 'household', code: 'kota.tanpa_jamban', removed: 'batal' },
    },
  })
  const { document } = foldHousehold(known, survey)
  expect(document.members).toEqual({ [ANI]: { name: 'Ani', removed: 'meninggal' }, [BUDI]: { name: 'Budi' } })
  expect(Object.keys(document.problems)).toEqual([BUDI])
  expect(Object.keys(withoutTombstones(document).members)).toEqual([BUDI])
})

test('[F6] [F7] a visit that was not completed takes the place only, and the result decides the state', () => {
  const known = listed({ location: { rt: '001' }, dwelling: { floor: 'tanah' } })
  const survey = (result: string) =>
    visited(result, { location: { rt: '002' }, dwelling: { floor: 'keramik' } })
  const present = { ...foldHousehold(known, survey('selesai')) }
  expect(present.state).toBe('present')
  for (const result of ['pindah', 'ganda', 'bagian_rumah_tangga_lain']) {
    const after = foldHousehold(known, survey(result))
    expect([after.state, after.goneReason]).toEqual(['gone', result])
    expect(after.document.dwelling).toEqual({ floor: 'tanah' })
  }
  for (const result of ['tidak_ditemukan', 'menolak', 'tidak_di_rumah']) {
    expect(foldHousehold(known, survey(result)).state).toBe('unconfirmed')
    expect(foldHousehold(null, survey(result)).state).toBe('unconfirmed')
    expect(foldHousehold(present, survey(result))).toEqual(present)
    const gone = foldHousehold(present, survey('pindah'))
    expect(foldHousehold(gone, survey(result)).goneReason).toBe('pindah')
  }
})
