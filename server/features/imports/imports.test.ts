import { expect, test, vi } from 'vitest'
import { BY, generated, office } from '../../../tests/support/import-office.ts'
import { bodyOf, listLine, listText, nikOf, testDirectory } from '../../../tests/support/list-file.ts'
import { LIST_DATE } from '../../demo/generate/generate-list.ts'
import { createSnapshotStore } from './snapshot-store.ts'

const family = (kk: string, changed: object[]) =>
  changed.map((change, index) =>
    listLine({ nomor_kk: kk, nomor_nik: nikOf(Number(kk.slice(-3)) * 10 + index), ...change }),
  )

test('a list is published by one row, households in order, protected data aside', async () => {
  const { read, listed, database, actions, audit, uploads, imports } = office()
  const [first = '', second = ''] = family('3273021203159001', [
    { nama: 'EUIS', hubungan_keluarga: 'ISTRI', jenis_kelamin: 'P' },
    { nama: 'ASEP' },
  ])
  // Rows of one KK stand apart, and the head comes second.
  const other = family('3273021203159002', [{ nama: 'UJANG', rt: '001' }])
  const ended = await read(bodyOf(listText([first, ...other, second])))
  expect(ended).toMatchObject({ state: 'published', accepted: 3, rejected: 0, households: 2, fault: null })
  expect(ended.bytesRead).toBe(ended.bytes)

  const rows = listed(ended.id)
  expect(rows.map(({ stream, position }) => [stream, position])).toEqual([
    ['32.73.02.1004/005', 1],
    ['32.73.02.1004/005', 2],
  ])
  const document = rows[1]?.document
  const members = Object.entries(document?.members ?? {})
  expect(members.map(([, { name, order, relationship }]) => [name, order, relationship])).toEqual([
    ['ASEP', 1, 'kepala'],
    ['EUIS', 2, 'pasangan'],
  ])
  expect(document?.location).toEqual({
    kelurahan: '32.73.02.1004',
    rw: '005',
    rt: '003',
    address: 'JL. DAGO POJOK NO. 7',
  })
  expect(Object.values(document?.families ?? {})).toEqual([{ order: 1, kk: '3273021203159001' }])
  expect(JSON.stringify(document)).not.toMatch(/EUIS.*motherName|S1/)
  expect(JSON.parse(rows[1]?.protected ?? '')).toMatchObject({
    [members[0]?.[0] ?? '']: { ministryId: 'S1', motherName: 'EUIS', birthPlace: 'BANDUNG' },
  })
  expect(database.query('select name, kelurahan, rw from stream').all()).toEqual([
    { name: '32.73.02.1004/005', kelurahan: '32.73.02.1004', rw: '005' },
  ])
  expect(database.query('select published_seq from snapshot').all()).toEqual([{ published_seq: 1 }])
  expect(database.query('select * from feed').all()).toEqual([])
  expect(database.query('select * from register_household').all()).toEqual([])
  expect(actions()).toEqual(['import.begin', 'import.publish'])
  expect(audit.firstBroken()).toBeNull()
  expect(uploads()).toEqual([])
  expect(imports.list().map(({ id }) => id)).toEqual([ended.id])
})

test('an import reports just what the generator put in', async () => {
  const { report, body } = await generated({ households: 1200, seed: 21, dirty: 0.1 })
  const { read, imports } = office()
  const ended = await read(body())
  expect(ended).toMatchObject({
    state: 'published',
    accepted: report.accepted,
    rejected: report.rejected,
    households: report.households,
  })
  expect(Object.fromEntries(ended.reasons.map(({ code, count }) => [code, count]))).toEqual(report.reasons)
  const lines: number[] = []
  for (let more = true; more;) {
    const page = imports.rejections(ended.id, lines.at(-1) ?? 0)
    expect(page?.rejections.length).toBeLessThanOrEqual(100)
    lines.push(...(page?.rejections ?? []).map(({ line }) => line))
    more = page?.more ?? false
  }
  expect(lines).toHaveLength(report.rejected)
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
})

