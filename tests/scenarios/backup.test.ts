import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listCopies } from '../../server/backup/copy-folder.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { restoreBackup } from '../../server/backup/restore-backup.ts'
import type { DeviceId } from '../../shared/ids.ts'
import { newId } from '../../server/platform/ids.ts'
import { lockFolder } from '../../server/platform/folder-lock.ts'
import { completePatch, step } from '../support/answers.ts'
import { signIn } from '../support/browser-session.ts'
import { field, PASSWORD, type Field } from '../support/field.ts'
import { listedHousehold } from '../support/listed.ts'
import { createPhone, type Phone } from '../support/phone.ts'
import { begin, picture, sendPicture, sha256Of } from '../support/picture-sender.ts'

let town: Field
let backupDirectory: string
const aminah = listedHousehold('Aminah')
const dedi = listedHousehold('Dedi')

beforeEach(async () => {
  town = field()
  backupDirectory = mkdtempSync(join(tmpdir(), 'yesjitu-backup-'))
  await town.account('rina', 'enumerator')
  town.publish([aminah, dedi])
})
afterEach(async () => {
  await town.end()
  rmSync(backupDirectory, { recursive: true, force: true })
})

const backUp = () =>
  makeBackup(
    { dataDirectory: town.directory, backupDirectory, keep: { days: 35, months: 12 } },
    () => town.clock.now,
  )
/** Puts a copy back and starts a server on it. */
async function restore(copy: string): Promise<void> {
  await town.server.close()
  restoreBackup({ dataDirectory: town.directory, copy }, () => town.clock.now)
  town = town.restart()
}
/** A phone that speaks to whichever server stands on the folder. */
async function phoneOf(username: string): Promise<Phone> {
  const device = newId<DeviceId>()
  const site = { request: (path: string, init: RequestInit) => town.server.app.request(path, init) }
  return createPhone(await signIn(site, username, PASSWORD, device), device)
}
const count = (sql: string) => town.server.database.query<{ count: number }>(sql).get()?.count
const actions = () =>
  town.server.database
    .query<{ action: string }>('select action from audit order by seq')
    .all()
    .map(({ action }) => action)

test('[B1][B2] a copy made while the server writes holds a moment of it, and the server notes what it holds', async () => {
  const phone = await phoneOf('rina')
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  const making = backUp()
  await phone.sync(phone.change(dedi.id, completePatch(dedi.known)))
  const { copy, damaged } = await making
  expect(damaged).toEqual([])
  expect(copy.manifest.contents).toMatchObject({
    changeSeq: expect.any(Number),
    rows: { listed_household: 2 },
  })
  const noted = town.server.database.query('select name, change_seq, epoch, sha256 from backup').all()
  const file = readFileSync(join(copy.path, 'yesjitu.sqlite'))
  expect(noted).toEqual([
    {
      name: copy.name,
      change_seq: copy.manifest.contents.changeSeq,
      epoch: copy.manifest.contents.epoch,
      sha256: createHash('sha256').update(file).digest('hex'),
    },
  ])
  const reach = town.server.database
    .query<{ backed_up_seq: number }>('select backed_up_seq from device')
    .get()
  expect(reach?.backed_up_seq).toBe(copy.manifest.contents.changeSeq)
  expect(actions()).toContain('backup.make')
})

test('[B2] a phone hears up to which of its changes are in a verified copy', async () => {
  const [phone, other] = [await phoneOf('rina'), await phoneOf('rina')]
  const first = phone.change(aminah.id, completePatch(aminah.known))
  const unreadable = { ...phone.change(dedi.id, {}), patch: 7 }
  expect(await phone.sync(first, unreadable)).toMatchObject({ backedUp: 0 })
  await backUp()
  // What was quarantined is kept as well as what was applied.
  expect(await phone.sync(phone.change(aminah.id, step('dwelling/roof', 'genteng', 'seng')))).toMatchObject({
    backedUp: 2,
  })
  expect(await other.sync()).toMatchObject({ backedUp: 0 })
  await backUp()
  expect(await phone.sync()).toMatchObject({ backedUp: 3 })
})

test('[B5] after a restore a phone hears that what the copy holds of it is backed up, and nothing else', async () => {
  const phone = await phoneOf('rina')
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  const { copy } = await backUp()
  await phone.sync(phone.change(dedi.id, completePatch(dedi.known)))
  await backUp()
  expect(await phone.sync()).toMatchObject({ backedUp: 2 })
  await restore(copy.path)
  expect(await phone.sync()).toMatchObject({ backedUp: 1 })
})

