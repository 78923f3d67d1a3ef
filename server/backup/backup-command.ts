import { readConfig } from '../platform/config.ts'
import { keepPolicyOf } from './keep-policy.ts'
import { makeBackup } from './make-backup.ts'

const config = readConfig(process.env)
const backupDirectory = process.argv[2] ?? config.BACKUP_DIR
if (!backupDirectory) {
  console.error('Usage: npm run backup FOLDER (or set BACKUP_DIR); the folder belongs on other storage')
  process.exit(2)
}
try {
  const job = { dataDirectory: config.DATA_DIR, backupDirectory, keep: keepPolicyOf(config) }
  const { copy, damaged, removed } = await makeBackup(job, () => new Date())
  const { contents, database, attachments, packages } = copy.manifest
  console.log(`Backed up and verified: ${copy.path}`)
  console.log(`  ${contents.changeSeq} changes, ${database.bytes} bytes, SHA-256 ${database.sha256}`)
  console.log(`  beside it ${attachments.files} attachments, ${packages.length} packages`)
  for (const name of removed) console.log(`  removed as outlived: ${name}`)
  for (const name of damaged) console.error(`  NOT backed up, its content is damaged: ${name}`)
  if (damaged.length > 0) process.exitCode = 1
} catch (error) {
  console.error(`Nothing was backed up: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
