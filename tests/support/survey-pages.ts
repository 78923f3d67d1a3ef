import { expect, type Page } from '@playwright/test'
import { readNik } from '../../shared/population/nik.ts'
import { entriesOf, type SurveyDocument } from '../../shared/survey/document.ts'
import { answerAt, pathOf, type Path } from '../../shared/survey/path.ts'
import { isAskedOfPeople, type Question, type SectionKey } from '../../shared/survey/question.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { questionAt, sectionsOf } from '../../shared/survey/questionnaire.ts'
import { EXPECTED_PHOTOS, PHOTO_KINDS } from '../../shared/survey/sections/closing.ts'
import { expectGiven, giveAnswer, giveBattery } from './answer-controls.ts'
import { createHand, type Hand } from './hand.ts'

/** A survey as it is to be told to the phone. */
export type Household = {
  /** all that is answered; ids stand for people and are no matter to the phone */
  readonly survey: SurveyDocument
  /** people whom the list knows, and who are confirmed as they stand there; nobody where left out */
  readonly listed?: SurveyDocument
  /** taken with the camera, or let stand with a reason */
  readonly photos: 'taken' | 'impossible'
}

/** Sections in their order; each is filled from top to bottom. */
const FILLERS: Readonly<Record<SectionKey, (hand: Hand, household: Household) => Promise<void>>> = {
  visit: (hand, { survey }) => fillPlain(hand, survey, 'visit', Object.keys(survey.visits)[0] ?? null),
  location: fillLocation,
  members: fillMembers,
  dwelling: (hand, { survey }) => fillPlain(hand, survey, 'dwelling'),
  assets: (hand, { survey }) => fillPlain(hand, survey, 'assets'),
  economy: (hand, { survey }) => fillPlain(hand, survey, 'economy'),
  problems: () => Promise.resolve(),
  closing: fillClosing,
}

/**
 * Fills a whole survey as a person would, from its first section on, and stops on the last page. Problems are
 * left to the test.
 */
export async function fillSurvey(page: Page, household: Household, hand = createHand(page)): Promise<void> {
  await fillSections(hand, household, { from: 'visit', to: 'closing' })
  await lookOver(hand, household)
}

/** Some sections one after the other, both ends included; the first one stands open. */
export async function fillSections(
  hand: Hand,
  household: Household,
  { from, to }: { readonly from: SectionKey; readonly to: SectionKey },
): Promise<void> {
  const sections = sectionsOf(FORM_VERSION)
  const start = sections.findIndex(({ key }) => key === from)
  const end = sections.findIndex(({ key }) => key === to)
  for (const { key, text } of sections.slice(start, end + 1)) {
    if (key !== from) await nextSection(hand, text.id)
    await FILLERS[key](hand, household)
  }
}

/** Goes on by "Lanjut". */
export async function nextSection(hand: Hand, heading: string): Promise<void> {
  await hand.tap(hand.page.getByRole('button', { name: 'Lanjut', exact: true }))
  await hand.arrive(hand.page.getByRole('heading', { name: heading, level: 2, exact: true }))
}

/** Submits a survey that has nothing missing and nothing odd. */
export async function submit(hand: Hand): Promise<void> {
  await hand.tap(hand.page.getByRole('button', { name: 'Serahkan' }))
  await hand.arrive(hand.page.getByRole('link', { name: 'Rumah baru', exact: true }))
}

async function fillPlain(
  hand: Hand,
  survey: SurveyDocument,
  section: SectionKey,
  entry: string | null = null,
): Promise<void> {
  await fillQuestions(hand, survey, questionsOf(section), entry)
}

function questionsOf(section: SectionKey): readonly Question[] {
  return sectionsOf(FORM_VERSION).find(({ key }) => key === section)?.questions ?? []
}

/** @param given patterns of answers that the screen has already */
async function fillQuestions(
  hand: Hand,
  survey: SurveyDocument,
  questions: readonly Question[],
  entry: string | null,
  given: readonly Path[] = [],
): Promise<void> {
  const asked = questions
    .filter((question) => isAskedOfPeople(question))
    .flatMap((question) => {
      const answer = answerAt(survey, pathOf(question.path, entry))
      return answer === null ? [] : [{ question, answer }]
    })
  const done = new Set<string>()
  for (const { question, answer } of asked) {
    const battery = question.kind === 'one-of' ? question.battery?.key : undefined
    if (given.includes(question.path)) await expectGiven(hand.page, question, answer)
    else if (battery === undefined) await giveAnswer(hand, question, answer)
    else if (!done.has(battery)) {
      done.add(battery)
      await giveBattery(
        hand,
        asked.filter((row) => row.question.kind === 'one-of' && row.question.battery?.key === battery),
      )
    }
  }
}

/** The listed address is still the same; that of a new household was given before. */
async function fillLocation(hand: Hand, { survey, listed }: Household): Promise<void> {
  if (listed)
    await hand.tap(hand.page.getByRole('main').getByRole('button', { name: 'Masih sama', exact: true }))
  const { position, positionMissing } = survey.location
  const place = questionAt('location/position')
  const why = questionAt('location/positionMissing')
  if (!place || !why) throw new Error('the questionnaire asks for no place')
  if (position !== undefined) return giveAnswer(hand, place, position)
  if (positionMissing === undefined) return
  await hand.tap(hand.page.getByRole('button', { name: 'Tanpa lokasi' }))
  await giveAnswer(hand, why, positionMissing)
}

