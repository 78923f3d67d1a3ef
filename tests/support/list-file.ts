import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { onTestFinished } from 'vitest'
import { COLUMNS, lineOf, type Cells } from '../../server/features/imports/layout.ts'

export const LIST_HEADER = lineOf(COLUMNS)

/** A row that is taken, in the kelurahan Dago, with some columns changed. */
export function listRow(changed: Partial<Cells> = {}): Cells {
  return {
    iddtks: 'S1',
    provinsi: 'JAWA BARAT',
    kabupaten_kota: 'KOTA BANDUNG',
    kecamatan: 'COBLONG',
    desa_kelurahan: 'DAGO',
    alamat: 'JL. DAGO POJOK NO. 7',
    dusun: '',
    rt: '003',
    rw: '005',
    nomor_kk: '3273021203159001',
    nomor_nik: '3273021010909001',
    nama: 'ASEP SURYANA',
    tanggal_lahir: '1990-10-10',
    tempat_lahir: 'BANDUNG',
    jenis_kelamin: 'L',
    nama_ibu_kandung: 'EUIS',
    hubungan_keluarga: 'KEPALA KELUARGA',
    ...changed,
  }
}

/** A row of the list as its line, without the line's end. */
export function listLine(changed: Partial<Cells> = {}): string {
  return lineOf(COLUMNS.map((column) => listRow(changed)[column]))
}

/** A well-formed NIK of a man born on 10 October 1990, another for each number below 1,000. */
export function nikOf(number: number): string {
  return `327302101090${9000 + number}`
}

/** A list of these lines, header in front. */
export function listText(lines: readonly string[]): string {
  return [LIST_HEADER, ...lines, ''].join('\n')
}

/** A directory of its own, gone after the test. */
export function testDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yes-jitu-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** A file with this content, gone after the test. */
export function testFile(content: string | Uint8Array): string {
  const path = join(testDirectory(), 'list.txt')
  writeFileSync(path, content)
  return path
}

/** Content as the body of a request. */
export function bodyOf(content: string | Uint8Array): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from([Buffer.from(content)])) as ReadableStream<Uint8Array>
}
