import fc from 'fast-check'
import { answersOf } from '../../../shared/survey/path.ts'
import { RWS } from '../world/town.ts'
import { answersTo, MET, QUESTION_COUNT } from './questions.ts'
import { aHouse, aNumber, aPhone, houseOf, of, stepKind } from './step.ts'

/** whom nobody has added yet */
const SOMEBODY = '01960000-0000-7000-8000-000000000000'

const aQuestion = fc.oneof(fc.constantFrom(...MET), fc.nat(QUESTION_COUNT - 1))
const anAnswer = { who: aPhone, house: aHouse, question: aQuestion, number: aNumber }

/** What an enumerator does at a door. */
export const SURVEY_STEPS = {
  answers: stepKind({
    weight: 30,
    args: fc.record({ ...anAnswer, tab: fc.nat(1) }),
    says: ({ who, house, question, number, tab }) =>
      `${who} answers question ${question} of house ${house} with ${number}${tab > 0 ? ' in the second tab' : ''}`,
    takes: (world, { who, house, question, number, tab }) => {
      const person = of(world, who)
      const household = houseOf(world, who, house)
      const [head = SOMEBODY] = person.people(household)
      return person.answers(household, answersTo(question, head, number), person.phone.pages[tab])
    },
  }),
  answersInBothTabs: stepKind({
    weight: 3,
    args: fc.record({ ...anAnswer, other: aQuestion }),
    says: ({ who, house, question, other, number }) =>
      `${who} answers questions ${question} and ${other} of house ${house} in two tabs at once with ${number}`,
    takes: (world, { who, house, question, other, number }) => {
      const person = of(world, who)
      const household = houseOf(world, who, house)
      const [head = SOMEBODY] = person.people(household)
      const [first, second] = person.phone.pages
      return person.answersAtOnce(household, [
        { answers: answersTo(question, head, number), page: first },
        { answers: answersTo(other, head, number + 1), page: second ?? first },
      ])
    },
  }),
  visits: stepKind({
    weight: 9,
    args: fc.record({ who: aPhone, house: aHouse, visit: fc.nat(2) }),
    says: ({ who, house, visit }) => `${who} is refused at house ${house} (visit ${visit}) and submits`,
    takes: async (world, { who, house, visit }) => {
      await of(world, who).visited(houseOf(world, who, house), `01950000-0000-7000-8000-00000000000${visit}`)
      await of(world, who).submits(houseOf(world, who, house))
    },
  }),
  submits: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, house: aHouse }),
    says: ({ who, house }) => `${who} submits house ${house}`,
    takes: (world, { who, house }) => of(world, who).submits(houseOf(world, who, house)),
  }),
  addsMember: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, house: aHouse, number: aNumber }),
    says: ({ who, house, number }) => `${who} adds member ${number} to house ${house}`,
    takes: (world, { who, house, number }) => {
      const member = `members/01960000-0000-7000-8000-${String(number % 4).padStart(12, '0')}`
      return of(world, who).answers(houseOf(world, who, house), [
        [`${member}/order`, 3],
        [`${member}/name`, `Anak ${number}`],
        [`${member}/relationship`, 'anak'],
      ])
    },
  }),
  removesMember: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, house: aHouse, number: aNumber }),
    says: ({ who, house, number }) => `${who} removes member ${number} of house ${house}, with a reason`,
    takes: (world, { who, house, number }) => {
      const people = of(world, who).people(houseOf(world, who, house))
      const member = people[number % Math.max(1, people.length)]
      const reason = ['pindah', 'meninggal', 'ganda', null][number % 4] ?? null
      return member
        ? of(world, who).answers(houseOf(world, who, house), [[`members/${member}/removed`, reason]])
        : 'nobody'
    },
  }),
  withdrawsMember: stepKind({
    weight: 2,
    args: fc.record({ who: aPhone, house: aHouse, number: aNumber }),
    says: ({ who, house, number }) =>
      `${who} takes back member ${number} of house ${house}, added by mistake`,
    takes: (world, { who, house, number }) => {
      const document = of(world, who).phone.pages[0]?.view(houseOf(world, who, house))?.document
      const member = `members/01960000-0000-7000-8000-${String(number % 4).padStart(12, '0')}/`
      const said = document ? [...answersOf(document).keys()].filter((path) => path.startsWith(member)) : []
      return of(world, who).answers(
        houseOf(world, who, house),
        said.map((path) => [path, null]),
      )
    },
  }),
  addsHouse: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, rw: fc.constantFrom(...RWS) }),
    says: ({ who, rw }) => `${who} finds a house in RW ${rw} that is on no list`,
    takes: async (world, { who, rw }) => {
      const added = await of(world, who).addsHouse(rw)
      if (added) world.houses.push(added)
    },
  }),
}
