import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { familyCard, ordinaryFamily } from '../../tests/support/families.ts'
import { openPhone, stateLine } from '../../tests/support/people.ts'
import type { Suite } from '../figure.ts'
import { measureColdStart } from '../phone/cold-start.ts'
import { sendDrafts } from '../phone/drafts.ts'
import { startField } from '../phone/field-server.ts'
import { measureSearch } from '../phone/search.ts'
import { SLOWED, slowingReached, startPhone } from '../phone/slow-phone.ts'
import { cardNumber, measureSubmitting, measureSurvey } from '../phone/survey.ts'

const HOUSEHOLDS = 2000
const FAMILY = 8
/** Its numbers are not among those of the generated list. */
const SERIES = 9
/** People who live alone, each to be submitted. */
const ALONE = [1, 2, 3, 4, 5, 6, 7, 8]
const STARTS = 7

/** What an enumerator waits for on a cheap phone in the field, without a network, with 2,000 households. */
export const suite: Suite = {
  name: 'phone',
  async run(report) {
    execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: ['ignore', 2, 2] })
    const survey = ordinaryFamily(FAMILY, { series: SERIES })
    const listed = familyCard(FAMILY, SERIES)
    const place = survey.location.position ?? ''
    const profile = mkdtempSync(join(tmpdir(), 'yesjitu-phone-'))
    const alone = ALONE.map((series) => familyCard(1, series))
    const cards = alone.map(cardNumber)
    const server = await startField(HOUSEHOLDS, [listed, ...alone])
    try {
      await sendDrafts(server, cards)
      const first = await startPhone(profile, { place, slowed: 1 })
      await openPhone(first.page, server.url, 'rina')
      await expect(stateLine(first.page)).toContainText('semua terkirim', { timeout: 120_000 })
      await first.context.close()

      report({
        name: 'offline cold start to the list',
        unit: 'ms',
        samples: await measureColdStart(profile, { place, url: server.url, starts: STARTS }),
        reach: { atMost: 1500 },
      })
      const phone = await startPhone(profile, { place })
      try {
        await phone.context.setOffline(true)
        await phone.page.goto(server.url)
        report({
          name: `slowing reached of ${SLOWED}`,
          unit: 'ratio',
          samples: await slowingReached(phone),
        })
        await measureSearch(phone.page, report)
        await measureSurvey(phone.page, { survey, listed }, report)
        await measureSubmitting(phone.page, cards, report)
      } finally {
        await phone.context.close()
      }
    } finally {
      await server.end()
      rmSync(profile, { recursive: true, force: true })
    }
  },
}
