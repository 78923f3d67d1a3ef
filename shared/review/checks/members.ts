import { ageInYears } from '../../population/age.ts'
import { withConfirmations } from '../../survey/confirmations.ts'
import type { MemberAnswers } from '../../survey/document.ts'
import { peopleByFamily } from '../../survey/families.ts'
import { reasonText } from '../../survey/reason-phrases.ts'
import type { Text } from '../../text.ts'
import { NIK_ELSEWHERE, type QualityCase, type QualityFlag } from '../quality-flag.ts'

/** Fewer years between parent and child are hardly true; our own choice. */
const LEAST_YEARS_TO_CHILD = 12
/** Marriage needs 19 years (UU 16/2019 Art. 7); below this it is more likely a slip than a child marriage. Our own choice. */
const LEAST_AGE_MARRIED = 16
/** Our own choice. */
const LEAST_AGE_HEAD = 15

type Person = {
  readonly id: string
  readonly member: MemberAnswers
  readonly age: number | null
}

/** [Q9] Answers about the members of one family that can hardly all be true; each at one member's question. */
export function contradictions({ document, visitDate }: QualityCase): readonly QualityFlag[] {
  return [...peopleByFamily(document).values()].flatMap((people) => {
    const family = people.map(([id, member]): Person => {
      const { birthDate } = member
      return { id, member, age: birthDate === undefined ? null : ageInYears(birthDate, visitDate) }
    })
    return [...coupleFlags(family), ...generationFlags(family), ...family.flatMap(ownFlags)]
  })
}

function coupleFlags(family: readonly Person[]): readonly QualityFlag[] {
  const head = family.find(({ member }) => member.relationship === 'kepala')
  const spouses = family.filter(({ member }) => member.relationship === 'pasangan')
  const flags = [head, ...(spouses.length > 0 ? spouses : [])].flatMap((one) => {
    const marriage = one?.member.marriage
    if (!one || spouses.length === 0 || marriage === undefined || marriage === 'kawin') return []
    const isHead = one === head
    return flag(one.id, 'marriage', {
      id: isHead
        ? 'Ada istri/suami, tetapi tidak tercatat kawin'
        : 'Istri/suami, tetapi tidak tercatat kawin',
      en: isHead ? 'Has a spouse here, but is not married' : 'A spouse, but not married',
    })
  })
  const sexed = spouses.filter(({ member }) => member.sex !== undefined && member.sex === head?.member.sex)
  return [
    ...flags,
    ...sexed.flatMap(({ id }) =>
      flag(id, 'sex', {
        id: 'Jenis kelamin sama dengan kepala keluarga',
        en: 'Has the same sex as the family head',
      }),
    ),
    ...spouses.slice(1).flatMap(({ id }) =>
      flag(
        id,
        'relationship',
        {
          id: `${spouses.length} istri/suami dalam satu keluarga`,
          en: `${spouses.length} spouses in one family`,
        },
        { spouses: spouses.length },
      ),
    ),
  ]
}

/** Years that a relative has to be younger than the head; negative where older. */
const YOUNGER_BY: Readonly<Record<string, number>> = {
  anak: LEAST_YEARS_TO_CHILD,
  cucu: 2 * LEAST_YEARS_TO_CHILD,
}

function generationFlags(family: readonly Person[]): readonly QualityFlag[] {
  const headAge = family.find(({ member }) => member.relationship === 'kepala')?.age ?? null
  if (headAge === null) return []
  return family.flatMap(({ id, member, age }) => {
    if (age === null) return []
    const least = YOUNGER_BY[member.relationship ?? '']
    // A parent-in-law may be any years older than the head, but hardly younger.
    const isTooYoungParent = member.relationship === 'orang_tua_mertua' && age <= headAge
    if (!isTooYoungParent && (least === undefined || headAge - age >= least)) return []
    return flag(
      id,
      'birthDate',
      {
        id: `Umur ${age} tahun, kepala keluarga ${headAge} tahun`,
        en: `${age} years old, the family head ${headAge}`,
      },
      { age, headAge },
    )
  })
}

function ownFlags({ id, member, age }: Person): readonly QualityFlag[] {
  if (age === null) return []
  const isMarried = member.marriage !== undefined && member.marriage !== 'belum_kawin'
  return [
    ...(isMarried && age < LEAST_AGE_MARRIED
      ? flag(id, 'marriage', { id: `Kawin pada umur ${age} tahun`, en: `Married at ${age}` }, { age })
      : []),
    ...(member.relationship === 'kepala' && age < LEAST_AGE_HEAD
      ? flag(
          id,
          'relationship',
          { id: `Kepala keluarga berumur ${age} tahun`, en: `A family head of ${age} years` },
          { age },
        )
      : []),
  ]
}

function flag(
  member: string,
  field: keyof MemberAnswers,
  text: Text,
  evidence: QualityFlag['evidence'] = {},
): readonly QualityFlag[] {
  return [{ key: 'contradiction', path: `members/${member}/${field}`, text, evidence }]
}

/**
 * [Q8] A NIK that another household has, too, and why it was let stand. Only the phone sees other households: what
 * its enumerator confirmed tells of it.
 */
export function nikElsewhere({ document }: QualityCase): readonly QualityFlag[] {
  const doubles = [...peopleByFamily(document).values()].flat().map(([id]) => ({
    path: `members/${id}/nik`,
    key: NIK_ELSEWHERE,
    level: 'warning' as const,
    confirmed: null,
  }))
  return withConfirmations(doubles, document).flatMap(({ path, confirmed }) => {
    if (confirmed === null) return []
    const said = reasonText(confirmed)
    const text = {
      id: `NIK ini juga tercatat di rumah lain. Pendata: “${said.id}”`,
      en: `Another house has this NIK, too. The enumerator: “${said.en}”`,
    }
    return [{ key: NIK_ELSEWHERE, path, text, evidence: {} }]
  })
}
