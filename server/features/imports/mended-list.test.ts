import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BY, generated, office } from '../../../tests/support/import-office.ts'
import { bodyOf, listLine, listText, nikOf } from '../../../tests/support/list-file.ts'

test('the rejected rows, mended, are added to the list that they were rejected from', async () => {
  const { read, imports, listed, actions } = office()
  const husband = listLine({ nama: 'ASEP "UJANG', nomor_nik: nikOf(1), hubungan_keluarga: 'KEPALA KELUARGA' })
  const wife = listLine({ nama: '', nomor_nik: nikOf(2), hubungan_keluarga: 'ISTRI', jenis_kelamin: 'P' })
  const broken = listLine({ nama: 'X', nomor_nik: nikOf(3), nomor_kk: '3273021203159003' }).replace(
    '"X"',
    '"O"DED"',
  )
  const short = '"only"|"three"|"columns"'
  const neighbour = listLine({ nama: 'DEDI', nomor_kk: '3273021203159002', nomor_nik: nikOf(4) })
  const first = await read(bodyOf(listText([husband, wife, broken, short, neighbour])))
  expect(first).toMatchObject({ accepted: 2, rejected: 3, households: 2 })

  const file = [...(imports.rejectedFile(BY, first.id) ?? [])].join('')
  expect(file.startsWith('\uFEFF"baris"|"alasan"|"iddtks"|')).toBe(true)
  expect(file).toContain('"3"|"Nama kosong.')
  expect(file).toContain('"O""DED"')
  // Nothing is made up for the row that is too short: it stays rejected until somebody mends it.
  const mended = file.replace('"OK""', '').replace('|""|"1990', '|"EUIS"|"1990').replace('"O""DED"', '"ODED"')
  const second = await read(bodyOf(mended))
  expect(second).toMatchObject({ state: 'published', accepted: 2, rejected: 1, households: 3 })
  expect(second.reasons).toEqual([{ code: 'wrong-columns', count: 1 }])

  const names = listed(second.id).map(({ document }) =>
    Object.values(document.members).map(({ name }) => name),
  )
  expect(names.toSorted()).toEqual([['ASEP "UJANG', 'EUIS'], ['DEDI'], ['ODED']])
  const household = (id: string, kk: string) =>
    listed(id).find(({ document }) => JSON.stringify(document).includes(kk))
  const [before, after] = [household(first.id, '3273021203159001'), household(second.id, '3273021203159001')]
  expect(after?.household_id).toBe(before?.household_id)
  expect(Object.keys(after?.document.members ?? {})[0]).toBe(Object.keys(before?.document.members ?? {})[0])
  expect(after?.protected).toContain(Object.keys(before?.document.members ?? {})[0])
  expect(actions().filter((action) => action === 'import.download-rejected')).toHaveLength(1)

  // The file of what is still rejected has the ministry's columns behind ours once, not twice.
  const left = [...(imports.rejectedFile(BY, second.id) ?? [])].join('').trimEnd().split('\r\n')
  expect(left[1]).toMatch(/^"\d+"\|"[^|]*\|[^|]*"\|"only"\|"three"\|"columns"$/)
})

test('a mended row whose NIK is on the list already is a double', async () => {
  const { read, imports } = office()
  const first = await read(bodyOf(listText([listLine(), listLine({ nama: 'SAME NIK' })])))
  const file = [...(imports.rejectedFile(BY, first.id) ?? [])].join('')
  const second = await read(bodyOf(file))
  expect(second).toMatchObject({ state: 'failed', fault: 'nothing-accepted' })
  expect(imports.rejections(second.id, 0)?.rejections[0]?.reason.id).toContain('sudah ada di daftar')
})

test('mended rows under a date without a list are refused, and the published list stays', async () => {
  const { read, imports, count, uploads } = office()
  const lines = [listLine(), listLine({ nama: '', nomor_kk: '3273021203159002', nomor_nik: nikOf(2) })]
  const first = await read(bodyOf(listText(lines)))
  const mended = [...(imports.rejectedFile(BY, first.id) ?? [])]
    .join('')
    .replace('|""|"1990', '|"EUIS"|"1990')
  const file = { fileName: 'ditolak.csv', asOf: '2020-01-01', body: bodyOf(mended) }
  expect(await imports.receive(BY, file)).toEqual({ fault: 'mended-without-list' })
  expect([count('snapshot'), count('listed_household'), uploads()]).toEqual([1, 1, []])
  expect(await read(bodyOf(mended))).toMatchObject({ state: 'published', households: 2 })
})

test('mended rows of a list that was rejected whole are that list', async () => {
  const { read, imports } = office()
  const first = await read(bodyOf(listText([listLine({ nama: '' })])))
  expect(first.fault).toBe('nothing-accepted')
  const mended = [...(imports.rejectedFile(BY, first.id) ?? [])]
    .join('')
    .replace('|""|"1990', '|"EUIS"|"1990')
  expect(await read(bodyOf(mended))).toMatchObject({ state: 'published', households: 1 })
})

test('every rejected row of a generated list is in the file of rejected rows as it was', async () => {
  const { body, path } = await generated({ households: 300, seed: 33, dirty: 0.3 })
  const { read, imports } = office()
  const ended = await read(body())
  const original = readFileSync(path, 'utf8').split('\n')
  const rows = [...(imports.rejectedFile(BY, ended.id) ?? [])].join('').trimEnd().split('\r\n').slice(1)
  expect(rows).toHaveLength(ended.rejected)
  const readable = rows.filter((row) => !row.includes('tidak berpasangan'))
  expect(readable.length).toBeGreaterThan(100)
  for (const row of readable) {
    const line = Number(/^"(\d+)"/.exec(row)?.[1])
    expect(row.endsWith(`|${original[line - 1]}`)).toBe(true)
  }
})
