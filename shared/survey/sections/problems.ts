import type { Option, RuleScope, Section } from '../question.ts'
import { ageInYears } from '../../population/age.ts'
import {
  findOrdinaryProblem,
  SERVICES,
  SERVICE_TEXTS,
  type Problem,
} from '../../catalogue/problem-catalogue.ts'
import { ORDINARY_PROGRAMMES } from '../../catalogue/programme-catalogue.ts'
import { PURPOSES } from '../purposes.ts'
import type { Path } from '../path.ts'
import { CHANGE_REASONS, DECLINE_REASONS } from '../reason-phrases.ts'
import { isCompletedVisit, ownAnswers, problemOf, standsAlone } from '../rules.ts'

/** Three steps with anchors in words, not numbers. Our own choice: no official scale is public. */
export const SEVERITIES: readonly Option[] = [
  {
    key: 'ringan',
    text: { id: 'Mengganggu, tetapi sehari-hari masih jalan', en: 'A burden, but daily life goes on' },
  },
  {
    key: 'sedang',
    text: { id: 'Kebutuhan sehari-hari sering tidak terpenuhi', en: 'Daily needs are often unmet' },
  },
  {
    key: 'berat',
    text: { id: 'Membahayakan kesehatan atau keselamatan', en: 'A danger to health or safety' },
  },
]

/** The four kinds of service; that nobody can tell yet is our own. */
const NEEDS: readonly Option[] = [
  ...SERVICES.map((key) => ({ key, text: SERVICE_TEXTS[key] })),
  { key: 'tidak_tahu', text: { id: 'Belum tahu', en: 'Not known yet' }, alone: true, quiet: true },
]

/** Names of programmes are the same in both languages. */
const PROGRAMMES: readonly Option[] = ORDINARY_PROGRAMMES.map(({ id, name }) => ({
  key: id,
  text: { id: name, en: name },
}))

const REMOVALS: readonly Option[] = [
  { key: 'batal', text: { id: 'Dibatalkan', en: 'Withdrawn' } },
  { key: 'tidak_terbukti', text: { id: 'Saran tidak sesuai', en: 'Suggestion declined' } },
  { key: 'teratasi', text: { id: 'Sudah teratasi', en: 'Solved' } },
]

/** What the enumerator goes by; our own list. */
const EVIDENCE: readonly Option[] = [
  { key: 'dilihat', text: { id: 'Dilihat sendiri', en: 'Seen' } },
  { key: 'diceritakan', text: { id: 'Diceritakan responden', en: 'Told by the respondent' } },
  { key: 'dokumen', text: { id: 'Ada dokumen', en: 'Shown in documents' } },
  { key: 'orang_lain', text: { id: 'Kata RT atau tetangga', en: 'Told by the RT or neighbours' } },
]

/** The person that a problem is of; undefined of a family's or the household's. */
function personOf(scope: RuleScope): string | undefined {
  const [kind, id] = problemOf(scope).subject?.split(':') ?? []
  return kind === 'member' ? id : undefined
}

/** Years are compared: a month may be unknown. */
function isBeforeBirth(scope: RuleScope): boolean {
  const { since } = problemOf(scope)
  const birthDate = scope.document.members[personOf(scope) ?? '']?.birthDate
  return since !== undefined && birthDate !== undefined && since.slice(0, 4) < birthDate.slice(0, 4)
}

function readsOfSince(scope: RuleScope): readonly Path[] {
  const person = personOf(scope)
  const own = ownAnswers('problems/*/since', 'problems/*/subject')(scope)
  return person === undefined ? own : [...own, `members/${person}/birthDate`]
}

function isPresent(scope: RuleScope): boolean {
  return isCompletedVisit(scope) && problemOf(scope).removed === undefined
}

function subjectMember(scope: RuleScope) {
  const [kind, id] = (problemOf(scope).subject ?? '').split(':')
  return kind === 'member' ? (scope.document.members[id ?? ''] ?? null) : null
}

/** Whose and which problem it is, and one answer about the person or the family that has it. */
function readsOfSubject(field: 'birthDate' | 'sex' | 'removed') {
  return (scope: RuleScope): readonly Path[] => {
    const [kind, id] = (problemOf(scope).subject ?? '').split(':')
    const own = ownAnswers('problems/*/code', 'problems/*/subject')(scope)
    const roster = kind === 'member' ? 'members' : 'families'
    return id === undefined ? own : [...own, `${roster}/${id}/${field}`]
  }
}

function isSubjectHere({ document, ...scope }: RuleScope): boolean {
  const [kind, id = ''] = (problemOf({ document, ...scope }).subject ?? '').split(':')
  const entry =
    kind === 'member' ? document.members[id] : kind === 'family' ? document.families[id] : undefined
  return entry?.removed === undefined
}

function catalogued(scope: RuleScope): Problem | undefined {
  return findOrdinaryProblem(problemOf(scope).code ?? '')
}

function isOfRightAge(scope: RuleScope): boolean {
  const range = catalogued(scope)?.age
  const birthDate = subjectMember(scope)?.birthDate
  const age = birthDate === undefined ? null : ageInYears(birthDate, scope.visitDate)
  return !range || age === null || (age >= (range.min ?? 0) && age <= (range.max ?? Infinity))
}

function isOfRightSex(scope: RuleScope): boolean {
  const wanted = catalogued(scope)?.sex
  const sex = subjectMember(scope)?.sex
  return !wanted || sex === undefined || sex === wanted
}

