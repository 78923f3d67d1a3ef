import type { Sex } from '../../../shared/population/nik.ts'
import { drawName } from './person-name.ts'
import type { Random } from './random.ts'

export type Person = {
  readonly name: string
  readonly sex: Sex
  /** full years on the list's date */
  readonly age: number
  readonly relationship: string
  readonly motherName: string
}

type Kind = 'single' | 'couple' | 'parents' | 'single-parent' | 'with-elder' | 'with-grandchild'

// Shares chosen so that a family has about 3.2 people (docs/domain.md section 7).
const KINDS: readonly (readonly [Kind, number])[] = [
  ['single', 11],
  ['couple', 13],
  ['parents', 52],
  ['single-parent', 10],
  ['with-elder', 7],
  ['with-grandchild', 7],
]
const CHILDREN: readonly (readonly [number, number])[] = [
  [1, 45],
  [2, 37],
  [3, 14],
  [4, 4],
]

/** People of one family, the head first. */
export function drawFamily(random: Random): readonly Person[] {
  const kind = random.weighted(KINDS)
  switch (kind) {
    case 'single': {
      const age = random.int(22, 88)
      return [person(random, random.chance(age > 60 ? 0.25 : 0.6) ? 'L' : 'P', age, 'KEPALA KELUARGA')]
    }
    case 'couple':
      return drawCouple(random, random.int(23, 82))
    case 'parents': {
      const couple = drawCouple(random, random.int(25, 58))
      return [...couple, ...drawChildren(random, couple)]
    }
    case 'single-parent': {
      const sex = random.chance(0.82) ? 'P' : 'L'
      const parent = person(random, sex, random.int(24, 62), 'KEPALA KELUARGA')
      return [parent, ...drawChildren(random, [parent])]
    }
    case 'with-elder': {
      const couple = drawCouple(random, random.int(28, 60))
      const elder = Math.min(96, (couple[0]?.age ?? 40) + random.int(19, 34))
      const sex = random.chance(0.7) ? 'P' : 'L'
      return [
        ...couple,
        ...drawChildren(random, couple),
        person(random, sex, elder, random.chance(0.7) ? 'ORANG TUA/MERTUA' : 'ORANG TUA'),
      ]
    }
    case 'with-grandchild':
      return drawThreeGenerations(random)
  }
}

function drawCouple(random: Random, headAge: number): Person[] {
  const wifeAge = Math.max(19, headAge - random.int(-2, 8))
  return [
    person(random, 'L', headAge, 'KEPALA KELUARGA'),
    person(random, 'P', wifeAge, random.chance(0.85) ? 'ISTRI' : 'ISTRI/SUAMI'),
  ]
}

function drawChildren(random: Random, parents: readonly Person[]): Person[] {
  const mother = parents.find(({ sex }) => sex === 'P')
  const father = parents.find(({ sex }) => sex === 'L')
  const parentAge = (mother ?? father)?.age ?? 30
  const ages = Array.from({ length: random.weighted(CHILDREN) }, () =>
    Math.max(0, Math.min(34, parentAge - random.int(19, 38))),
  )
  return ages
    .sort((a, b) => b - a)
    .map((age) => person(random, random.chance(0.51) ? 'L' : 'P', age, 'ANAK', mother?.name, father?.name))
}

function drawThreeGenerations(random: Random): readonly Person[] {
  const couple = drawCouple(random, random.int(48, 78))
  const childAge = Math.min(45, Math.max(20, (couple[1]?.age ?? 50) - random.int(20, 30)))
  const [sex, other] = random.chance(0.5) ? (['L', 'P'] as const) : (['P', 'L'] as const)
  const child = person(random, sex, childAge, 'ANAK', couple[1]?.name, couple[0]?.name)
  const inLaw = person(random, other, Math.max(19, childAge + random.int(-3, 4)), 'MENANTU')
  const [mother, father] = sex === 'P' ? [child, inLaw] : [inLaw, child]
  const grandchild = person(
    random,
    random.chance(0.51) ? 'L' : 'P',
    Math.max(0, mother.age - random.int(19, 26)),
    'CUCU',
    mother.name,
    father.name,
  )
  return [...couple, child, inLaw, grandchild]
}

function person(
  random: Random,
  sex: Sex,
  age: number,
  relationship: string,
  motherName?: string,
  fatherName?: string,
): Person {
  const name = drawName(random, sex, age, fatherName)
  return { name, sex, age, relationship, motherName: motherName ?? drawName(random, 'P', age + 25) }
}
