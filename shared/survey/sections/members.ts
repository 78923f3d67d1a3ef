import { REFUSED_ALL, type Option, type RuleScope, type Section } from '../question.ts'
import { isKk } from '../../population/kk.ts'
import { readNik } from '../../population/nik.ts'
import { earliestOf, mayBeSameDate } from '../../population/partial-date.ts'
import { familyOf, hasPeople } from '../families.ts'
import { AID, RELATIONSHIP, SEX } from '../code-lists.ts'
import { PURPOSES } from '../purposes.ts'
import { ageOf, isCompletedVisit, isPresentMember, memberOf, ownAnswers, noneOrRefused } from '../rules.ts'
import { careQuestions } from './member-care.ts'
import { lifeQuestions, PERSONAL_AID, personalAidQuestion } from './member-life.ts'

/** Why a person has no NIK: our own list; that it may be missing with a reason follows P3KE (docs/domain.md). */
const NIK_MISSING_REASONS: readonly Option[] = [
  { key: 'belum_punya', text: { id: 'Belum punya NIK', en: 'Has no NIK yet' } },
  { key: 'dokumen_hilang', text: { id: 'Dokumen hilang', en: 'Documents are lost' } },
  { key: 'tidak_ditunjukkan', text: { id: 'Dokumen tidak ditunjukkan', en: 'Documents not shown' } },
]

/** Reasons of a tombstone, after Regsosek R404; `ganda` and `salah` are our own. */
export const REMOVAL_REASONS: readonly Option[] = [
  { key: 'meninggal', text: { id: 'Meninggal', en: 'Deceased' } },
  { key: 'pindah', text: { id: 'Pindah', en: 'Moved away' } },
  { key: 'tidak_ditemukan', text: { id: 'Tidak dikenal di rumah ini', en: 'Not known in this house' } },
  { key: 'ganda', text: { id: 'Tercatat ganda', en: 'Recorded twice' } },
  { key: 'salah', text: { id: 'Salah ketik', en: 'Entered by mistake' } },
]

/** Why a family ends as one of its own: our own list. */
const FAMILY_REMOVALS: readonly Option[] = [
  { key: 'digabung', text: { id: 'Digabung dengan keluarga lain', en: 'Joined into another family' } },
  { key: 'kosong', text: { id: 'Anggotanya tidak ada lagi', en: 'None of its members is left' } },
  { key: 'salah', text: { id: 'Salah ketik', en: 'Entered by mistake' } },
]

/** Help that goes to a family; what goes to one person stands with them. */
const FAMILY_AID: readonly Option[] = [
  ...AID.filter(({ key }) => !PERSONAL_AID.includes(key)),
  { key: 'tidak_ada', text: { id: 'Tidak ada', en: 'None' }, alone: true },
  REFUSED_ALL,
]

function isFamilyHere(scope: RuleScope): boolean {
  return isCompletedVisit(scope) && hasPeople(scope.document, scope.entry ?? '')
}

function nikReading(scope: RuleScope) {
  const { nik } = memberOf(scope)
  return nik === undefined ? null : readNik(nik, scope.visitDate)
}

function nikHasNo(finding: string) {
  return (scope: RuleScope) => !nikReading(scope)?.findings.some((found) => found === finding)
}

function nikAgreesOnBirth(scope: RuleScope): boolean {
  const coded = nikReading(scope)?.birthDate
  const { birthDate } = memberOf(scope)
  return !coded || birthDate === undefined || mayBeSameDate(coded, birthDate)
}

function nikAgreesOnSex(scope: RuleScope): boolean {
  const coded = nikReading(scope)?.sex
  const { sex } = memberOf(scope)
  return !coded || sex === undefined || coded === sex
}

function isOnlyHead(scope: RuleScope): boolean {
  const member = memberOf(scope)
  if (member.relationship !== 'kepala') return true
  return !Object.entries(scope.document.members).some(
    ([id, other]) =>
      id !== scope.entry &&
      other.removed === undefined &&
      other.relationship === 'kepala' &&
      familyOf(scope.document, other) === familyOf(scope.document, member),
  )
}

