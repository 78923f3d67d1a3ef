import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { knownAfterJoins } from '../../../shared/survey/families.ts'
import { familiesOf } from '../../../shared/register/household.ts'
import { foldHousehold } from '../../../shared/register/fold.ts'
import { unansweredProblems } from '../../../shared/welfare/known-problems.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'
import { familyLines, isLastOf, joinFamilies, moveMember, undoOf } from './family-edits.ts'
import { newMember } from './member-edits.ts'

/** of the ordinary catalogue */
const CODE = 'kota.kebutuhan_pangan'

const apply = (document: SurveyDocument, edits: readonly Edit[]) =>
  withAnswers(
    document,
    edits.map(({ path, to }) => [path, to] as const),
  )

/** Two cards in one house: Aminah with Bayu and Citra, Dedi alone. */
const house: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  families: { f1: { order: 1, kk: '3273012304100001' }, f2: { order: 2, kk: '3273012304100002' } },
  members: {
    m1: { order: 1, family: 'f1', name: 'Aminah', relationship: 'kepala' },
    m2: { order: 2, family: 'f1', name: 'Bayu', relationship: 'anak' },
    m3: { order: 3, family: 'f1', name: 'Citra', relationship: 'anak', removed: 'pindah' },
    m4: { order: 4, family: 'f2', name: 'Dedi', relationship: 'kepala' },
  },
  problems: { p1: { subject: 'family:f1' }, p2: { subject: 'family:f2' } },
}

/** Who stands with whom: each family shown, with its members. */
const families = (document: SurveyDocument, known = EMPTY_DOCUMENT) =>
  Object.fromEntries(
    familyLines(document, known).map(({ id, lines }) => [id, lines.map((line) => line.id).sort()]),
  )

test('a family goes by its head, and shows its people, removed ones too', () => {
  expect(familyLines(house, EMPTY_DOCUMENT).map(({ name }) => name)).toEqual(['Aminah', 'Dedi'])
  expect(families(house)).toEqual({ f1: ['m1', 'm2', 'm3'], f2: ['m4'] })
})

test('who names no family stands with the first one', () => {
  const document = apply(house, [{ path: 'members/m4/family', to: null }])
  expect(families(document)).toEqual({ f1: ['m1', 'm2', 'm3', 'm4'], f2: [] })
})

test('a member who moves to a new family begins it, and is asked again what they are to its head', () => {
  const document = apply(house, moveMember('m2', 'f9', house, EMPTY_DOCUMENT))
  expect(document.members['m2']).toEqual({ order: 2, family: 'f9', name: 'Bayu' })
  expect(document.families['f9']).toEqual({ order: 3 })
  expect(families(document)).toEqual({ f1: ['m1', 'm3'], f2: ['m4'], f9: ['m2'] })
})

test('joining moves all people and problems; the family that ends keeps its card and its reason', () => {
  const document = apply(house, joinFamilies('f1', 'f2', house, EMPTY_DOCUMENT))
  expect(families(document)).toEqual({ f2: ['m1', 'm2', 'm3', 'm4'] })
  expect(document.families['f1']).toEqual({ order: 1, kk: '3273012304100001', removed: 'digabung' })
  expect(document.members['m3']).toMatchObject({ family: 'f2', removed: 'pindah' })
  expect(document.members['m4']?.relationship).toBe('kepala')
  expect(document.problems['p1']?.subject).toBe('family:f2')
})

test('the last one to leave takes the family along', () => {
  const document = apply(house, moveMember('m4', 'f1', house, EMPTY_DOCUMENT))
  expect(document.families['f2']?.removed).toBe('digabung')
  expect(families(document)).toEqual({ f1: ['m1', 'm2', 'm3', 'm4'] })
})

test('the last one of a family begins no new one: the card would be lost', () => {
  expect(moveMember('m4', 'f9', house, EMPTY_DOCUMENT)).toEqual([])
  const [first, second] = familyLines(house, EMPTY_DOCUMENT)
  expect(first && isLastOf(first, 'm1')).toBe(false)
  expect(second && isLastOf(second, 'm4')).toBe(true)
})

test('a family with somebody who is not settled does not end: nobody said that they are here', () => {
  const listed = { ...house, members: { ...house.members, m5: { family: 'f2', name: 'Engkos' } } }
  expect(joinFamilies('f2', 'f1', house, listed)).toEqual([])
  expect(families(house, listed)).toEqual({ f1: ['m1', 'm2', 'm3'], f2: ['m4', 'm5'] })
})

test('a joined family shows again once another phone put somebody into it', () => {
  const joined = apply(house, joinFamilies('f2', 'f1', house, EMPTY_DOCUMENT))
  const merged = apply(joined, newMember('m6', 'f2', house, EMPTY_DOCUMENT).slice(0, 2))
  expect(families(merged)['f2']).toEqual(['m6'])
})

