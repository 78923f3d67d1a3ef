import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillSurvey } from '../../../../tests/support/fill-survey.ts'
import { FORM_VERSION } from '../../../../shared/survey/form-version.ts'
import { SECTIONS } from '../../../../shared/survey/questionnaire.ts'
import { withAnswers, type Path } from '../../../../shared/survey/path.ts'
import type { Answer } from '../../../../shared/survey/document.ts'
import { rewritePackage } from '../rewrite-package.ts'
import {
  createCity,
  DECEMBER,
  listedDocument,
  NOVEMBER,
  person,
  settleCity,
  visited,
  type City,
} from '../testing/city.ts'
import { COLUMN_NAMES, KEPT_PARTS } from './column-names.ts'
import { familiesTable } from './families-table.ts'
import { membersTable } from './members-table.ts'
import { problemsTable } from './problems-table.ts'
import { packageName } from './write-package.ts'

let city: City
beforeEach(async () => {
  city = createCity()
  settleCity(city)
  await city.seal(NOVEMBER)
})
afterEach(() => city.end())

function table(name: string): Record<string, string>[] {
  return parse(city.unzip(NOVEMBER)[name] ?? '', { columns: true })
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

function manifest() {
  return JSON.parse(city.unzip(NOVEMBER)['manifest.json'] ?? '')
}

test('[K1] the manifest tells the truth about every file', () => {
  const files = city.unzip(NOVEMBER)
  expect(Object.keys(files)).toEqual([
    'keluarga.csv',
    'anggota.csv',
    'masalah.csv',
    'perubahan.csv',
    'manifest.json',
  ])
  const listed = manifest().files.map((file: { name: string; columns: string[] }) => {
    const text = files[file.name] ?? ''
    const rows = parse(text) as string[][]
    expect(file.columns).toEqual(rows[0])
    return { ...file, rows: rows.length - 1, bytes: Buffer.byteLength(text), sha256: sha256(text) }
  })
  expect(manifest().files).toEqual(listed)
})

test('[K1] the manifest names what the package was made of', () => {
  expect(manifest()).toMatchObject({
    profile: 'yesjitu-bulanan-1',
    period: '2026-11',
    city: { code: '32.73', name: 'Kota Bandung' },
    sealedAt: '2026-11-23T03:00:00.000Z',
    cutOff: 11,
    source: { id: 'list-2026-10-31', format: 'dtks-dump-17', asOf: '2026-10-31', sha256: 'list-2026-10-31' },
    form: FORM_VERSION,
    rules: 1,
    figures: { households: 8, members: 16 },
    note: expect.stringContaining('Tidak resmi'),
  })
})

test('[K3] households that are left out are counted with the reason', () => {
  expect(table('keluarga.csv')).toHaveLength(8)
  expect(manifest().exclusions).toEqual([
    { reason: 'belum_terkonfirmasi', households: 1 },
    { reason: 'belum_dikunjungi', households: 2 },
    { reason: 'keluar', households: 1 },
  ])
})

test('[K2] written again it has the same bytes, in another time zone and process, and after later seals', async () => {
  const bytes = city.packageBytes(NOVEMBER)
  city.survey(1, visited('pindah'))
  city.survey(5, visited('selesai', listedDocument(5)))
  city.publish('2026-12-01', [7, 8])
  await city.seal(DECEMBER)
  for (const TZ of ['UTC', 'Asia/Jakarta', 'America/St_Johns', 'Pacific/Kiritimati']) {
    rmSync(join(city.packages, packageName(NOVEMBER)))
    rewriteInProcess(TZ)
    expect([TZ, sha256(city.packageBytes(NOVEMBER))]).toEqual([TZ, sha256(bytes)])
  }
})

function rewriteInProcess(TZ: string): void {
  const code = `
    const { openDatabase } = await import(${JSON.stringify(new URL('../../../database/database.ts', import.meta.url).href)})
    const { rewritePackage } = await import(${JSON.stringify(new URL('../rewrite-package.ts', import.meta.url).href)})
    const [path, directory] = process.argv.slice(1)
    rewritePackage(openDatabase(path, () => new Date()), '2026-11', directory)`
  execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', code, city.databasePath, city.packages],
    { env: { ...process.env, TZ } },
  )
}

test('[K2] another result than the sealed one is not put in place', () => {
  const path = join(city.packages, packageName(NOVEMBER))
  rmSync(path)
  const tamper = city.database.command('update register_household set document = replace(document, ?, ?)')
  city.database.write((tx) => tamper(tx, 'Ibu 10', 'Ibu 99'))
  expect(() => rewritePackage(city.database, NOVEMBER, city.packages)).toThrow('is not what it was')
  expect(existsSync(path)).toBe(false)
})