function isOnlyWithNik(scope: RuleScope): boolean {
  const { nik } = memberOf(scope)
  if (nik === undefined) return true
  return !Object.entries(scope.document.members).some(
    ([id, other]) => id !== scope.entry && other.removed === undefined && other.nik === nik,
  )
}

function isOnlyWithKk({ document, entry }: RuleScope): boolean {
  const { kk, removed } = document.families[entry ?? ''] ?? {}
  if (kk === undefined || removed !== undefined) return true
  return !Object.entries(document.families).some(
    ([id, other]) => id !== entry && other.removed === undefined && other.kk === kk,
  )
}

export const membersSection: Section = {
  key: 'members',
  text: { id: 'Anggota', en: 'Members' },
  questions: [
    {
      path: 'families/*/order',
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      sensitivity: 'none',
      purpose: PURPOSES.identify,
    },
    {
      path: 'families/*/kk',
      kind: 'kk',
      text: { id: 'Nomor KK', en: 'Family card number (KK)' },
      help: {
        id: '16 angka di bagian atas Kartu Keluarga. Kosongkan hanya kalau belum punya kartunya.',
        en: '16 digits at the top of the family card. Leave it empty only where there is no card yet.',
      },
      wanted: true,
      checks: [
        {
          key: 'format',
          level: 'error',
          holds: ({ document, entry }) => {
            const kk = document.families[entry ?? '']?.kk
            return kk === undefined || isKk(kk)
          },
          text: {
            id: 'Nomor KK harus 16 angka. Periksa lagi kartunya.',
            en: 'A KK number has 16 digits. Check the card again.',
          },
        },
        // Our own choice: a card lists one family.
        {
          key: 'twice-here',
          level: 'error',
          holds: isOnlyWithKk,
          text: {
            id: 'Nomor KK ini sudah dipakai keluarga lain di rumah ini.',
            en: 'Another family of this household has this KK number.',
          },
        },
      ],
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'families/*/aid',
      kind: 'many-of',
      options: FAMILY_AID,
      text: {
        id: 'Bantuan yang diterima keluarga setahun terakhir',
        en: 'Help that the family got in the last year',
      },
      relevant: isCompletedVisit,
      required: isFamilyHere,
      since: 2,
      checks: noneOrRefused('tidak_ada', ({ document, entry }) => document.families[entry ?? '']?.aid),
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'families/*/removed',
      kind: 'one-of',
      options: FAMILY_REMOVALS,
      text: { id: 'Mengapa keluarga ini tidak berdiri sendiri', en: 'Why this is no family of its own' },
      since: 2,
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/order',
      lasting: true,
      kind: 'order',
      text: { id: 'Urutan', en: 'Order' },
      sensitivity: 'none',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/family',
      lasting: true,
      kind: 'reference',
      to: 'family',
      text: { id: 'Keluarga', en: 'Family' },
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/name',
      lasting: true,
      kind: 'text',
      maxLength: 120,
      text: { id: 'Nama lengkap', en: 'Full name' },
      required: isPresentMember,
      // Our own choice.
      checks: [
        {
          key: 'letters',
          level: 'error',
          holds: (scope) => /\p{L}/u.test(memberOf(scope).name ?? 'a'),
          text: { id: 'Nama harus memuat huruf.', en: 'A name needs letters.' },
        },
      ],
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/nik',
      lasting: true,
      kind: 'nik',
      text: { id: 'NIK', en: 'NIK' },
      help: { id: '16 angka di KTP atau Kartu Keluarga.', en: '16 digits on the identity or family card.' },
      orElse: 'members/*/nikMissing',
      group: 'nik',
      required: (scope) => isPresentMember(scope) && memberOf(scope).nikMissing === undefined,
      checks: [
        {
          key: 'format',
          level: 'error',
          holds: nikHasNo('E_FORMAT'),
          text: {
            id: 'NIK harus 16 angka. Hitung lagi angkanya.',
            en: 'A NIK has 16 digits. Count them again.',
          },
        },
        {
          key: 'calendar',
          level: 'error',
          holds: nikHasNo('E_TANGGAL'),
          text: {
            id: 'Tanggal lahir di dalam NIK (angka ke-7 sampai ke-12) tidak ada di kalender. Periksa lagi kartunya.',
            en: 'The birth date in the NIK (digits 7 to 12) is not in the calendar. Check the card again.',
          },
        },
        {
          key: 'serial',
          level: 'error',
          holds: nikHasNo('E_URUT'),
          text: {
            id: 'NIK tidak mungkin berakhir dengan 0000. Periksa lagi kartunya.',
            en: 'A NIK never ends in 0000. Check the card again.',
          },
        },
        {
          key: 'twice-here',
          level: 'error',
          holds: isOnlyWithNik,
          text: {
            id: 'NIK ini sudah dipakai anggota lain di rumah ini.',
            en: 'Another member of this household has this NIK.',
          },
        },
        {
          key: 'region',
          level: 'warning',
          holds: nikHasNo('W_WILAYAH'),
          text: {
            id: 'Kode wilayah di awal NIK tidak dikenal.',
            en: 'The region code at the start of the NIK is not known.',
          },
        },
      ],
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/nikMissing',
      lasting: true,
      kind: 'one-of',
      options: NIK_MISSING_REASONS,
      text: { id: 'Mengapa tanpa NIK?', en: 'Why is there no NIK?' },
      orElse: 'members/*/nik',
      group: 'nik',
      relevant: (scope) => memberOf(scope).nik === undefined,
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/birthDate',
      lasting: true,
      kind: 'date',
      precision: 'any',
      text: { id: 'Tanggal lahir', en: 'Birth date' },
      required: isPresentMember,
      checks: [
        {
          key: 'future',
          level: 'error',
          holds: (scope) => {
            const { birthDate } = memberOf(scope)
            return (
              birthDate === undefined || scope.visitDate === null || earliestOf(birthDate) <= scope.visitDate
            )
          },
          text: { id: 'Tanggal lahir sesudah tanggal kunjungan.', en: 'The birth date is after the visit.' },
        },
        {
          key: 'nik-birth',
          level: 'warning',
          holds: nikAgreesOnBirth,
          reads: ownAnswers('members/*/birthDate', 'members/*/nik'),
          text: {
            id: 'Tanggal lahir berbeda dengan yang ada di NIK.',
            en: 'The birth date differs from the one in the NIK.',
          },
        },
        {
          key: 'very-old',
          level: 'warning',
          holds: (scope) => (ageOf(scope) ?? 0) <= 110,
          text: { id: 'Umur lebih dari 110 tahun. Benarkah?', en: 'More than 110 years old. Is that right?' },
        },
      ],
      sensitivity: 'specific',
      purpose: PURPOSES.intervene,
    },
    {
      path: 'members/*/sex',
      lasting: true,
      kind: 'one-of',
      options: SEX,
      text: { id: 'Jenis kelamin', en: 'Sex' },
      required: isPresentMember,
      checks: [
        {
          key: 'nik-sex',
          level: 'warning',
          holds: nikAgreesOnSex,
          reads: ownAnswers('members/*/sex', 'members/*/nik'),
          text: {
            id: 'Jenis kelamin berbeda dengan yang ada di NIK.',
            en: 'The sex differs from the one in the NIK.',
          },
        },
      ],
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    {
      path: 'members/*/relationship',
      lasting: true,
      kind: 'one-of',
      options: RELATIONSHIP,
      text: { id: 'Hubungan dengan kepala keluarga', en: 'Relationship to the family head' },
      required: isPresentMember,
      checks: [
        {
          key: 'one-head',
          level: 'error',
          holds: isOnlyHead,
          text: { id: 'Satu keluarga hanya punya satu kepala keluarga.', en: 'A family has only one head.' },
        },
      ],
      sensitivity: 'general',
      purpose: PURPOSES.identify,
    },
    ...lifeQuestions,
    ...careQuestions,
    personalAidQuestion,
    {
      path: 'members/*/removed',
      kind: 'one-of',
      options: REMOVAL_REASONS,
      text: { id: 'Alasan dikeluarkan', en: 'Reason for removal' },
      sensitivity: 'specific',
      purpose: PURPOSES.identify,
    },
  ],
}