function fitsSubject(scope: RuleScope): boolean {
  const subject = catalogued(scope)?.subject
  const kind = (problemOf(scope).subject ?? '').split(':')[0]
  if (!subject || !kind || subject === 'member_or_household') return true
  return subject === 'member' ? kind === 'member' : kind !== 'member'
}

export const problemsSection: Section = {
  key: 'problems',
  text: { id: 'Masalah', en: 'Problems' },
  questions: [
    {
      path: 'problems/*/order',
      lasting: true,
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      sensitivity: 'none',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/subject',
      lasting: true,
      kind: 'subject',
      text: { id: 'Masalah siapa', en: 'Whose problem' },
      required: isPresent,
      group: 'what',
      checks: [
        {
          key: 'gone',
          level: 'warning',
          holds: isSubjectHere,
          reads: readsOfSubject('removed'),
          text: {
            id: 'Orang atau keluarga ini sudah dikeluarkan dari rumah ini.',
            en: 'This person or family is no longer in this household.',
          },
        },
      ],
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/code',
      lasting: true,
      kind: 'problem',
      text: { id: 'Masalah', en: 'Problem' },
      required: isPresent,
      group: 'what',
      checks: [
        {
          key: 'subject',
          level: 'error',
          holds: fitsSubject,
          text: {
            id: 'Masalah ini bukan untuk yang dipilih: pilih orangnya, atau keluarga atau rumah tangganya.',
            en: 'This problem belongs to another kind of subject: choose the person, or the family or household.',
          },
        },
        {
          key: 'age',
          level: 'warning',
          holds: isOfRightAge,
          reads: readsOfSubject('birthDate'),
          text: {
            id: 'Umurnya tidak cocok dengan masalah ini.',
            en: 'The age is outside this problem’s age group.',
          },
        },
        {
          key: 'sex',
          level: 'warning',
          holds: isOfRightSex,
          reads: readsOfSubject('sex'),
          text: {
            id: 'Jenis kelaminnya tidak sesuai masalah ini.',
            en: 'The sex does not fit this problem.',
          },
        },
      ],
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/severity',
      lasting: true,
      kind: 'one-of',
      options: SEVERITIES,
      text: { id: 'Seberapa berat', en: 'How severe' },
      required: isPresent,
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/since',
      lasting: true,
      kind: 'date',
      precision: 'month',
      text: { id: 'Sejak kapan', en: 'Since when' },
      help: { id: 'Tahunnya cukup; bulan bila diingat.', en: 'The year is enough; the month if remembered.' },
      checks: [
        {
          key: 'future',
          level: 'error',
          holds: (scope) => scope.visitDate === null || (problemOf(scope).since ?? '') <= scope.visitDate,
          text: { id: 'Waktunya sesudah tanggal kunjungan.', en: 'The time is after the visit.' },
        },
        {
          key: 'before-birth',
          level: 'warning',
          holds: (scope) => !isBeforeBirth(scope),
          reads: readsOfSince,
          text: { id: 'Waktunya sebelum orangnya lahir.', en: 'The time is before the person was born.' },
        },
      ],
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/rule',
      lasting: true,
      kind: 'token',
      maxLength: 100,
      text: { id: 'Aturan yang menyarankan', en: 'Rule that suggested it' },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.quality,
    },
    {
      path: 'problems/*/suggestedFor',
      kind: 'token',
      maxLength: 60,
      text: { id: 'Saran untuk siapa', en: 'Whose suggestion it was' },
      since: 3,
      sensitivity: 'specific',
      purpose: PURPOSES.quality,
    },
    {
      path: 'problems/*/evidence',
      kind: 'many-of',
      options: EVIDENCE,
      text: { id: 'Apa buktinya?', en: 'Evidence' },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.quality,
    },
    {
      path: 'problems/*/needs',
      lasting: true,
      wanted: true,
      kind: 'many-of',
      options: NEEDS,
      text: { id: 'Layanan yang dibutuhkan', en: 'Services needed' },
      checks: [standsAlone('tidak_tahu', (scope) => problemOf(scope).needs)],
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/help',
      kind: 'many-of',
      options: PROGRAMMES,
      text: { id: 'Bantuan yang sudah diterima', en: 'Help that they get already' },
      help: {
        id: 'Program yang sekarang membantu mengatasi masalah ini.',
        en: 'Programmes that help with this problem now.',
      },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/helpNote',
      kind: 'text',
      maxLength: 200,
      text: { id: 'Bantuan lain, dari siapa', en: 'Other help, and from whom' },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/note',
      kind: 'text',
      maxLength: 1000,
      lines: 3,
      text: { id: 'Catatan', en: 'Note' },
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/removed',
      kind: 'one-of',
      options: REMOVALS,
      text: { id: 'Mengapa tidak dicatat lagi', en: 'Why it is not recorded any more' },
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'problems/*/removedWhy',
      kind: 'text',
      phrases: DECLINE_REASONS,
      maxLength: 300,
      text: { id: 'Mengapa tidak sesuai', en: 'Why it was declined' },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.quality,
    },
    {
      path: 'problems/*/changedWhy',
      kind: 'text',
      phrases: CHANGE_REASONS,
      maxLength: 300,
      text: { id: 'Mengapa sarannya diganti', en: 'Why the suggestion was replaced' },
      since: 2,
      sensitivity: 'specific',
      purpose: PURPOSES.quality,
    },
  ],
}
