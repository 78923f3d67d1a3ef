import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDirectory } from '../../tests/support/list-file.ts'
import { openDatabase } from '../database/database.ts'
import { createLog } from '../platform/log.ts'
import { readEpoch } from '../records/settings.ts'
import { createBackupSchedule } from './backup-schedule.ts'
import { DATABASE_FILE, listCopies } from './copy-folder.ts'

const clock = () => new Date()

function office(backupDirectory: string) {
  const dataDirectory = testDirectory()
  const database = openDatabase(join(dataDirectory, DATABASE_FILE), clock)
  readEpoch(database)
  const job = { dataDirectory, backupDirectory, keep: { days: 35, months: 12 } }
  const log = createLog({ LOG_LEVEL: 'silent' })
  const failures: unknown[] = []
  log.error = (what: unknown) => void failures.push(what)
  const schedule = createBackupSchedule(database, job, '15 1,13 * * *', { clock, log })
  onTestFinished(async () => {
    await schedule.close()
    database.close()
  })
  return { schedule, failures }
}

test('[B1] asked for while a copy is made, one more is made that holds what was written until then', async () => {
  const backups = testDirectory()
  const { schedule, failures } = office(backups)
  await Promise.all([schedule.run(), schedule.run(), schedule.run()])
  expect(failures).toEqual([])
  expect(listCopies(backups)).toHaveLength(2)
})

test('with nothing backed up the schedule begins at once; a day has not passed, and it waits', async () => {
  const backups = testDirectory()
  const { schedule } = office(backups)
  schedule.start()
  await schedule.run()
  expect(listCopies(backups)).toHaveLength(2)
  schedule.start()
  await schedule.run()
  expect(listCopies(backups)).toHaveLength(3)
})

test('a folder that cannot be written is logged and holds up nobody', async () => {
  const file = join(testDirectory(), 'file')
  writeFileSync(file, '')
  const { schedule, failures } = office(join(file, 'backups'))
  await schedule.run()
  expect(failures).toHaveLength(1)
})
