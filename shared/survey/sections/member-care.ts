import { REFUSED, REFUSED_ALL, type Battery, type Option, type Question, type Rule } from '../question.ts'
import { DIFFICULTY, FUNCTIONS, ILLNESS, INSURANCE, NUTRITION } from '../code-lists.ts'
import type { MemberAnswers } from '../document.ts'
import { PURPOSES } from '../purposes.ts'
import { aged, all, isPresentMember, memberOf, noneOrRefused } from '../rules.ts'

/** The nine functions of the list as fields of a member, in the list's order. */
export const FUNCTION_FIELDS = {
  penglihatan: 'seeing',
  pendengaran: 'hearing',
  berjalan_naik_tangga: 'walking',
  menggerakkan_tangan_jari: 'hands',
  belajar_intelektual: 'learning',
  pengendalian_perilaku: 'behaviour',
  bicara_komunikasi: 'speaking',
  mengurus_diri: 'selfCare',
  mengingat_berkonsentrasi: 'remembering',
} as const satisfies Record<string, keyof MemberAnswers>

const FUNCTION_BATTERY: Battery = {
  key: 'functions',
  text: { id: 'Apakah ada kesulitan …', en: 'Is there any difficulty in …' },
  rest: {
    key: 'tidak',
    text: { id: 'Tidak ada kesulitan sama sekali', en: 'No difficulty in any of these' },
  },
  refusal: {
    key: REFUSED.key,
    text: { id: 'Menolak menjawab semuanya', en: 'Refuses to answer any of these' },
  },
}

// Ages are our own choice. Younger children cannot yet do what the functions ask for.
const hasFunctions = aged(2)
const mayBePregnant: Rule = (scope) => aged(10, 54)(scope) && memberOf(scope).sex === 'P'
const isUnderFive = aged(0, 4)

const isPregnant: Rule = (scope) => memberOf(scope).pregnant === 'ya'

/** "A lot of difficulty" or "cannot do at all": the cut-off of the Washington Group's short set. */
export function isSeriousDifficulty(answer: string | undefined): boolean {
  return answer === 'banyak' || answer === 'tidak_bisa'
}

export const hasSeriousDifficulty: Rule = (scope) =>
  Object.values(FUNCTION_FIELDS).some((field) => isSeriousDifficulty(memberOf(scope)[field]))

/** A chronic illness was named. */
export const isIll: Rule = (scope) =>
  (memberOf(scope).illnesses ?? []).some((key) => key !== 'tidak_ada' && key !== 'menolak')

const isInsured: Rule = (scope) =>
  (memberOf(scope).insurance ?? []).some((key) => key !== 'tidak' && key !== 'menolak')

const standing = (options: readonly Option[], key: string): readonly Option[] =>
  options.map((option) => (option.key === key ? { ...option, alone: true } : option))

function functionQuestion({ key, text }: Option, index: number): Question {
  const field = FUNCTION_FIELDS[key as keyof typeof FUNCTION_FIELDS]
  return {
    path: `members/*/${field}`,
    kind: 'one-of',
    options: [...DIFFICULTY, REFUSED],
    battery: FUNCTION_BATTERY,
    ...(index === 0 ? { heading: { id: 'Kesehatan', en: 'Health' } } : {}),
    text,
    relevant: hasFunctions,
    required: hasFunctions,
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  }
}

/** Disability, illness, pregnancy and health insurance of one member; docs/domain.md sections 3 and 6. */
export const careQuestions: readonly Question[] = [
  ...FUNCTIONS.map(functionQuestion),
  {
    path: 'members/*/device',
    kind: 'yes-no',
    text: { id: 'Punya alat bantu yang dibutuhkan?', en: 'Do they have the device that they need?' },
    help: {
      id: 'Misalnya kacamata, alat bantu dengar, kursi roda, tongkat.',
      en: 'For example glasses, a hearing aid, a wheelchair, a stick.',
    },
    relevant: all(hasFunctions, hasSeriousDifficulty),
    required: all(hasFunctions, hasSeriousDifficulty),
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/illnesses',
    kind: 'many-of',
    options: [...standing(ILLNESS, 'tidak_ada'), REFUSED_ALL],
    text: { id: 'Penyakit menahun', en: 'Chronic illness' },
    help: {
      id: 'Penyakit lain: pilih Lainnya, tanpa menuliskan namanya.',
      en: 'Any other illness: choose Other, without naming it.',
    },
    relevant: isPresentMember,
    required: isPresentMember,
    since: 2,
    checks: noneOrRefused('tidak_ada', (scope) => memberOf(scope).illnesses),
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/treatment',
    kind: 'yes-no',
    text: { id: 'Berobat rutin?', en: 'Regularly treated?' },
    relevant: all(isPresentMember, isIll),
    required: all(isPresentMember, isIll),
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/pregnant',
    kind: 'yes-no',
    text: { id: 'Sedang hamil?', en: 'Pregnant?' },
    relevant: mayBePregnant,
    required: mayBePregnant,
    since: 2,
    group: 'pregnancy',
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/antenatal',
    kind: 'yes-no',
    text: { id: 'Rutin periksa kehamilan?', en: 'Regular antenatal visits?' },
    relevant: all(mayBePregnant, isPregnant),
    required: all(mayBePregnant, isPregnant),
    since: 2,
    group: 'pregnancy',
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/nutrition',
    kind: 'one-of',
    options: [
      ...NUTRITION.map((option) => (option.key === 'tidak_tahu' ? { ...option, quiet: true } : option)),
      REFUSED,
    ],
    text: { id: 'Kondisi gizi menurut catatan', en: 'Nutrition by the records' },
    help: {
      id: 'Menurut buku KIA atau catatan posyandu.',
      en: 'By the mother-and-child book or the posyandu’s record.',
    },
    relevant: isUnderFive,
    required: isUnderFive,
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/insurance',
    kind: 'many-of',
    options: [...standing(INSURANCE, 'tidak'), REFUSED_ALL],
    heading: { id: 'Jaminan dan bantuan', en: 'Insurance and help' },
    text: { id: 'Jaminan kesehatan', en: 'Health insurance' },
    relevant: isPresentMember,
    required: isPresentMember,
    since: 2,
    group: 'insurance',
    checks: noneOrRefused('tidak', (scope) => memberOf(scope).insurance),
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
  {
    path: 'members/*/insuranceActive',
    kind: 'yes-no',
    text: { id: 'Masih aktif?', en: 'Still active?' },
    relevant: all(isPresentMember, isInsured),
    required: all(isPresentMember, isInsured),
    since: 2,
    group: 'insurance',
    sensitivity: 'specific',
    purpose: PURPOSES.health,
  },
]
