import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RejectionCode } from '../../../shared/api/imports.ts'
import { drawAddress } from './address.ts'
import { placesIn, planCity, shareHouseholds, type Neighbourhood } from './city-plan.ts'
import { DIRT, DIRT_KINDS, dirtyLine, lineOf, type Dirt, type RowValues } from './dirt.ts'
import { drawFamily, type Person } from './family.ts'
import { createRandom, type Random } from './random.ts'
import { createSyntheticNumbers, type SyntheticNumbers } from './synthetic-numbers.ts'

/** Ages are counted on this day, the date that a generated list is as of. */
export const LIST_DATE = '2025-06-30'

export type ListOptions = {
  readonly households: number
  readonly seed: number
  /** share of dirty rows, 0 to 1 */
  readonly dirty?: number
  /** codes of the kelurahan to live in; the whole city where not given */
  readonly kelurahan?: readonly string[]
}

/** What a generated list holds, and so what an import of it must report. */
export type ListReport = {
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  /** households with at least one row that an import takes */
  readonly households: number
  readonly dirt: Readonly<Record<Dirt, number>>
  readonly reasons: Readonly<Partial<Record<RejectionCode, number>>>
}

const HEADER =
  '"iddtks"|"provinsi"|"kabupaten_kota"|"kecamatan"|"desa_kelurahan"|"alamat"|"dusun"|"rt"|"rw"|"nomor_kk"|"nomor_nik"|"nama"|"tanggal_lahir"|"tempat_lahir"|"jenis_kelamin"|"nama_ibu_kandung"|"hubungan_keluarga"'

const BIRTH_PLACES = [
  'BANDUNG',
  'BANDUNG',
  'BANDUNG',
  'BANDUNG',
  'GARUT',
  'SUMEDANG',
  'CIMAHI',
  'TASIKMALAYA',
  'CIANJUR',
  'SUBANG',
  'JAKARTA',
] as const

/** Lines go to the target in pieces of about this many characters. */
const PIECE = 64 * 1024

/**
 * Writes a list in the layout `dtks-dump-17` of people who do not exist, the same bytes for the same options.
 * The target is ended, and its speed is waited for: memory does not grow with the list.
 * @throws Error for an unknown kelurahan, or more households than its synthetic numbers suffice for
 */
export async function writeList(options: ListOptions, target: Writable): Promise<ListReport> {
  const tally = createTally()
  await pipeline(Readable.from(piecesOf(listLines(options, tally))), target)
  return tally.report()
}

function* piecesOf(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line + '\n'
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

function* listLines(options: ListOptions, tally: Tally): Generator<string> {
  const { households, seed, dirty = 0.02, kelurahan: codes } = options
  const random = createRandom(seed)
  const plan = planCity().filter(({ kelurahan }) => codes?.includes(kelurahan.code) ?? true)
  if (codes && plan.length !== new Set(codes).size) throw new Error('a kelurahan code is not one of the 151')
  const shares = shareHouseholds(plan, households)
  let numbers: SyntheticNumbers | null = null
  let kecamatan = ''
  let earlierNik = ''
  let person = 0
  yield HEADER
  for (const [index, planned] of plan.entries()) {
    // Kelurahan stand in the order of their codes, so that a kecamatan's numbers are counted in one go.
    if (!numbers || planned.kelurahan.kecamatan !== kecamatan) {
      kecamatan = planned.kelurahan.kecamatan
      numbers = createSyntheticNumbers(Number(planned.kelurahan.code.slice(6, 8)), random)
    }
    for (const place of placesIn(planned, shares[index] ?? 0, random)) {
      for (const row of householdRows(random, place, numbers, person + 1)) {
        person += 1
        const dirt = earlierNik !== '' && random.chance(dirty) ? random.pick(DIRT_KINDS) : null
        tally.count(row.nomor_kk, dirt)
        yield dirt ? dirtyLine(random, dirt, row, earlierNik) : lineOf(row)
        if (!dirt) earlierNik = row.nomor_nik
      }
    }
  }
}

function* householdRows(
  random: Random,
  place: Neighbourhood,
  numbers: SyntheticNumbers,
  firstPerson: number,
): Generator<RowValues> {
  const kk = numbers.kk()
  const address = drawAddress(random, place)
  for (const [index, person] of drawFamily(random).entries())
    yield rowOf(random, person, place, numbers, { kk, address, person: firstPerson + index })
}

function rowOf(
  random: Random,
  { name, sex, age, motherName, relationship }: Person,
  { kelurahan, rw, rt }: Neighbourhood,
  numbers: SyntheticNumbers,
  { kk, address, person }: { kk: string; address: string; person: number },
): RowValues {
  const birthDate = drawBirthDate(random, age)
  return {
    // The S marks the id as synthetic; the ministry's have digits only.
    iddtks: `S${kelurahan.code.replaceAll('.', '')}${String(person).padStart(8, '0')}`,
    provinsi: 'JAWA BARAT',
    kabupaten_kota: 'KOTA BANDUNG',
    kecamatan: kelurahan.kecamatan.toUpperCase(),
    desa_kelurahan: kelurahan.name.toUpperCase(),
    alamat: address,
    dusun: '',
    rt: String(rt).padStart(3, '0'),
    rw: String(rw).padStart(3, '0'),
    nomor_kk: kk,
    nomor_nik: numbers.nik(birthDate, sex, age),
    nama: name,
    tanggal_lahir: birthDate,
    tempat_lahir: random.pick(BIRTH_PLACES),
    jenis_kelamin: sex,
    nama_ibu_kandung: motherName,
    hubungan_keluarga: relationship,
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A day on which somebody was born who has lived so many full years on the list's date. */
function drawBirthDate(random: Random, age: number): string {
  const [year = '', ...rest] = LIST_DATE.split('-')
  const birthday = Date.parse([String(Number(year) - age), ...rest].join('-'))
  return new Date(birthday - random.int(0, 364) * DAY_MS).toISOString().slice(0, 10)
}

type Tally = {
  readonly count: (kk: string, dirt: Dirt | null) => void
  readonly report: () => ListReport
}

function createTally(): Tally {
  const dirtCounts = Object.fromEntries(DIRT_KINDS.map((dirt) => [dirt, 0])) as Record<Dirt, number>
  const reasons: Partial<Record<RejectionCode, number>> = {}
  let accepted = 0
  let rejected = 0
  let households = 0
  let lastKk = ''
  return {
    count: (kk, dirt) => {
      if (dirt) dirtCounts[dirt] += 1
      const reason = dirt && DIRT[dirt]
      if (reason) {
        rejected += 1
        reasons[reason] = (reasons[reason] ?? 0) + 1
        return
      }
      accepted += 1
      // A household's rows are neighbours.
      if (kk !== lastKk) households += 1
      lastKk = kk
    },
    report: () => ({ rows: accepted + rejected, accepted, rejected, households, dirt: dirtCounts, reasons }),
  }
}
