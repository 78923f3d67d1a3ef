import { expect, onTestFinished, test } from 'vitest'
import { field } from '../../tests/support/field.ts'
import { lacksDemo, seedDemo } from './seed.ts'

test('a demo that was not published says so, and is made again without a second account', async () => {
  const town = field()
  onTestFinished(() => town.end())
  expect(lacksDemo(town.server)).toBe(true)
  const broken = {
    ...town.server,
    imports: { ...town.server.imports, find: () => null },
  }
  await expect(seedDemo(broken)).rejects.toThrow('was not published')
  const forget = town.server.database.command(`update snapshot set state = 'failed', published_seq = null`)
  town.server.database.write((tx) => forget(tx))
  expect(lacksDemo(town.server)).toBe(true)
  await seedDemo(town.server)
  expect(town.server.accounts.count()).toBe(5)
  expect(town.server.imports.list().map(({ state }) => state)).toEqual(['published', 'failed'])
  expect(lacksDemo(town.server)).toBe(false)
})

test('an office with accounts of its own and no list yet lacks no demo', async () => {
  const town = field()
  onTestFinished(() => town.end())
  await town.account('admin', 'city-admin')
  expect(lacksDemo(town.server)).toBe(false)
})
