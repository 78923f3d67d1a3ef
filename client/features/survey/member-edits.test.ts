import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { documentOf, withAnswers } from '../../../shared/survey/path.ts'
import { firstFamily } from './family-start.ts'
import { isBlank, isOnlyTakenOver, memberLines, newMember, takeOver, withdrawMember } from './member-edits.ts'

const known: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  families: { f1: { order: 1, kk: '3273012304100001' } },
  members: {
    m1: { order: 1, family: 'f1', name: 'Aminah', relationship: 'kepala' },
    m2: { order: 2, family: 'f1', name: 'Bayu', relationship: 'anak' },
  },
}

const after = (edits: ReturnType<typeof takeOver>) =>
  documentOf(edits.map(({ path, to }) => [path, to] as const))

test('taking a listed member over answers who they are, and gives the family its place', () => {
  const document = after(takeOver('m1', EMPTY_DOCUMENT, known))
  expect(document.members).toEqual({ m1: known.members['m1'] })
  expect(document.families).toEqual({ f1: { order: 1 } })
})

test('a state of the last visit is no answer of this one', () => {
  const lasting = {
    order: 1,
    family: 'f1',
    name: 'Aminah',
    nikMissing: 'belum_punya',
    birthDate: '1990-04-12',
    sex: 'P',
    relationship: 'kepala',
    birthRegistered: 'ya',
    certificate: 'sd',
  } as const
  const registered: SurveyDocument = {
    ...known,
    members: {
      m1: {
        ...lasting,
        pregnant: 'ya',
        antenatal: 'tidak',
        worked: 'ya',
        marriage: 'kawin',
        schooling: 'masih',
        seeing: 'banyak',
        illnesses: ['hipertensi'],
        insurance: ['pbi_jkn'],
        aid: ['pkh'],
      },
    },
  }
  expect(after(takeOver('m1', EMPTY_DOCUMENT, registered)).members).toEqual({ m1: lasting })
})

test('who was only taken over can be put back as if nobody had looked; one answer more, and they were asked', () => {
  const document = after(takeOver('m1', EMPTY_DOCUMENT, known))
  expect(isOnlyTakenOver('m1', document, known)).toBe(true)
  expect(isOnlyTakenOver('m2', document, known)).toBe(false)
  expect(isOnlyTakenOver('m1', document, EMPTY_DOCUMENT)).toBe(false)
  const back = withAnswers(
    document,
    withdrawMember('m1', document).map(({ path, to }) => [path, to] as const),
  )
  expect(memberLines(back, known).map(({ standing }) => standing)).toEqual(['unsettled', 'unsettled'])
  const asked = withAnswers(document, [['members/m1/seeing', 'tidak']])
  expect(isOnlyTakenOver('m1', asked, known)).toBe(false)
})

test('a family that was answered already stays as it is', () => {
  const document = { ...EMPTY_DOCUMENT, families: { f1: { order: 7 } } }
  expect(takeOver('m1', document, known).some(({ path }) => path.startsWith('families/'))).toBe(false)
})

test('listed people are unsettled until they are answered or removed, and removed ones keep their place', () => {
  const document: SurveyDocument = {
    ...EMPTY_DOCUMENT,
    members: { m1: { removed: 'pindah' }, m3: { order: 3, name: 'Citra' } },
  }
  expect(memberLines(document, known).map(({ id, standing, member }) => [id, standing, member.name])).toEqual(
    [
      ['m1', 'removed', 'Aminah'],
      ['m2', 'unsettled', 'Bayu'],
      ['m3', 'present', 'Citra'],
    ],
  )
})

test('a new member comes after the last one, in the first family', () => {
  expect(firstFamily(EMPTY_DOCUMENT, known)).toBe('f1')
  expect(after(newMember('m9', 'f1', EMPTY_DOCUMENT, known))).toMatchObject({
    members: { m9: { order: 3, family: 'f1' } },
    families: { f1: { order: 1 } },
  })
})

test('a family that was joined into another comes back with somebody of it', () => {
  const document = { ...EMPTY_DOCUMENT, families: { f1: { order: 1, removed: 'digabung' } } }
  const back = { path: 'families/f1/removed', to: null }
  expect(takeOver('m1', document, known)).toContainEqual(back)
  expect(newMember('m9', 'f1', document, known)).toContainEqual(back)
})

test('where there is no family, the new member begins one', () => {
  expect(firstFamily(EMPTY_DOCUMENT, EMPTY_DOCUMENT)).toBeNull()
  expect(after(newMember('m9', 'f9', EMPTY_DOCUMENT, EMPTY_DOCUMENT))).toMatchObject({
    members: { m9: { order: 1, family: 'f9' } },
    families: { f9: { order: 1 } },
  })
})

test('who was added by mistake goes without a trace; who was listed, or named, does not', () => {
  const added = after(newMember('m9', 'f1', EMPTY_DOCUMENT, known))
  expect(isBlank('m9', added, known)).toBe(true)
  expect(isBlank('m1', EMPTY_DOCUMENT, known)).toBe(false)
  const named = { ...added, members: { m9: { ...added.members['m9'], sex: 'P' as const } } }
  expect(isBlank('m9', named, known)).toBe(false)
  expect(withdrawMember('m9', added)).toEqual([
    { path: 'members/m9/order', to: null },
    { path: 'members/m9/family', to: null },
  ])
})