test('[B1] nobody else on the machine can read a copy', async () => {
  const attachment = 'dari ponsel'
  mkdirSync(join(town.directory, 'attachments'))
  writeFileSync(join(town.directory, 'attachments', sha256(attachment)), attachment)
  const { copy } = await backUp()
  const modes = readdirSync(backupDirectory, { recursive: true, withFileTypes: true }).map((entry) => [
    entry.isDirectory(),
    statSync(join(entry.parentPath, entry.name)).mode & 0o777,
  ])
  expect(new Set(modes.map(([isDirectory, mode]) => `${isDirectory} ${mode?.toString(8)}`))).toEqual(
    new Set(['true 700', 'false 600']),
  )
  expect(statSync(backupDirectory).mode & 0o777).toBe(0o700)
  expect(copy.manifest.attachments).toEqual({ files: 1, bytes: attachment.length })
})

test('[B1] attachments are copied once for all copies, by the name of their content; a damaged one is named', async () => {
  const attachments = join(town.directory, 'attachments', 'ab')
  mkdirSync(attachments, { recursive: true })
  const [whole, broken] = [sha256('utuh'), sha256('sebelum rusak')]
  writeFileSync(join(attachments, whole), 'utuh')
  writeFileSync(join(attachments, broken), 'rusak')
  writeFileSync(join(attachments, 'upload.part'), 'setengah')
  const first = await backUp()
  expect(first.damaged).toEqual([`ab/${broken}`])
  const kept = join(backupDirectory, 'attachments', 'ab', whole)
  const written = statSync(kept).mtimeMs
  await backUp()
  expect(statSync(kept).mtimeMs).toBe(written)
  expect(readdirSync(join(backupDirectory, 'attachments', 'ab'))).toEqual([whole])
})

test('[B2][A10] the server notes which pictures are in a verified copy, and says so', async () => {
  const phone = await phoneOf('rina')
  const [first, second] = [picture('depan'), picture('dalam')]
  await sendPicture(phone.browser, first)
  const asked = { sha256: [sha256Of(first), sha256Of(second), '0'.repeat(64)] }
  const held = async () => (await phone.browser.post('/api/attachments/held', asked)).json()
  expect(await held()).toEqual({ held: [sha256Of(first)], backedUp: [] })
  const { copy } = await backUp()
  await sendPicture(phone.browser, second)
  expect(await held()).toEqual({ held: [sha256Of(first), sha256Of(second)], backedUp: [sha256Of(first)] })
  expect(copy.manifest.attachments).toEqual({ files: 1, bytes: first.length })

  // Put back on a new disk, the picture comes from beside the copy; the other one has to come again from its phone.
  await town.server.close()
  rmSync(join(town.directory, 'attachments'), { recursive: true })
  restoreBackup({ dataDirectory: town.directory, copy: copy.path }, () => town.clock.now)
  town = town.restart()
  expect(await held()).toEqual({ held: [sha256Of(first)], backedUp: [sha256Of(first)] })
  expect((await begin(phone.browser, sha256Of(first), first.length)).status).toBe(200)
  expect(await sendPicture(phone.browser, second)).toBe(204)
})

test('[B2] a picture whose bytes are not whole beside the copy does not count as backed up', async () => {
  const phone = await phoneOf('rina')
  const [whole, cut, gone] = [picture('utuh'), picture('terpotong'), picture('hilang')]
  for (const content of [whole, cut, gone]) await sendPicture(phone.browser, content)
  const pathOf = (content: Uint8Array) =>
    join(town.directory, 'attachments', sha256Of(content).slice(0, 2), sha256Of(content))
  truncateSync(pathOf(cut), 1000)
  rmSync(pathOf(gone))
  await backUp()
  const noted = town.server.database.query<{ sha256: string }>(
    'select sha256 from attachment where backed_up_at is not null',
  )
  expect(noted.all()).toEqual([{ sha256: sha256Of(whole) }])
})

test('[A5] bytes that a restore left without their row are looked at and entered, damaged ones sent anew', async () => {
  const phone = await phoneOf('rina')
  const { copy } = await backUp()
  const [whole, broken] = [picture('utuh'), picture('rusak')]
  for (const content of [whole, broken]) await sendPicture(phone.browser, content)
  const path = join(town.directory, 'attachments', sha256Of(broken).slice(0, 2), sha256Of(broken))
  truncateSync(path, 1000)
  await restore(copy.path)
  expect((await begin(phone.browser, sha256Of(whole), whole.length)).status).toBe(200)
  expect(await sendPicture(phone.browser, broken)).toBe(204)
  expect(statSync(path).size).toBe(broken.length)
})

test('[B1] what a broken off copy left is no copy, and the next one sweeps it', async () => {
  mkdirSync(join(backupDirectory, 'yesjitu-20261122T031500000Z.part'))
  expect(listCopies(backupDirectory)).toEqual([])
  const { copy } = await backUp()
  expect(readdirSync(backupDirectory)).toEqual([copy.name])
})

test('[B1] one backup at a time', async () => {
  const lock = lockFolder(town.directory, 'backup')
  await expect(backUp()).rejects.toThrow('another backup or a restore is running')
  lock?.release()
})

