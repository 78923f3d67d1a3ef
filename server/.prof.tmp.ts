import { mkdtempSync } from 'node:fs'
import { openDatabase } from './database/database.ts'
import { createSnapshotStore } from './features/imports/snapshot-store.ts'
import { readList } from './features/imports/read-list.ts'
const dir = mkdtempSync('/tmp/imp/prof-')
const db = openDatabase(dir + '/db.sqlite', () => new Date())
const s = createSnapshotStore(db)
db.write((tx) => s.begin(tx, 'x' as any, { fileName: 'a', sha256: 'b', bytes: 1, asOf: '2025-06-30', startedBy: 'me' }))
const t = performance.now()
const i = setInterval(() => { if (s.find('x' as any)!.state === 'publishing') { console.log('publishing at', performance.now() - t); clearInterval(i) } }, 50)
await readList({ snapshot: 'x' as any, databasePath: dir + '/db.sqlite', filePath: '/tmp/imp/mid.txt', stagingPath: dir + '/st', asOf: '2025-06-30', account: 'a', device: null })
console.log('done', performance.now() - t, process.cpuUsage().user/1e3)
