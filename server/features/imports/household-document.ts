import type { FamilyId, PersonId } from '../../../shared/ids.ts'
import { EMPTY_DOCUMENT, type MemberAnswers, type SurveyDocument } from '../../../shared/survey/document.ts'
import type { ListedPerson } from './row-rules.ts'

/** What stays on the server: a mother's maiden name is a banking secret (docs/domain.md section 3). */
export type ProtectedPerson = {
  readonly ministryId: string
  readonly motherName: string
  readonly birthPlace: string
}
export type ProtectedPersons = { readonly [person: string]: ProtectedPerson }

/** A household as one list knows it. */
export type ListedHousehold = { readonly document: SurveyDocument; readonly kept: ProtectedPersons }

/**
 * A household with one more family, and its people in order. What the list leaves blank is no answer. Somebody
 * whom the household has already stays as he is.
 * @param household null for one that begins with this family, and then lies where its first person lies
 * @param persons of one KK
 * @param ids theirs, in the same order
 */
export function addFamily(
  household: ListedHousehold | null,
  family: FamilyId,
  persons: readonly ListedPerson[],
  ids: readonly PersonId[],
): ListedHousehold {
  const [first] = persons
  const { document } = household ?? { document: { ...EMPTY_DOCUMENT, location: locationOf(first) } }
  const members: Record<string, MemberAnswers> = { ...document.members }
  const kept: Record<string, ProtectedPerson> = { ...household?.kept }
  for (const [index, person] of persons.entries()) {
    const id = ids[index] ?? ''
    if (document.members[id]) continue
    members[id] = memberOf(person, family, Object.keys(document.members).length + index + 1)
    kept[id] = {
      ministryId: person.ministryId,
      motherName: person.motherName,
      birthPlace: person.birthPlace,
    }
  }
  const order = Object.keys(document.families).length + 1
  const families = { ...document.families, [family]: { order, kk: first?.kk ?? '' } }
  return { document: { ...document, families, members }, kept }
}

function locationOf(person: ListedPerson | undefined): SurveyDocument['location'] {
  if (!person) return {}
  const { kelurahan, rw, rt, address } = person
  return { kelurahan, rw, rt, ...(address === '' ? {} : { address }) }
}

function memberOf(person: ListedPerson, family: FamilyId, order: number): MemberAnswers {
  const { name, nik, birthDate, sex, relationship } = person
  return {
    order,
    family,
    name,
    ...(nik === null ? {} : { nik }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(sex === null ? {} : { sex }),
    relationship,
  }
}

/** The other way round: the people of a listed household as rows of the list. */
export function personsOfDocument(document: SurveyDocument, kept: ProtectedPersons): readonly ListedPerson[] {
  const { kelurahan = '', rw = '', rt = '', address = '' } = document.location
  return Object.entries(document.members).map(([id, member]) => ({
    ministryId: kept[id]?.ministryId ?? '',
    kelurahan: kelurahan as ListedPerson['kelurahan'],
    rw,
    rt,
    address,
    kk: document.families[member.family ?? '']?.kk ?? '',
    nik: member.nik ?? null,
    name: member.name ?? '',
    birthDate: member.birthDate ?? null,
    birthPlace: kept[id]?.birthPlace ?? '',
    sex: member.sex ?? null,
    motherName: kept[id]?.motherName ?? '',
    relationship: member.relationship ?? 'lainnya',
  }))
}
