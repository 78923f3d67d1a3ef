import type { Database, Transaction } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { createFeed } from '../../records/feed.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { addFamily } from './household-document.ts'
import { createKnownIds } from './known-ids.ts'
import { createListedStore } from './listed-store.ts'
import { inShortTransactions } from './short-transactions.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { Staging } from './staging.ts'

const PAGE = 250
const PROGRESS_EVERY_MS = 300

/**
 * Writes the staged households under their snapshot, unseen, and then publishes them all by one row. Phones find
 * the list by its number; nothing is announced household by household.
 */
export async function publishList(
  database: Database,
  snapshots: SnapshotStore,
  audit: Audit,
  staging: Staging,
  job: { snapshot: SnapshotId; account: string; device: string | null },
): Promise<void> {
  const ids = createKnownIds(database)
  const feed = createFeed(database)
  const listed = createListedStore(database, job.snapshot)
  const { streams } = staging.group()
  database.write((tx) => snapshots.beginPublishing(tx, job.snapshot))

  const check = (tx: Transaction) => snapshots.expectState(tx, job.snapshot, 'publishing')
  let households = 0
  let position = 0
  let stream: Stream | null = null
  let place = 0
  let reportedAt = performance.now()
  for (;;) {
    const page = staging.householdsAfter(place, PAGE)
    if (page.length === 0) break
    await inShortTransactions(database, page, check, (tx, staged) => {
      place = staged.place
      const known = ids.family(tx, staged.kk)
      const persons = ids.persons(tx, staged.persons)
      const earlier = listed.find(known.household)
      if (earlier) {
        // Surveys put several KK into one household, or corrected its KK while lists still hold the old one.
        const isTaken = earlier.document.families[known.family] !== undefined
        const family = isTaken ? ids.splitFamily(tx, staged.kk) : known.family
        listed.replace(tx, known.household, addFamily(earlier, family, staged.persons, persons))
        return
      }
      position = staged.stream === stream ? position + 1 : 1
      stream = staged.stream
      households += 1
      const household = addFamily(null, known.family, staged.persons, persons)
      listed.insert(tx, known.household, { stream: staged.stream, position }, household)
    })
    if (performance.now() - reportedAt < PROGRESS_EVERY_MS) continue
    reportedAt = performance.now()
    database.write((tx) => {
      check(tx)
      snapshots.countHouseholds(tx, job.snapshot, households)
    })
  }

  database.write((tx) => {
    for (const name of streams) feed.openStream(tx, name)
    snapshots.countHouseholds(tx, job.snapshot, households)
    snapshots.publish(tx, job.snapshot)
    audit.append(tx, {
      account: job.account,
      device: job.device,
      action: 'import.publish',
      subject: job.snapshot,
      detail: { households, streams: streams.length },
    })
  })
}