async function fillMembers(hand: Hand, { survey, listed }: Household): Promise<void> {
  const { page } = hand
  const families = questionsOf('members').filter(({ path }) => path.startsWith('families/'))
  const [family = ''] = entriesOf(survey.families).map(([id]) => id)
  const isKk = ({ path }: Question) => path === 'families/*/kk'
  if (listed) {
    for (const [, { name = '' }] of entriesOf(listed.members)) await confirmMember(hand, name)
  } else await fillQuestions(hand, survey, families.filter(isKk), family)
  const members = entriesOf(survey.members)
  for (const [index, [id, { name = '' }]] of members.entries()) {
    if (!listed) await hand.tap(page.getByRole('button', { name: 'Tambah anggota' }))
    else if (index === 0) await hand.tap(page.getByRole('button', { name, exact: true }))
    await expect(page.locator('.entry-open')).toHaveCount(1)
    if (listed)
      await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-expanded', 'true')
    await fillMember(hand, survey, id, listed !== undefined)
    if (listed || index === members.length - 1)
      await hand.tap(page.getByRole('button', { name: new RegExp(`^Selesai.* ${name}$`) }))
  }
  await hand.tap(page.getByRole('button', { name: 'Bantuan untuk keluarga', exact: true }))
  await fillQuestions(
    hand,
    survey,
    families.filter((question) => !isKk(question)),
    family,
  )
  await hand.tap(page.getByRole('button', { name: /^Selesai Bantuan untuk keluarga/ }))
}

async function confirmMember(hand: Hand, name: string): Promise<void> {
  const confirm = hand.page.getByRole('button', { name: `Masih sama ${name}` })
  await hand.tap(confirm)
  await expect(confirm).toHaveCount(0)
}

const IDENTITY = ['name', 'nik', 'nikMissing', 'birthDate', 'sex', 'relationship']

async function fillMember(hand: Hand, survey: SurveyDocument, id: string, isListed: boolean): Promise<void> {
  const { page } = hand
  const member = survey.members[id] ?? {}
  const identity = IDENTITY.map((field) => `members/*/${field}`)
  const questions = questionsOf('members').filter(({ path }) => path.startsWith('members/'))
  if (!isListed) {
    if (member.nik === undefined) await hand.tap(page.getByRole('button', { name: 'Tidak ada NIK?' }))
    const coded = member.nik === undefined ? null : readNik(member.nik, '2999-12-31')
    const told = [coded?.birthDate && 'members/*/birthDate', coded?.sex && 'members/*/sex']
    const asked = questions.filter(({ path }) => identity.includes(path))
    await fillQuestions(
      hand,
      survey,
      asked,
      id,
      told.filter((path) => typeof path === 'string'),
    )
  }
  const others = questions.filter(({ path }) => !identity.includes(path))
  const isInsurance = ({ path }: Question) => /\/(insurance|insuranceActive)$/.test(path)
  await fillQuestions(
    hand,
    survey,
    others.filter((question) => !isInsurance(question)),
    id,
  )
  if (isInsuredAsHead(survey, id))
    await hand.tap(page.getByRole('button', { name: /^Sama dengan kepala keluarga/ }))
  else await fillQuestions(hand, survey, others.filter(isInsurance), id)
}

function isInsuredAsHead({ members }: SurveyDocument, id: string): boolean {
  const [headId, head] = entriesOf(members).find(([, { relationship }]) => relationship === 'kepala') ?? []
  const { insurance, insuranceActive } = members[id] ?? {}
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  return (
    headId !== undefined &&
    headId !== id &&
    isSame(head?.insurance, insurance) &&
    isSame(head?.insuranceActive, insuranceActive)
  )
}

async function fillClosing(hand: Hand, { survey, photos }: Household): Promise<void> {
  for (const kind of photos === 'taken' ? EXPECTED_PHOTOS : []) await takePhoto(hand, photoText(kind))
  const [visit = null] = Object.keys(survey.visits)
  const isPicture = ({ path }: Question) => path.startsWith('attachments/')
  await fillQuestions(
    hand,
    survey,
    questionsOf('closing').filter((question) => !isPicture(question)),
    visit,
  )
}

async function takePhoto(hand: Hand, label: string): Promise<void> {
  const slot = hand.page.getByRole('group', { name: label })
  await hand.tap(slot.getByRole('button', { name: 'Ambil foto' }))
  const camera = hand.page.getByRole('dialog', { name: `Kamera: ${label}` })
  await expect(camera.getByRole('button', { name: 'Ambil foto' })).toBeEnabled()
  await hand.tap(camera.getByRole('button', { name: 'Ambil foto' }))
  await hand.tap(camera.getByRole('button', { name: 'Pakai' }))
  await expect(slot.getByText('Foto tersimpan di ponsel ini')).toBeVisible()
}

/** Goes on to the last page, and says there why there are no pictures. */
export async function lookOver(hand: Hand, { photos }: Pick<Household, 'photos'>): Promise<void> {
  await nextSection(hand, 'Periksa dan serahkan')
  for (const kind of photos === 'impossible' ? EXPECTED_PHOTOS : []) {
    const card = hand.page.getByRole('article', { name: photoText(kind) })
    await hand.tap(card.getByRole('button', { name: 'Kamera bermasalah' }))
    await expect(card).toHaveCount(0)
  }
}

function photoText(kind: string): string {
  return PHOTO_KINDS.find(({ key }) => key === kind)?.text.id ?? ''
}
