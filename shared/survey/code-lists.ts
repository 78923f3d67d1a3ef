import type { Option } from './question.ts'

// Keys and codes of the variable lists in three schemes: DTSEN (an East Java app that cites the official list),
// Regsosek 2022 (OpenSID), BDT 2015-2020. They disagree, so answers are semantic keys and codes appear at export.
// A null code means that the scheme has no such choice. Source: docs/domain.md section 3.

export const TENURE: readonly Option[] = [
  {
    key: 'milik_sendiri',
    text: { id: 'Milik sendiri', en: 'Own' },
    codes: { dtsen: 1, regsosek: 1, bdt: 1 },
  },
  {
    key: 'kontrak_sewa',
    text: { id: 'Kontrak/sewa', en: 'Rented' },
    codes: { dtsen: 2, regsosek: 2, bdt: 2 },
  },
  {
    key: 'bebas_sewa',
    text: { id: 'Bebas sewa', en: 'Rent-free' },
    codes: { dtsen: 3, regsosek: 3, bdt: 3 },
  },
  {
    key: 'dinas',
    text: { id: 'Rumah dinas', en: 'Official housing' },
    codes: { dtsen: 4, regsosek: 4, bdt: 4 },
  },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 5, regsosek: 5, bdt: 5 } },
]

export const FLOOR: readonly Option[] = [
  {
    key: 'marmer_granit',
    text: { id: 'Marmer/granit', en: 'Marble or granite' },
    codes: { dtsen: 1, regsosek: 1, bdt: 1 },
  },
  { key: 'keramik', text: { id: 'Keramik', en: 'Ceramic' }, codes: { dtsen: 2, regsosek: 2, bdt: 2 } },
  {
    key: 'parket_vinil_karpet',
    text: { id: 'Parket/vinil/karpet', en: 'Parquet, vinyl or carpet' },
    codes: { dtsen: 3, regsosek: 3, bdt: 3 },
  },
  {
    key: 'ubin_tegel_teraso',
    text: { id: 'Ubin/tegel/teraso', en: 'Tile or terrazzo' },
    codes: { dtsen: 4, regsosek: 4, bdt: 4 },
  },
  {
    key: 'kayu_papan',
    text: { id: 'Kayu/papan', en: 'Wood or boards' },
    codes: { dtsen: 5, regsosek: 5, bdt: null },
  },
  {
    key: 'semen_bata',
    text: { id: 'Semen/bata merah', en: 'Cement or brick' },
    codes: { dtsen: 6, regsosek: 6, bdt: 6 },
  },
  { key: 'bambu', text: { id: 'Bambu', en: 'Bamboo' }, codes: { dtsen: 7, regsosek: 7, bdt: 7 } },
  { key: 'tanah', text: { id: 'Tanah', en: 'Earth' }, codes: { dtsen: 8, regsosek: 8, bdt: 9 } },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 9, regsosek: 9, bdt: 10 } },
]

export const WALL: readonly Option[] = [
  { key: 'tembok', text: { id: 'Tembok', en: 'Masonry' }, codes: { dtsen: 1, regsosek: 1, bdt: 1 } },
  {
    key: 'plesteran_bambu_kawat',
    text: { id: 'Plesteran anyaman bambu/kawat', en: 'Plastered bamboo or wire mesh' },
    codes: { dtsen: 2, regsosek: 2, bdt: 2 },
  },
  {
    key: 'kayu_papan_gypsum_grc',
    text: { id: 'Kayu/papan/gypsum/GRC/calciboard', en: 'Wood, boards, gypsum or GRC' },
    codes: { dtsen: 3, regsosek: 3, bdt: 3 },
  },
  {
    key: 'anyaman_bambu',
    text: { id: 'Anyaman bambu', en: 'Woven bamboo' },
    codes: { dtsen: 4, regsosek: 4, bdt: 4 },
  },
  { key: 'batang_kayu', text: { id: 'Batang kayu', en: 'Logs' }, codes: { dtsen: 5, regsosek: 5, bdt: 5 } },
  { key: 'bambu', text: { id: 'Bambu', en: 'Bamboo' }, codes: { dtsen: 6, regsosek: 6, bdt: 6 } },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 7, regsosek: 7, bdt: 7 } },
]