test('[K2] what a killed writing left aside is overwritten', () => {
  const bytes = city.packageBytes(NOVEMBER)
  writeFileSync(join(city.packages, `${packageName(NOVEMBER)}.part`), Buffer.alloc(1_000_000, 1))
  rewritePackage(city.database, NOVEMBER, city.packages)
  expect(city.packageBytes(NOVEMBER).equals(bytes)).toBe(true)
})

test('[K4] lines end in CRLF, numbers of people stay text, choices carry their DTSEN code', () => {
  const text = city.unzip(NOVEMBER)['keluarga.csv'] ?? ''
  expect(
    text
      .split('\n')
      .slice(0, -1)
      .every((line) => line.endsWith('\r')),
  ).toBe(true)
  expect(table('keluarga.csv')[0]).toMatchObject({
    nomor_kk: '3273012304100001',
    kepala_keluarga: 'Ibu 1',
    nik_kepala: '3273015003800001',
    jumlah_anggota: '2',
    kode_kota: '32.73',
    kode_kecamatan: '32.73.01',
    kecamatan: 'Sukasari',
    kode_kelurahan: '32.73.01.1001',
    rw: '005',
    rt: '003',
    lantai: 'tanah',
    lantai_dtsen: '8',
    atap: 'seng',
    atap_dtsen: '3',
    daya_watt: '900',
    daya_watt_dtsen: '',
    periode_pemutakhiran: '2026-11',
  })
  expect(table('anggota.csv')[0]).toMatchObject({
    nik: '3273015003800001',
    jenis_kelamin: 'P',
    jenis_kelamin_dtsen: '2',
    hubungan: 'kepala',
    hubungan_dtsen: '1',
  })
})

test('[K5] a cell that a spreadsheet would run is disarmed', () => {
  const names = table('anggota.csv').map(({ nama }) => nama)
  expect(names).toContain(`'=HYPERLINK("http://x")`)
})

test('[K7] problems carry their number and needs; restricted types and notes never leave', () => {
  expect(table('masalah.csv')).toEqual([
    expect.objectContaining({
      nik: '3273015003800001',
      subjek: 'orang',
      kode_masalah: 'ppks.prse',
      nomor_ppks: '23',
      keparahan: 'berat',
      sejak: '2025-01',
      kebutuhan: 'jaminan perlindungan',
    }),
  ])
  const all = Object.values(city.unzip(NOVEMBER)).join('')
  expect(all).not.toContain('CATATAN RAHASIA')
  expect(all).not.toContain('kbsp')
})

test('[K8] the change list names households and persons with reasons', () => {
  const rows = table('perubahan.csv').map(({ nama, perubahan, alasan, kolom }) =>
    [nama, perubahan, alasan, kolom].join('|'),
  )
  expect(rows.slice(0, 7)).toEqual([
    'Ibu 1|baru|terkonfirmasi|atap daya_watt lantai masalah penerangan',
    'Anak 1|keluar|meninggal|',
    `'=HYPERLINK("http://x")|baru||`,
    'Ibu 2|baru|baru|',
    'Ibu 2|baru||',
    'Anak 2|baru||',
    'Ibu 3|keluar|pindah|',
  ])
})

/** A whole survey of the current questionnaire, with words that must not leave. */
async function sealWholeSurvey(answers: readonly (readonly [Path, Answer])[] = []): Promise<void> {
  const whole = fillSurvey(listedDocument(5), {
    [`members/${person(5, 2)}/sex`]: 'L',
    [`members/${person(5, 1)}/illnesses`]: ['hipertensi', 'asma'],
    'economy/spending': 'menolak',
    'economy/foodSpending': 750_000,
    'economy/foodIsMost': 'tidak_tahu',
    'assets/held': ['lemari_es', 'sepeda_motor'],
    'families/*/aid': ['pkh'],
    'visits/*/respondent': 'bukan_anggota',
    'visits/*/respondentName': 'SAKSI',
  })
  city.survey(5, withAnswers(whole, answers))
  await city.seal(DECEMBER)
}

function december(name: string): Record<string, string>[] {
  return parse(city.unzip(DECEMBER)[name] ?? '', { columns: true })
}

