import { isKk } from '../../../shared/population/kk.ts'
import { readNeighbourhood, type KelurahanCode } from '../../../shared/population/area.ts'
import { readNik, type Sex } from '../../../shared/population/nik.ts'
import { readDate } from './birth-date.ts'
import { nearestKelurahan, resolveKelurahan } from './kelurahan-name.ts'
import type { Cells } from './layout.ts'
import { readRelationship } from './relationship.ts'
import { WORDS, type RowFault } from './rejection-words.ts'

/** One person of the list, read and checked. Empty texts and nulls are what the list leaves blank. */
export type ListedPerson = {
  readonly ministryId: string
  readonly kelurahan: KelurahanCode
  readonly rw: string
  readonly rt: string
  readonly address: string
  readonly kk: string
  readonly nik: string | null
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null
  readonly birthPlace: string
  readonly sex: Sex | null
  readonly motherName: string
  readonly relationship: string
}

// The questionnaire's limits: an answer that only confirms the list must fit into them.
const MAX_NAME = 120
const MAX_ADDRESS = 300

// Control characters in names come from broken exports.
const UNCLEAN = /\s\s|[\p{Cc}\u00a0]/u
const UNCLEAN_RUNS = /[\s\p{Cc}]+/gu

const BANDUNG = new Set(['KOTABANDUNG', 'BANDUNG', 'BANDUNGKOTA', '3273'])

const SEX_BY_WORD: Readonly<Record<string, Sex>> = {
  L: 'L',
  LAKILAKI: 'L',
  '1': 'L',
  P: 'P',
  PEREMPUAN: 'P',
  '2': 'P',
}

/**
 * Reads one row of the list, or says what is wrong with it; of several faults the first in this order.
 * @param asOf `YYYY-MM-DD`, the list's date, on which dates and NIK are judged
 */
export function readRow(cells: Cells, asOf: string): ListedPerson | RowFault {
  const place = readPlace(cells)
  if ('code' in place) return place

  const kk = readNumber(cells.nomor_kk)
  if (kk === null) return WORDS.notText('KK', cells.nomor_kk.trim())
  if (kk === '') return WORDS.noKk()
  if (!isKk(kk)) return WORDS.badKk(kk)

  const nik = readNumber(cells.nomor_nik)
  if (nik === null) return WORDS.notText('NIK', cells.nomor_nik.trim())
  const reading = nik === '' ? null : readNik(nik, asOf)
  if (reading && !reading.valid) return WORDS.badNik(nik, reading.findings[0] ?? 'E_FORMAT')

  const name = readText(cells.nama)
  if (name === '') return WORDS.noName()
  if (name.length > MAX_NAME) return WORDS.tooLong('nama', MAX_NAME)

  const written = readText(cells.tanggal_lahir)
  const birthDate = written === '' ? null : readDate(written)
  if (written !== '' && birthDate === null) return WORDS.badDate(written)
  if (birthDate !== null && birthDate > asOf) return WORDS.futureDate(written, asOf)

  const sexWord = wordOf(readText(cells.jenis_kelamin))
  const sex = sexWord === '' ? (reading?.sex ?? null) : SEX_BY_WORD[sexWord]
  if (sex === undefined) return WORDS.badSex(cells.jenis_kelamin.trim())

  return {
    ...place,
    ministryId: readText(cells.iddtks),
    kk,
    nik: nik === '' ? null : nik,
    name,
    birthDate,
    birthPlace: readText(cells.tempat_lahir),
    sex,
    motherName: readText(cells.nama_ibu_kandung),
    relationship: readRelationship(cells.hubungan_keluarga),
  }
}

function readPlace(cells: Cells): Pick<ListedPerson, 'kelurahan' | 'rw' | 'rt' | 'address'> | RowFault {
  if (!BANDUNG.has(wordOf(cells.kabupaten_kota))) return WORDS.otherCity(cells.kabupaten_kota.trim())
  const kelurahan = resolveKelurahan(cells.desa_kelurahan)
  if (!kelurahan) {
    const nearest = nearestKelurahan(cells.desa_kelurahan, cells.kecamatan)
    return WORDS.unknownKelurahan(cells.desa_kelurahan.trim(), nearest)
  }
  const rw = readNeighbourhood(cells.rw)
  if (rw === null) return WORDS.badNeighbourhood('RW', cells.rw.trim())
  const rt = readNeighbourhood(cells.rt)
  if (rt === null) return WORDS.badNeighbourhood('RT', cells.rt.trim())
  const address = readText(cells.alamat)
  if (address.length > MAX_ADDRESS) return WORDS.tooLong('alamat', MAX_ADDRESS)
  return { kelurahan: kelurahan.code, rw, rt, address }
}

/** NIK or KK as text, `''` where blank, null where a spreadsheet turned it into a number. */
function readNumber(text: string): string | null {
  // An apostrophe in front is how spreadsheets mark a number as text.
  const trimmed = readText(text).replace(/^'/, '')
  return /^\d+([.,]\d+)?E\+?\d+$/i.test(trimmed) ? null : trimmed
}

/** As written, trimmed, single spaces; a dash stands for blank. */
function readText(text: string): string {
  // Nearly every value is clean already, and there are many million.
  const clean = UNCLEAN.test(text) ? text.replace(UNCLEAN_RUNS, ' ').trim() : text.trim()
  return clean === '-' ? '' : clean
}

function wordOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
