import lists from './data/code-lists.json' with { type: 'json' }
import type { Option } from './question.ts'

// Keys and codes of the variable lists in three schemes: DTSEN (an East Java app that cites the official list),
// Regsosek 2022 (OpenSID), BDT 2015-2020. They disagree, so answers are semantic keys and codes appear at export.
// A null code means that the scheme has no one such choice; a choice that only BDT has is not asked.
// Source: docs/domain.md section 3. Indonesian labels are shortened where the official one is too long for a
// phone; the English ones are ours.

type Row = readonly (string | number | null)[]

/** A row is `[key, id, en]`, then the codes of DTSEN, Regsosek and BDT where the scheme numbers the choices. */
function readOption([key, id, en, ...codes]: Row): Option {
  const option = { key: key as string, text: { id: id as string, en: en as string } }
  if (codes.length === 0) return option
  const [dtsen, regsosek, bdt] = codes as [number | null, number | null, number | null]
  return { ...option, codes: { dtsen, regsosek, bdt } }
}

function list(name: keyof typeof lists): readonly Option[] {
  return lists[name].map(readOption)
}

export const TENURE = list('status_bangunan')
export const LAND_PROOF = list('bukti_kepemilikan_tanah')
export const FLOOR = list('jenis_lantai')
export const WALL = list('jenis_dinding')
export const ROOF = list('jenis_atap')
export const WATER = list('sumber_air_minum')
export const WELL_DISTANCE = list('jarak_sumber_air_ke_tinja')
export const TOILET = list('fasilitas_bab')
export const CLOSET = list('jenis_kloset')
export const SEWAGE = list('pembuangan_tinja')
export const POWER_SOURCE = list('sumber_penerangan')
export const POWER_WATT = list('daya_listrik')
export const COOKING_FUEL = list('bahan_bakar_memasak')

export const RELATIONSHIP = list('hubungan_kepala_keluarga')
/** Where a member of the list is found to be: Regsosek R404. */
export const PRESENCE = list('keberadaan_anggota')
export const SEX = list('jenis_kelamin')
export const MARRIAGE = list('status_kawin')
/** Regsosek adds its codes up where a person has several: 1, 2, 4 (our own reading of the numbers). */
export const IDENTITY_DOCUMENTS = list('kartu_identitas')

export const SCHOOLING = list('partisipasi_sekolah')
export const SCHOOL_LEVEL = list('jenjang_pendidikan')
/**
 * Highest certificate, in BDT's seven steps. DTSEN and Regsosek number it by the 22 levels of `SCHOOL_LEVEL` and
 * 23 for none: a step stands for several of their codes, so it has none of them.
 */
export const CERTIFICATE = list('ijazah_tertinggi')

/** Whether the person worked in the week before. */
export const WORKED = list('bekerja_seminggu_lalu')
export const INDUSTRY = list('lapangan_usaha')
export const WORK_STATUS = list('status_pekerjaan')
/** Of the person's business, in a month. */
export const TURNOVER = list('omzet_usaha_per_bulan')

export const NUTRITION = list('kondisi_gizi')
/**
 * What a person may find hard; each is answered by a `DIFFICULTY`, which carries the code. The nine are the
 * ministry's, their wording is our own choice, close to the Washington Group's questions.
 */
export const FUNCTIONS = list('fungsi_items')
export const DIFFICULTY = list('tingkat_kesulitan_fungsi')
/** How often a person was sad or depressed. */
export const SADNESS = list('sedih_depresi')
/** Restricted illness is never asked for: code 12 of DTSEN and Regsosek is missing on purpose (docs/domain.md section 6). */
export const ILLNESS = list('penyakit_kronis')
/** Regsosek adds its codes up where a person has several insurances: 1, 2, 4, 8. */
export const INSURANCE = list('jaminan_kesehatan')

/**
 * No code per choice: DTSEN and Regsosek ask for each asset, 1 held, 2 not held. That the weights of gas and gold
 * are the least that counts is our own reading.
 */
export const ASSETS = list('aset_bergerak_keys')
/** As `ASSETS`: 1 held, 2 not held. */
export const PROPERTY_ELSEWHERE = list('aset_tidak_bergerak')
/** Animals to be counted, so without codes. */
export const LIVESTOCK = list('ternak_count')
/** Aid received within a year; asked one by one, so without codes. */
export const AID = list('program_diterima_setahun')
