import { expect, test } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { createWriteQueue } from '../../server/database/write-queue.ts'
import { createDeviceStore } from '../../server/features/sync/device-store.ts'
import { createIntake } from '../../server/features/sync/intake.ts'
import { createQuarantineStore } from '../../server/features/sync/quarantine-store.ts'
import type { Actor } from '../../server/platform/actor.ts'
import { createLog } from '../../server/platform/log.ts'
import { createTurnstile } from '../../server/platform/turnstile.ts'
import { createChangeLog } from '../../server/records/change-log.ts'
import { createFeed } from '../../server/records/feed.ts'
import { createHouseholdStore } from '../../server/records/household-store.ts'
import { createOverlapStore } from '../../server/records/overlap-store.ts'
import { createSurveyStore } from '../../server/records/survey-store.ts'
import { completePatch } from '../support/answers.ts'
import { field, KELURAHAN, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'

const COMMIT_MS = 10
const PHONES = 60
/** What a change costs a quiet machine, about. */
const MS_OF_A_PIECE = 0.3

/** The server's intake on a disk that takes its time for each commit. */
function slowIntake({ server }: Field) {
  let commits = 0
  // Counted and not measured: how many share a commit may not go by what else this machine does.
  let looks = 0
  const counted = () => (looks += 1) * MS_OF_A_PIECE
  const turnstile = createTurnstile(counted)
  const database: Database = {
    ...server.database,
    write: (work) => {
      const result = server.database.write((tx) => {
        const done = work(tx)
        const until = performance.now() + COMMIT_MS
        while (performance.now() < until);
        return done
      })
      commits += 1
      return result
    },
  }
  const intake = createIntake({
    database,
    queue: createWriteQueue(database, turnstile.alone, counted),
    turnstile,
    epoch: 'epoch',
    audit: server.audit,
    log: createLog({ LOG_LEVEL: 'silent' }),
    stores: {
      surveys: createSurveyStore(database, createFeed(database)),
      households: createHouseholdStore(database),
      scopes: server.scopes,
      changes: createChangeLog(database),
      overlaps: createOverlapStore(database),
      quarantine: createQuarantineStore(database),
      devices: createDeviceStore(database),
    },
  })
  return { intake, commits: () => commits }
}

test('[S15] sixty phones with one change each share a few commits, and each gets its own result', async () => {
  const town = field()
  const account = await town.account('rina', 'enumerator')
  const households = Array.from({ length: PHONES }, (_, index) => listedHousehold(`Warga ${index}`))
  town.publish(households)
  const { intake, commits } = slowIntake(town)
  const phones = await Promise.all(households.map(() => town.phone('rina')))
  const received = await Promise.all(
    phones.map((phone, index) => {
      const household = households[index] ?? listedHousehold('nobody')
      const actor: Actor = {
        account,
        name: 'rina',
        role: 'enumerator',
        device: phone.device,
        scopeVersion: 2,
        areas: [{ kelurahan: KELURAHAN, rw: null }],
      }
      return intake.receive(actor, [phone.change(household.id, completePatch(household.known))])
    }),
  )
  expect(received.map(({ results }) => results.map(({ outcome, version }) => [outcome, version]))).toEqual(
    phones.map(() => [['applied', 1]]),
  )
  expect(commits()).toBeLessThanOrEqual(PHONES / 6)
  await town.end()
})
