import type { Database } from '../../database/database.ts'
import type { Audit } from '../../platform/audit.ts'
import { createFeed } from '../../records/feed.ts'
import type { SnapshotId } from '../../../shared/ids.ts'
import { documentOfList } from './household-document.ts'
import { createKnownIds } from './known-ids.ts'
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
  const insert = database.command(
    `insert into listed_household (snapshot_id, household_id, stream, position, document, protected)
     values (?, ?, ?, ?, ?, ?)`,
  )
  const { households, streams } = staging.group()
  database.write((tx) => snapshots.beginPublishing(tx, job.snapshot))

  let position = 0
  let stream = ''
  let place = 0
  let reportedAt = performance.now()
  for (;;) {
    const page = staging.householdsAfter(place, PAGE)
    if (page.length === 0) break
    await inShortTransactions(database, page, (tx, staged) => {
      const { household, family } = ids.family(tx, staged.kk)
      const { document, kept } = documentOfList(family, staged.persons, ids.persons(tx, staged.persons))
      position = staged.stream === stream ? position + 1 : 1
      stream = staged.stream
      insert(tx, job.snapshot, household, stream, position, JSON.stringify(document), JSON.stringify(kept))
      place = staged.place
    })
    if (performance.now() - reportedAt < PROGRESS_EVERY_MS) continue
    reportedAt = performance.now()
    database.write((tx) => snapshots.countHouseholds(tx, job.snapshot, place))
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
