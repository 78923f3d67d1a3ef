import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase, type Database } from '../../database/database.ts'
import { createAliasStore } from '../../records/alias-store.ts'
import { createChangeLog } from '../../records/change-log.ts'
import { createFeed } from '../../records/feed.ts'
import { createHouseholdPlaces } from '../../records/household-places.ts'
import { createHouseholdStore } from '../../records/household-store.ts'
import { createOverlapStore } from '../../records/overlap-store.ts'
import { createScopeStore } from '../../records/scope-store.ts'
import { createSurveyStore } from '../../records/survey-store.ts'
import { createDeviceStore } from './device-store.ts'
import { createNewsReader } from './news.ts'
import { createQuarantineStore } from './quarantine-store.ts'
import { createStreamDigests } from './stream-digests.ts'

const LARGE =
  /^SCAN (survey|change|feed|quarantine|conflict|overlap|listed_household|listed|register_household|old|s|r)\b/

test('no statement that a sync may run reads a whole table of the city', () => {
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-statements-'))
  const path = join(directory, 'yesjitu.sqlite')
  const database = openDatabase(path, () => new Date())
  const statements = new Set<string>()
  const noting: Database = {
    ...database,
    query: (sql) => {
      statements.add(sql)
      return database.query(sql)
    },
    command: (sql) => {
      statements.add(sql)
      return database.command(sql)
    },
  }
  const households = createHouseholdStore(noting)
  const feed = createFeed(noting)
  const surveys = createSurveyStore(noting, feed)
  const places = createHouseholdPlaces(noting, { households, feed })
  createNewsReader(noting, { households, surveys, places, aliases: createAliasStore(noting) })
  for (const create of [
    createChangeLog,
    createOverlapStore,
    createScopeStore,
    createDeviceStore,
    createQuarantineStore,
    createStreamDigests,
  ])
    create(noting)
  const raw = new BetterSqlite3(path)
  const whole = [...statements].flatMap((sql) => {
    const explain = raw.prepare<[], { detail: string }>(`explain query plan ${sql.replace(/\?\d*/g, "'1'")}`)
    return explain.all().flatMap(({ detail }) => (LARGE.test(detail) ? [`${detail}: ${sql}`] : []))
  })
  raw.close()
  database.close()
  rmSync(directory, { recursive: true })
  expect(statements.size).toBeGreaterThan(30)
  expect(whole).toEqual([])
})