type Act = { readonly kind: 'move' | 'join'; readonly who: number; readonly to: number }

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('move', 'join'),
  who: fc.nat(3),
  to: fc.nat(3),
})
const FAMILIES = ['f1', 'f2', 'f3', 'f4']
const MEMBERS = ['m1', 'm2', 'm3', 'm4']
const editsOf = ({ kind, who, to }: Act, document: SurveyDocument) =>
  kind === 'move'
    ? moveMember(MEMBERS[who] ?? '', FAMILIES[to] ?? '', document, EMPTY_DOCUMENT)
    : joinFamilies(FAMILIES[who] ?? '', FAMILIES[to] ?? '', document, EMPTY_DOCUMENT)

test('whatever is moved and joined, nobody is lost and nothing else is changed', () => {
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const document = acts.reduce((before, each) => apply(before, editsOf(each, before)), house)
      expect(Object.values(families(document)).flat().sort()).toEqual(MEMBERS)
      for (const id of MEMBERS) {
        const { family: _, relationship: __, ...kept } = document.members[id] ?? {}
        expect(house.members[id]).toMatchObject(kept)
      }
      expect(document.families['f1']?.kk).toBe(house.families['f1']?.kk)
    }),
  )
})

test('a split that is joined again gives the same families', () => {
  fc.assert(
    fc.property(fc.array(act), fc.nat(2), (acts, who) => {
      const before = acts.reduce((document, each) => apply(document, editsOf(each, document)), house)
      const member = MEMBERS[who] ?? ''
      const from = before.members[member]?.family ?? ''
      fc.pre(before.members[member]?.removed === undefined)
      const split = apply(before, moveMember(member, 'f9', before, EMPTY_DOCUMENT))
      const joined = apply(split, joinFamilies('f9', from, split, EMPTY_DOCUMENT))
      expect(families(joined)).toEqual(families(before))
      expect(joined.families[from]?.removed).toBeUndefined()
    }),
  )
})

test('undoing takes everything back', () => {
  fc.assert(
    fc.property(fc.array(act), act, (acts, last) => {
      const before = acts.reduce((document, each) => apply(document, editsOf(each, document)), house)
      const edits = editsOf(last, before)
      expect(apply(apply(before, edits), undoOf(edits, before))).toEqual(before)
    }),
  )
})

/** The house as the register knows it, all of its people met again. */
const knownHouse: SurveyDocument = {
  ...house,
  members: { ...house.members, m3: { order: 3, family: 'f1', name: 'Citra', relationship: 'anak' } },
  problems: {
    p1: { order: 1, subject: 'family:f1', code: CODE, severity: 'sedang' },
    p2: { order: 2, subject: 'family:f2', code: CODE, severity: 'sedang' },
    p3: { order: 3, subject: 'household', code: CODE, severity: 'sedang' },
  },
}
const metAgain: SurveyDocument = {
  ...knownHouse,
  problems: {},
  visits: { v1: { order: 1, at: '2026-11-23T02:00:00Z', form: 2, result: 'selesai' } },
}

test('whatever is moved and joined, no problem that was known is lost, and each is asked about where its people are', () => {
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const document = acts.reduce((before, each) => apply(before, editsOf(each, before)), metAgain)
      const now = knownAfterJoins(document, knownHouse)
      expect(unansweredProblems(document, now, []).map(([id]) => id)).toEqual(['p1', 'p2', 'p3'])
      const folded = foldHousehold({ document: knownHouse, state: 'present', goneReason: null }, document)
      expect(Object.keys(folded.document.problems)).toEqual(['p1', 'p2', 'p3'])
      const homes = [undefined, ...familiesOf(folded.document).map(({ id }) => `family:${id}`)]
      for (const { subject } of Object.values(folded.document.problems)) {
        expect(homes).toContain(subject === 'household' ? undefined : subject)
      }
    }),
  )
})

test('a joined family brings the help that it gets; that it gets none says nothing of the other', () => {
  const aided = (f1?: readonly string[], f2?: readonly string[]) => {
    const cards = {
      f1: { order: 1, ...(f1 && { aid: f1 }) },
      f2: { order: 2, ...(f2 && { aid: f2 }) },
    }
    const document = { ...house, families: cards }
    return apply(document, joinFamilies('f1', 'f2', document, EMPTY_DOCUMENT)).families['f2']?.aid
  }
  expect(aided(['pkh', 'sembako'], ['sembako'])).toEqual(['sembako', 'pkh'])
  expect(aided(['pkh'], ['tidak_ada'])).toEqual(['pkh'])
  expect(aided(['tidak_ada'], ['pkh'])).toEqual(['pkh'])
  expect(aided(['tidak_ada'], ['tidak_ada'])).toEqual(['tidak_ada'])
  expect(aided(['pkh'])).toEqual(['pkh'])
  expect(aided(['tidak_ada'])).toBeUndefined()
})