test('[K6] a whole survey stands in columns: keys with codes, lists, places, sums and why there is none', async () => {
  await sealWholeSurvey()
  expect(december('keluarga.csv').find(({ kepala_keluarga }) => kepala_keluarga === 'Ibu 5')).toMatchObject({
    lintang: '-6.876543',
    bujur: '107.58321',
    akurasi_m: '12',
    bantuan_keluarga: 'pkh',
    luas_lantai_m2: '36',
    kloset: 'leher_angsa',
    kloset_dtsen: '1',
    aset: 'lemari_es sepeda_motor',
    punya_ternak: 'tidak',
    ternak_sapi: '',
    pengeluaran_sebulan: '',
    pengeluaran_sebulan_tanpa_jawaban: 'menolak',
    pengeluaran_makanan: '750000',
    pengeluaran_makanan_tanpa_jawaban: '',
    makanan_lebih_separuh: 'tidak_tahu',
    utang_kepada: 'tidak_ada',
  })
  expect(december('anggota.csv').find(({ nama }) => nama === 'Ibu 5')).toMatchObject({
    status_kawin: 'belum_kawin',
    status_kawin_dtsen: '1',
    bekerja: 'ya',
    bekerja_dtsen: '1',
    penglihatan: 'tidak',
    penglihatan_dtsen: '4',
    penyakit_menahun: 'asma hipertensi',
    jaminan_kesehatan: 'pbi_jkn',
    jaminan_aktif: 'ya',
  })
})

test('[K7] what people wrote or said, and what tells of the visit, never leaves', async () => {
  const problem = 'problems/01900000-0000-7000-8000-00000000000f'
  await sealWholeSurvey([
    ['economy/wishes', 'HARAPAN'],
    ['notice/signature', 'M0 0l5 5'],
    [`${problem}/order`, 1],
    [`${problem}/subject`, 'household'],
    [`${problem}/code`, 'kota.rumah_tidak_layak'],
    [`${problem}/severity`, 'berat'],
    [`${problem}/rule`, 'floor'],
    [`${problem}/evidence`, ['dilihat', 'dokumen']],
    [`${problem}/note`, 'CATATAN'],
    [`${problem}/helpNote`, 'DARI SIAPA'],
    ['visits/01900000-0000-7000-8000-0000000000a1/remarks', 'KESAN'],
    ['visits/01900000-0000-7000-8000-0000000000a1/paradata', 'JEJAK'],
  ])
  expect(
    december('masalah.csv').find(({ kode_masalah }) => kode_masalah === 'kota.rumah_tidak_layak'),
  ).toMatchObject({
    subjek: 'rumah_tangga',
    aturan_saran: 'floor',
    bukti: 'dilihat dokumen',
  })
  const all = Object.values(city.unzip(DECEMBER)).join('')
  for (const word of ['HARAPAN', 'M0 0l5', 'CATATAN', 'DARI SIAPA', 'KESAN', 'JEJAK', 'SAKSI'])
    expect([word, all.includes(word)]).toEqual([word, false])
})

test('[K7] a rule that is none, free words in its place among them, does not leave', async () => {
  const problem = 'problems/01900000-0000-7000-8000-00000000000f'
  await sealWholeSurvey([
    [`${problem}/subject`, 'household'],
    [`${problem}/code`, 'kota.rumah_tidak_layak'],
    [`${problem}/rule`, 'kata tetangga'],
  ])
  const row = december('masalah.csv').find(({ kode_masalah }) => kode_masalah === 'kota.rumah_tidak_layak')
  expect(row).toMatchObject({ aturan_saran: '' })
})

test('[K9] each question of each version either has a column or stays by name; no column has two meanings', () => {
  const undecided = SECTIONS.flatMap(({ questions }) => questions)
    .filter(({ path }) => !KEPT_PARTS.includes(path.split('/')[0] ?? ''))
    .filter(({ path }) => COLUMN_NAMES[path] === undefined)
  expect(undecided).toEqual([])
  for (const tableOf of [familiesTable, membersTable, problemsTable]) {
    const { columns } = tableOf(FORM_VERSION)
    expect(new Set(columns).size).toBe(columns.length)
    for (const column of columns) expect(column).toMatch(/^[a-z][a-z0-9_]*$/)
  }
})

test('[K9] a period that the first questionnaire was asked in keeps its columns', () => {
  const region = 'kode_kota kota kode_kecamatan kecamatan kode_kelurahan kelurahan rw rt'
  expect(familiesTable(1).columns.join(' ')).toBe(
    `id_rumah_tangga id_keluarga nomor_kk kepala_keluarga nik_kepala jumlah_anggota ${region} alamat ` +
      'status_rumah status_rumah_dtsen lantai lantai_dtsen dinding dinding_dtsen atap atap_dtsen ' +
      'air_minum air_minum_dtsen bab bab_dtsen penerangan penerangan_dtsen daya_watt daya_watt_dtsen ' +
      'periode_pemutakhiran',
  )
  expect(membersTable(1).columns.join(' ')).toBe(
    'id_rumah_tangga id_keluarga nomor_kk id_orang nik alasan_tanpa_nik nama tanggal_lahir ' +
      `jenis_kelamin jenis_kelamin_dtsen hubungan hubungan_dtsen ${region}`,
  )
  expect(problemsTable(1).columns.join(' ')).toBe(
    'id_rumah_tangga id_keluarga id_orang nik subjek kode_masalah nomor_ppks masalah ' +
      `keparahan sejak kebutuhan ${region}`,
  )
})
