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

/**
 * A household as the list knows it: one family, and its people in order. What the list leaves blank is no answer.
 * @param persons of one KK, the one whose place counts first
 * @param ids theirs, in the same order
 */
export function documentOfList(
  family: FamilyId,
  persons: readonly ListedPerson[],
  ids: readonly PersonId[],
): { readonly document: SurveyDocument; readonly kept: ProtectedPersons } {
  const members: Record<string, MemberAnswers> = {}
  const kept: Record<string, ProtectedPerson> = {}
  for (const [index, person] of persons.entries()) {
    const id = ids[index] ?? ''
    members[id] = memberOf(person, family, index + 1)
    kept[id] = {
      ministryId: person.ministryId,
      motherName: person.motherName,
      birthPlace: person.birthPlace,
    }
  }
  const [first] = persons
  const location = first
    ? {
        kelurahan: first.kelurahan,
        rw: first.rw,
        rt: first.rt,
        ...(first.address === '' ? {} : { address: first.address }),
      }
    : {}
  const families = { [family]: { order: 1, kk: first?.kk ?? '' } }
  return { document: { ...EMPTY_DOCUMENT, location, families, members }, kept }
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
