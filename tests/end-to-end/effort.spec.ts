import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { nameOf } from '../../shared/survey/document.ts'
import { FORM_VERSION } from '../../shared/survey/form-version.ts'
import { placeOf } from '../support/answer-controls.ts'
import { chromiumOptions } from '../support/chromium.ts'
import { familyCard, oddIn, ordinaryFamily } from '../support/families.ts'
import { createHand, type Effort, type Hand } from '../support/hand.ts'
import { importList } from '../support/import-list.ts'
import { householdLinks, openPhone, PHONE, stateLine } from '../support/people.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { fillSurvey, submit } from '../support/survey-pages.ts'

// Scrolling is not counted. Quick ways are taken where the screens offer them, and nothing else is typed than
// what a family card and a talk at the door bring.
type Recorded = Effort & {
  /** why this version of the questionnaire takes so much, or more than the one before */
  readonly reason: string
}

/** What each version of the questionnaire takes at most, by version and case. */
const RECORDED = JSON.parse(readFileSync(new URL('effort.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Recorded>>>
>

const PLACE = placeOf(ordinaryFamily(4).location.position ?? '')

test.describe.configure({ timeout: 300_000 })
test.use({
  viewport: PHONE,
  permissions: ['geolocation', 'camera'],
  geolocation: PLACE,
  launchOptions: {
    ...chromiumOptions,
    args: [
      ...(chromiumOptions.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
})

let server: ServerProcess
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.end())

for (const [series, size] of [4, 8].entries()) {
  test(`a new household of ${size} takes no more than was recorded`, async ({ page }) => {
    const survey = ordinaryFamily(size, { series })
    expect(oddIn(survey)).toEqual([])
    await openPhone(page, server.url, 'rina')
    const hand = createHand(page)
    await addHousehold(hand, survey.location)
    await fillSurvey(page, { survey, photos: 'taken' }, hand)
    await submit(hand)
    judge(`new household of ${size}`, hand.effort())
  })

  test(`a listed household of ${size}, its members confirmed, takes no more than was recorded`, async ({
    page,
  }) => {
    const survey = ordinaryFamily(size, { series: 2 + series })
    const listed = familyCard(size, 2 + series)
    await importList(server, listed, `2025-11-0${size}`)
    await openPhone(page, server.url, 'rina')
    await expect(stateLine(page)).toContainText('semua terkirim')
    const hand = createHand(page)
    await openListed(hand, nameOf(listed))
    await fillSurvey(page, { survey, listed, photos: 'taken' }, hand)
    await submit(hand)
    judge(`listed household of ${size}`, hand.effort())
  })
}

function judge(of: string, effort: Effort): void {
  const { taps, characters, screens } = effort
  const figures = `${taps} taps, ${characters} characters, ${screens} screens`
  process.stdout.write(`form ${FORM_VERSION}, ${of}: ${figures}\n`)
  const recorded = RECORDED[FORM_VERSION]?.[of]
  const advice = `${of}: record the new figures in effort.json, with the reason for raising them`
  expect(recorded, advice).toBeDefined()
  expect(recorded?.reason, advice).not.toBe('')
  for (const what of ['taps', 'characters', 'screens'] as const)
    expect(effort[what], `${what} of a ${advice}`).toBeLessThanOrEqual(recorded?.[what] ?? 0)
}

type Address = ReturnType<typeof ordinaryFamily>['location']

async function addHousehold(hand: Hand, { rw = '', rt = '', address = '' }: Address): Promise<void> {
  const { page } = hand
  await hand.tap(page.getByRole('link', { name: 'Rumah baru', exact: true }))
  await hand.arrive(page.getByRole('heading', { name: 'Rumah baru', level: 1 }))
  const kelurahan = page.getByRole('combobox', { name: 'Kelurahan' })
  if ((await kelurahan.inputValue()) === '') await hand.pick(kelurahan, 'Sukarasa')
  await hand.type(page.getByRole('textbox', { name: 'RW' }), String(Number(rw)))
  await hand.type(page.getByRole('textbox', { name: 'RT' }), String(Number(rt)))
  await hand.type(page.getByRole('textbox', { name: 'Alamat' }), address)
  await hand.tap(page.getByRole('button', { name: 'Mulai survei' }))
  await hand.arrive(page.getByRole('heading', { name: 'Kunjungan', level: 2, exact: true }))
}

/** Found by scrolling or by eye: what that takes depends on the day. */
async function openListed(hand: Hand, name: string): Promise<void> {
  const { page } = hand
  await hand.tap(householdLinks(page).filter({ hasText: name }).first())
  await hand.arrive(page.getByRole('heading', { name: 'Kunjungan', level: 2, exact: true }))
}