test('the same bytes are imported once', async () => {
  const { read, imports, count, uploads } = office()
  const text = listText([listLine()])
  const first = await read(bodyOf(text))
  const again = await imports.receive(BY, { fileName: 'again.txt', asOf: LIST_DATE, body: bodyOf(text) })
  expect(again).toEqual({ import: first, isNew: false })
  expect(count('snapshot')).toBe(1)
  expect(uploads()).toEqual([])
})

test('one list is read at a time', async () => {
  const { report, body } = await generated({ households: 500, seed: 2 })
  const { begin, imports, uploads } = office()
  const id = await begin(body())
  const second = await imports.receive(BY, {
    fileName: 'b',
    asOf: LIST_DATE,
    body: bodyOf(listText([listLine()])),
  })
  expect(second).toEqual({ fault: 'import-running' })
  const same = await imports.receive(BY, { fileName: 'a', asOf: LIST_DATE, body: body() })
  expect(same).toMatchObject({ isNew: false, import: { id } })
  await imports.ended(id)
  expect(imports.find(id)).toMatchObject({ state: 'published', accepted: report.accepted })
  expect(uploads()).toEqual([])
})

test.each([
  ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe])],
  ['an empty file', ''],
  ['a header of 16 columns', listText([]).replace('"iddtks"|', '')],
  ['commas instead of bars', listText([listLine()]).replaceAll('|', ',')],
  ['UTF-16', Buffer.from(listText([listLine()]), 'utf16le')],
  ['a megabyte without an end of line', 'x'.repeat(1_000_000)],
])('%s has the wrong layout and leaves nothing behind', async (_name, content) => {
  const { imports, count, uploads } = office()
  const body = bodyOf(content)
  expect(await imports.receive(BY, { fileName: 'x', asOf: LIST_DATE, body })).toEqual({
    fault: 'wrong-layout',
  })
  expect([count('snapshot'), count('audit'), uploads()]).toEqual([0, 0, []])
})

test('a header in any case, with a byte order mark and CRLF', async () => {
  const { read } = office()
  const text = `\uFEFF${listText([listLine()]).replace('"iddtks"', '"IDDTKS"').replaceAll('\n', '\r\n')}\r\n\r\n`
  expect(await read(bodyOf(text))).toMatchObject({ state: 'published', accepted: 1, rejected: 0 })
})

test('where nothing is accepted the import fails and its rejected rows stay', async () => {
  const { read, imports, actions, count } = office()
  const ended = await read(bodyOf(listText([listLine({ nama: '' })])))
  expect(ended).toMatchObject({ state: 'failed', fault: 'nothing-accepted', rejected: 1, accepted: 0 })
  expect(imports.rejections(ended.id, 0)?.rejections).toHaveLength(1)
  expect([...(imports.rejectedFile(BY, ended.id) ?? [])].join('')).toContain('Nama kosong')
  expect(actions()).toEqual(['import.begin', 'import.fail', 'import.download-rejected'])
  expect(count('listed_household')).toBe(0)
})

test('what a failed list left can be imported again', async () => {
  const { read } = office()
  const text = listText([listLine({ nama: '' })])
  const first = await read(bodyOf(text))
  const second = await read(bodyOf(text))
  expect(second.id).not.toBe(first.id)
})