export const ROOF: readonly Option[] = [
  { key: 'beton', text: { id: 'Beton', en: 'Concrete' }, codes: { dtsen: 1, regsosek: 1, bdt: 1 } },
  { key: 'genteng', text: { id: 'Genteng', en: 'Roof tiles' }, codes: { dtsen: 2, regsosek: 2, bdt: null } },
  { key: 'seng', text: { id: 'Seng', en: 'Corrugated iron' }, codes: { dtsen: 3, regsosek: 3, bdt: 6 } },
  { key: 'asbes', text: { id: 'Asbes', en: 'Asbestos' }, codes: { dtsen: 4, regsosek: 4, bdt: 5 } },
  {
    key: 'kayu_sirap',
    text: { id: 'Kayu/sirap', en: 'Wood or shingles' },
    codes: { dtsen: 6, regsosek: 5, bdt: 7 },
  },
  { key: 'bambu', text: { id: 'Bambu', en: 'Bamboo' }, codes: { dtsen: 5, regsosek: 6, bdt: 8 } },
  {
    key: 'jerami_ijuk_rumbia',
    text: { id: 'Jerami/ijuk/daun-daunan/rumbia', en: 'Straw, palm fibre or thatch' },
    codes: { dtsen: 7, regsosek: 7, bdt: 9 },
  },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 8, regsosek: 8, bdt: 10 } },
]

export const WATER: readonly Option[] = [
  {
    key: 'kemasan',
    text: { id: 'Air kemasan bermerek', en: 'Bottled' },
    codes: { dtsen: 1, regsosek: 1, bdt: 1 },
  },
  {
    key: 'isi_ulang',
    text: { id: 'Air isi ulang', en: 'Refilled' },
    codes: { dtsen: 2, regsosek: 2, bdt: 2 },
  },
  { key: 'leding', text: { id: 'Leding', en: 'Piped' }, codes: { dtsen: 3, regsosek: 3, bdt: null } },
  {
    key: 'sumur_bor',
    text: { id: 'Sumur bor/pompa', en: 'Borehole or pump' },
    codes: { dtsen: 4, regsosek: 4, bdt: 5 },
  },
  {
    key: 'sumur_terlindung',
    text: { id: 'Sumur terlindung', en: 'Protected well' },
    codes: { dtsen: 5, regsosek: 5, bdt: 6 },
  },
  {
    key: 'sumur_tak_terlindung',
    text: { id: 'Sumur tak terlindung', en: 'Unprotected well' },
    codes: { dtsen: 6, regsosek: 6, bdt: 7 },
  },
  {
    key: 'mata_air_terlindung',
    text: { id: 'Mata air terlindung', en: 'Protected spring' },
    codes: { dtsen: 7, regsosek: 7, bdt: 8 },
  },
  {
    key: 'mata_air_tak_terlindung',
    text: { id: 'Mata air tak terlindung', en: 'Unprotected spring' },
    codes: { dtsen: 8, regsosek: 8, bdt: 9 },
  },
  {
    key: 'air_permukaan',
    text: { id: 'Air permukaan (sungai/danau/waduk/kolam/irigasi)', en: 'Surface water (river, lake, pond)' },
    codes: { dtsen: 9, regsosek: 9, bdt: 10 },
  },
  {
    key: 'air_hujan',
    text: { id: 'Air hujan', en: 'Rainwater' },
    codes: { dtsen: 10, regsosek: 10, bdt: 11 },
  },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 11, regsosek: 11, bdt: 12 } },
]