test('[B4] a restore is refused while a server runs, and while a backup does', async () => {
  const { copy } = await backUp()
  const server = lockFolder(town.directory)
  const restoring = () =>
    restoreBackup({ dataDirectory: town.directory, copy: copy.path }, () => town.clock.now)
  expect(restoring).toThrow('a server runs')
  server?.release()
  const backup = lockFolder(town.directory, 'backup')
  expect(restoring).toThrow('a backup is running')
  backup?.release()
})

test('[B4][B5] a restore begins another history, keeps what it replaced, and says so in the audit log', async () => {
  const phone = await phoneOf('rina')
  const { copy } = await backUp()
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  expect(count('select count(*) as count from change')).toBe(1)
  const before = copy.manifest.contents.epoch
  await restore(copy.path)
  expect(count('select count(*) as count from change')).toBe(0)
  expect(actions().at(-1)).toBe('server.restore')
  expect((await phone.sync()).epoch).not.toBe(before)
  expect(town.server.audit.firstBroken()).toBeNull()
  const [aside] = readdirSync(town.directory).filter((name) => name.startsWith('replaced-'))
  expect(readdirSync(join(town.directory, aside ?? ''))).toContain('yesjitu.sqlite')
})

test.each([
  ['one byte of its file', (path: string) => flipByte(join(path, 'yesjitu.sqlite')), 'is damaged'],
  ['the end of its file', (path: string) => truncateSync(join(path, 'yesjitu.sqlite'), 8192), 'is damaged'],
  [
    'its manifest',
    (path: string) => writeFileSync(join(path, 'manifest.json'), '{}'),
    'none that this program',
  ],
])('[B4] a copy that lost %s is refused, and the data stay as they are', async (_what, damage, words) => {
  const phone = await phoneOf('rina')
  const { copy } = await backUp()
  await phone.sync(phone.change(aminah.id, completePatch(aminah.known)))
  damage(copy.path)
  await expect(restore(copy.path)).rejects.toThrow(words)
  town = town.restart()
  expect(count('select count(*) as count from change')).toBe(1)
  expect(readdirSync(town.directory).filter((name) => /^(replaced|restoring)/.test(name))).toEqual([])
})

test('[B4] a restore that was broken off in the middle keeps the server from starting, and goes on when run again', async () => {
  const { copy } = await backUp()
  await town.server.close()
  const aside = join(town.directory, 'replaced-20261123T030000000Z')
  mkdirSync(aside)
  for (const [from, to] of [
    ['yesjitu.sqlite', join(aside, 'yesjitu.sqlite')],
    [join(copy.path, 'yesjitu.sqlite'), 'restoring.sqlite'],
  ] as const) {
    const bytes = readFileSync(from.startsWith('/') ? from : join(town.directory, from))
    writeFileSync(to.startsWith('/') ? to : join(town.directory, to), bytes)
  }
  rmSync(join(town.directory, 'yesjitu.sqlite'))
  expect(() => town.restart()).toThrow('broken off')
  restoreBackup({ dataDirectory: town.directory, copy: copy.path }, () => town.clock.now)
  town = town.restart()
  expect(count('select count(*) as count from listed_household')).toBe(2)
})

test('[B4] a copy comes back onto an empty machine, with its attachments and packages', async () => {
  mkdirSync(join(town.directory, 'attachments'))
  mkdirSync(join(town.directory, 'packages'))
  writeFileSync(join(town.directory, 'attachments', sha256('foto')), 'foto')
  writeFileSync(join(town.directory, 'packages', 'yesjitu-bulanan-1_3273_2026-10.zip'), 'paket')
  const { copy } = await backUp()
  const fresh = mkdtempSync(join(tmpdir(), 'yesjitu-fresh-'))
  const restored = restoreBackup({ dataDirectory: fresh, copy: copy.path }, () => town.clock.now)
  expect(restored).toMatchObject({ aside: null, damaged: [] })
  expect(readFileSync(join(fresh, 'attachments', sha256('foto')), 'utf8')).toBe('foto')
  expect(existsSync(join(fresh, 'packages', 'yesjitu-bulanan-1_3273_2026-10.zip'))).toBe(true)
  rmSync(fresh, { recursive: true })
})

test('[B3] outlived copies go, the one just made stays', async () => {
  const keep = { days: 1, months: 1 }
  const names: string[] = []
  for (const day of ['20', '21', '22', '23']) {
    town.clock.now = new Date(`2026-11-${day}T03:00:00Z`)
    const job = { dataDirectory: town.directory, backupDirectory, keep }
    names.push((await makeBackup(job, () => town.clock.now)).copy.name)
  }
  expect(listCopies(backupDirectory).map(({ name }) => name)).toEqual(names.slice(-2).reverse())
  town.clock.now = new Date('2010-01-01T00:00:00Z')
  const { copy } = await backUp()
  expect(listCopies(backupDirectory).map(({ name }) => name)).toContain(copy.name)
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function flipByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