test.each(['reading', 'publishing'] as const)(
  'a server that dies while %s leaves nothing after its next start',
  async (state) => {
    const { report, body } = await generated({ households: 2500, seed: 9, dirty: 0.3 })
    const directory = testDirectory()
    const { begin, imports, database, count } = office(directory)
    const id = await begin(body())
    const table = state === 'reading' ? 'import_rejection' : 'listed_household'
    await vi.waitUntil(() => count(table) > 0, { timeout: 15_000, interval: 5 })
    await imports.close()
    expect(count(table)).toBeGreaterThan(0)
    // As the death of the whole process leaves it, which has nobody to mark it.
    const forget = database.command(`update snapshot set state = ?, fault = null, ended_at = null`)
    database.write((tx) => forget(tx, state))

    const next = office(directory)
    expect(next.imports.find(id)).toMatchObject({
      state: 'failed',
      fault: 'import-interrupted',
      accepted: 0,
      rejected: 0,
    })
    expect(next.actions().at(-1)).toBe('import.fail')
    await vi.waitUntil(() => count('listed_household') + count('import_rejection') === 0, { timeout: 15_000 })

    const again = await next.read(body())
    expect(again).toMatchObject({
      state: 'published',
      accepted: report.accepted,
      households: report.households,
    })
  },
)

test.each(['import_rejection', 'listed_household'])(
  'an import that another server ended while it wrote %s stops, and publishes nothing',
  async (table) => {
    const { body } = await generated({ households: 2500, seed: 9, dirty: 0.3 })
    const directory = testDirectory()
    const { begin, imports, count, actions } = office(directory)
    const id = await begin(body())
    await vi.waitUntil(() => count(table) > 0, { timeout: 15_000, interval: 5 })
    office(directory)
    await imports.ended(id)
    expect(imports.find(id)).toMatchObject({ state: 'failed', fault: 'import-interrupted', households: 0 })
    expect(actions()).toEqual(['import.begin', 'import.fail'])
    await vi.waitUntil(() => count('listed_household') + count('import_rejection') === 0, { timeout: 15_000 })
  },
)

test('only an import in its state is published or failed', async () => {
  const { read, database } = office()
  const { id } = await read(bodyOf(listText([listLine()])))
  const snapshots = createSnapshotStore(database)
  expect(() => database.write((tx) => snapshots.publish(tx, id))).toThrow('ended elsewhere')
  expect(() => database.write((tx) => snapshots.fail(tx, id, 'server-error'))).toThrow('ended elsewhere')
  expect(() => database.write((tx) => snapshots.beginPublishing(tx, id))).toThrow('ended elsewhere')
  expect(snapshots.find(id)).toMatchObject({ state: 'published' })
})

test('the next list knows the same households, families and persons', async () => {
  const { read, listed } = office()
  const people = [
    { nama: 'ASEP' },
    { nama: 'EUIS', hubungan_keluarga: 'ISTRI', nomor_nik: '', tanggal_lahir: '' },
    // Two alike without NIK stay two.
    { nama: 'UJANG', hubungan_keluarga: 'ANAK', nomor_nik: '' },
    { nama: 'UJANG', hubungan_keluarga: 'ANAK', nomor_nik: '' },
  ]
  const first = await read(bodyOf(listText(family('3273021203159001', people))))
  const moved = [
    ...family(
      '3273021203159001',
      people.map((person) => ({ ...person, rw: '009', alamat: 'BARU' })),
    ),
  ]
  const newborn = family('3273021203159001', [
    { nama: 'BAYI', hubungan_keluarga: 'ANAK', nomor_nik: nikOf(77) },
  ])
  const second = await read(bodyOf(listText([...moved, ...newborn])), '2025-09-30')
  const [before, after] = [listed(first.id)[0], listed(second.id)[0]]
  expect(Object.keys(before?.document.members ?? {})).toHaveLength(4)
  expect(after?.household_id).toBe(before?.household_id)
  expect(after?.stream).toBe('32.73.02.1004/009')
  expect(Object.keys(after?.document.families ?? {})).toEqual(Object.keys(before?.document.families ?? {}))
  expect(Object.keys(after?.document.members ?? {}).slice(0, 4)).toEqual(
    Object.keys(before?.document.members ?? {}),
  )
  expect(Object.keys(after?.document.members ?? {})).toHaveLength(5)
})