export const TOILET: readonly Option[] = [
  {
    key: 'sendiri',
    text: { id: 'Ada, dipakai sendiri', en: 'Own, used by the household only' },
    codes: { dtsen: 1, regsosek: 1, bdt: 1 },
  },
  {
    key: 'bersama',
    text: { id: 'Ada, dipakai bersama keluarga tertentu', en: 'Shared with certain households' },
    codes: { dtsen: 2, regsosek: 2, bdt: 2 },
  },
  {
    key: 'mck_komunal',
    text: { id: 'MCK komunal', en: 'Communal facility' },
    codes: { dtsen: 3, regsosek: 3, bdt: 3 },
  },
  {
    key: 'mck_umum',
    text: { id: 'MCK umum', en: 'Public facility' },
    codes: { dtsen: 4, regsosek: 4, bdt: 3 },
  },
  {
    key: 'ada_tidak_dipakai',
    text: { id: 'Ada, tidak dipakai', en: 'There is one, not used' },
    codes: { dtsen: 5, regsosek: 5, bdt: null },
  },
  {
    key: 'tidak_ada',
    text: { id: 'Tidak ada fasilitas', en: 'None' },
    codes: { dtsen: 6, regsosek: 6, bdt: 4 },
  },
]

export const POWER_SOURCE: readonly Option[] = [
  {
    key: 'pln_meteran',
    text: { id: 'Listrik PLN dengan meteran', en: 'PLN with a meter' },
    codes: { dtsen: 1, regsosek: 1, bdt: null },
  },
  {
    key: 'pln_tanpa_meteran',
    text: { id: 'Listrik PLN tanpa meteran', en: 'PLN without a meter' },
    codes: { dtsen: 2, regsosek: 2, bdt: null },
  },
  {
    key: 'non_pln',
    text: { id: 'Listrik non-PLN', en: 'Other electricity' },
    codes: { dtsen: 3, regsosek: 3, bdt: 2 },
  },
  {
    key: 'bukan_listrik',
    text: { id: 'Bukan listrik', en: 'No electricity' },
    codes: { dtsen: 4, regsosek: 4, bdt: 3 },
  },
]

export const POWER_WATT: readonly Option[] = [
  { key: '450', text: { id: '450 watt', en: '450 watts' }, codes: { dtsen: null, regsosek: 1, bdt: 1 } },
  { key: '900', text: { id: '900 watt', en: '900 watts' }, codes: { dtsen: null, regsosek: 2, bdt: 2 } },
  { key: '1300', text: { id: '1.300 watt', en: '1,300 watts' }, codes: { dtsen: null, regsosek: 3, bdt: 3 } },
  { key: '2200', text: { id: '2.200 watt', en: '2,200 watts' }, codes: { dtsen: null, regsosek: 4, bdt: 4 } },
  {
    key: 'gt2200',
    text: { id: '> 2.200 watt', en: 'More than 2,200 watts' },
    codes: { dtsen: null, regsosek: 5, bdt: 5 },
  },
]

export const RELATIONSHIP: readonly Option[] = [
  {
    key: 'kepala',
    text: { id: 'Kepala keluarga', en: 'Family head' },
    codes: { dtsen: 1, regsosek: 1, bdt: 1 },
  },
  {
    key: 'pasangan',
    text: { id: 'Istri/suami', en: 'Wife or husband' },
    codes: { dtsen: 2, regsosek: 2, bdt: 2 },
  },
  { key: 'anak', text: { id: 'Anak', en: 'Child' }, codes: { dtsen: 3, regsosek: 3, bdt: 3 } },
  {
    key: 'menantu',
    text: { id: 'Menantu', en: 'Son- or daughter-in-law' },
    codes: { dtsen: 4, regsosek: 4, bdt: 4 },
  },
  { key: 'cucu', text: { id: 'Cucu', en: 'Grandchild' }, codes: { dtsen: 5, regsosek: 5, bdt: 5 } },
  {
    key: 'orang_tua_mertua',
    text: { id: 'Orang tua/mertua', en: 'Parent or parent-in-law' },
    codes: { dtsen: 6, regsosek: 6, bdt: 6 },
  },
  {
    key: 'pembantu_sopir',
    text: { id: 'Pembantu/sopir', en: 'Domestic worker or driver' },
    codes: { dtsen: 7, regsosek: 7, bdt: 7 },
  },
  { key: 'lainnya', text: { id: 'Lainnya', en: 'Other' }, codes: { dtsen: 8, regsosek: 8, bdt: 8 } },
]
