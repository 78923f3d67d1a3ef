import { expect, test } from 'vitest'
import words from '../../shared/catalogue/data/problem-search-words.json' with { type: 'json' }
import { findOrdinaryProblem, ORDINARY_PROBLEMS } from '../../shared/catalogue/problem-catalogue.ts'
import { RESTRICTED_PROBLEMS } from '../../shared/catalogue/restricted-problems.ts'
import { searchProblems } from './problem-search.ts'

const found = (typed: string) => searchProblems(ORDINARY_PROBLEMS, typed).map(({ code }) => code)

// Words of the reasons that the app itself gives for a suggestion, and what people say and write shortly.
test.each([
  ['lansia', ['ppks.lansia_telantar', 'kota.lansia_tunggal']],
  ['tinggal sendiri', ['kota.lansia_tunggal']],
  ['difabel', ['ppks.adk', 'ppks.disabilitas', 'kota.alat_bantu']],
  ['WC', ['kota.tanpa_jamban']],
  ['buang air besar', ['kota.tanpa_jamban']],
  ['BPJS', ['kota.tanpa_jaminan_kesehatan']],
  ['jaminan kesehatan', ['kota.tanpa_jaminan_kesehatan']],
  ['KTP', ['kota.tanpa_dokumen']],
  ['akta kelahiran', ['kota.tanpa_dokumen']],
  ['tidak bersekolah', ['kota.putus_sekolah']],
  ['berobat', ['kota.sakit_menahun']],
  ['bumil', ['kota.ibu_hamil_risiko']],
  ['kurang gizi', ['kota.risiko_stunting']],
  ['cari kerja', ['kota.pengangguran']],
  ['penghasilan tidak tetap', ['kota.kepala_tidak_bekerja']],
  ['perempuan kepala keluarga', ['ppks.prse']],
  ['lantai tanah', ['kota.rumah_tidak_layak']],
  ['dinding bambu', ['kota.rumah_tidak_layak']],
  ['air hujan', ['kota.air_minum_tidak_layak']],
  ['tidak makan', ['kota.kebutuhan_pangan']],
  ['pinjol', ['kota.utang_rentenir']],
  ['UMKM', ['kota.usaha_butuh_modal']],
  ['rutilahu', ['kota.rumah_tidak_layak']],
])('%s finds what is meant', (typed, codes) => {
  expect(found(typed)).toEqual(expect.arrayContaining(codes))
})

test('a name is found in both languages, and what nobody says finds nothing', () => {
  expect(found('rumah tidak layak')).toEqual(['kota.rumah_tidak_layak'])
  expect(found('unfit')).toEqual(['kota.rumah_tidak_layak'])
  expect(found('pesawat')).toEqual([])
})

test('every ordinary problem has its words, and none of them speaks of a restricted type', () => {
  expect(Object.keys(words.words).toSorted()).toEqual(ORDINARY_PROBLEMS.map(({ code }) => code).toSorted())
  const all = JSON.stringify(words.words)
  for (const { code, text } of RESTRICTED_PROBLEMS) {
    expect(findOrdinaryProblem(code)).toBeUndefined()
    expect(all).not.toContain(text.id)
  }
  for (const word of [/hiv/i, /odha/i, /napza/i, /narkoba/i, /kdrt/i, /kekerasan/i, /trafficking/i, /napi/i])
    expect(all).not.toMatch(word)
})
