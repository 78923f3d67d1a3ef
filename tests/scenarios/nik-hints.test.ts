import { v5 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Browser } from '../support/browser-session.ts'
import { field, KELURAHAN, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import type { KelurahanCode } from '../../shared/population/area.ts'
import { nikHintOf, nikHintsSchema, readHints, type NikHints } from '../../shared/sync/nik-hint.ts'
import { entriesOf, type MemberAnswers } from '../../shared/survey/document.ts'
import type { HouseholdRecord } from '../../shared/sync/protocol.ts'

const OTHER_KELURAHAN = '32.73.01.1002' as KelurahanCode

let town: Field
beforeEach(() => {
  town = field()
})
afterEach(() => town.end())

async function hintsFor(browser: Browser): Promise<readonly NikHints[]> {
  const response = await browser.get('/api/nik-hints')
  expect(response.status).toBe(200)
  return nikHintsSchema.parse(await response.json()).kelurahan
}

const niksOf = ({ known }: HouseholdRecord) =>
  entriesOf<MemberAnswers>(known.members).map(([, { nik = '' }]) => nik)

function isHinted({ key, hints }: NikHints, nik: string): boolean {
  return readHints(hints).has(nikHintOf((name, namespace) => v5(name, namespace), key, nik))
}

test('[N9] a phone gets hints of all NIK of the RW that it does not hold, and of no other', async () => {
  await town.account('rina', 'enumerator', '005')
  const own = listedHousehold('Siti Aminah', '005')
  const other = listedHousehold('Dedeh Kurniasih', '006')
  town.publish([own, other])
  const [hints, ...rest] = await hintsFor(await town.browser('rina'))
  expect(rest).toEqual([])
  expect(hints?.code).toBe(KELURAHAN)
  expect(hints?.hints).toMatch(/^[0-9a-f]{10}$/)
  expect(niksOf(other).map((nik) => hints && isHinted(hints, nik))).toEqual([true, true])
  expect(niksOf(own).map((nik) => hints && isHinted(hints, nik))).toEqual([false, false])
})

test('[N9] who was surveyed elsewhere is hinted at, and who was removed there is not', async () => {
  await town.account('rina', 'enumerator', '005')
  await town.account('asep', 'enumerator', '006')
  const other = listedHousehold('Dedeh Kurniasih', '006')
  town.publish([other])
  const browser = await town.browser('rina')
  const before = (await hintsFor(browser))[0]
  const found = '3273014107900007'
  expect(before && isHinted(before, found)).toBe(false)

  const asep = await town.phone('asep')
  await asep.sync()
  const [member = ''] = Object.keys(other.known.members)
  const change = asep.change(other.id, {
    [`members/${member}/nik`]: { from: null, to: found },
    [`members/${member}/removed`]: { from: null, to: 'pindah' },
  })
  await asep.sync(change)
  const gone = (await hintsFor(browser))[0]
  expect(gone && isHinted(gone, found)).toBe(false)

  await asep.sync(asep.change(other.id, { [`members/${member}/removed`]: { from: 'pindah', to: null } }))
  const after = (await hintsFor(browser))[0]
  expect(after && isHinted(after, found)).toBe(true)
  expect(after?.key).toBe(before?.key)
})

test('[N9] who holds the whole kelurahan needs no hints, and the key of one kelurahan opens no other', async () => {
  await town.account('rina', 'enumerator')
  const siti = await town.account('siti', 'enumerator', '005')
  town.publish([listedHousehold('Dedeh Kurniasih', '006')])
  expect(await hintsFor(await town.browser('rina'))).toEqual([])
  town.server.database.write((tx) =>
    town.server.scopes.give(tx, { account: siti, kelurahan: OTHER_KELURAHAN, rw: '001' }, siti),
  )
  const hints = await hintsFor(await town.browser('siti'))
  expect(new Set(hints.map(({ key }) => key)).size).toBe(2)
})
