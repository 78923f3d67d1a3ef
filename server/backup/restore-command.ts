import { readConfig } from '../platform/config.ts'
import { restoreBackup } from './restore-backup.ts'

const config = readConfig(process.env)
const copy = process.argv[2]
if (!copy) {
  console.error('Usage: npm run restore COPY (a folder yesjitu-… that npm run backup made)')
  process.exit(2)
}
try {
  const restored = restoreBackup({ dataDirectory: config.DATA_DIR, copy }, () => new Date())
  const { manifest, name } = restored.copy
  console.log(`Restored ${name} of ${manifest.at}: ${manifest.contents.changeSeq} changes`)
  if (restored.aside) console.log(`  what was there before is kept in ${restored.aside}`)
  for (const file of restored.damaged) console.error(`  not brought back, damaged or different: ${file}`)
  console.log(
    'Start the server. Phones offer again by themselves what this copy lacks; what was done at desks',
  )
  console.log('since then (approvals, areas, lists, accounts) has to be done again: see docs/operations.md.')
} catch (error) {
  console.error(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
