import type { Path } from '../../../../shared/survey/path.ts'

/**
 * The package's column of each answer; a name never changes its meaning. Null for what stays in the city: what only
 * the field work needs, pictures and signatures, and words that people wrote or said. Rules [K7] and [K9] of
 * SPEC.md. A test asks for a decision about every question.
 */
export const COLUMN_NAMES: { readonly [pattern: Path]: string | null } = {
  'location/kelurahan': 'kode_kelurahan',
  'location/rw': 'rw',
  'location/rt': 'rt',
  'location/address': 'alamat',
  // Stands as three columns: see `answer-columns.ts`.
  'location/position': 'lintang',
  'location/positionMissing': null,

  'families/*/order': null,
  'families/*/kk': 'nomor_kk',
  'families/*/aid': 'bantuan_keluarga',
  'families/*/removed': null,

  'members/*/order': null,
  'members/*/family': 'id_keluarga',
  'members/*/name': 'nama',
  'members/*/nik': 'nik',
  'members/*/nikMissing': 'alasan_tanpa_nik',
  'members/*/birthDate': 'tanggal_lahir',
  'members/*/sex': 'jenis_kelamin',
  'members/*/relationship': 'hubungan',
  'members/*/birthRegistered': 'akta_kelahiran',
  'members/*/marriage': 'status_kawin',
  'members/*/schooling': 'partisipasi_sekolah',
  'members/*/schoolLevel': 'jenjang_sekolah',
  'members/*/certificate': 'ijazah',
  'members/*/worked': 'bekerja',
  'members/*/seeksWork': 'mencari_kerja',
  'members/*/workStatus': 'status_pekerjaan',
  'members/*/industry': 'lapangan_usaha',
  'members/*/aid': 'bantuan_pribadi',
  'members/*/seeing': 'penglihatan',
  'members/*/hearing': 'pendengaran',
  'members/*/walking': 'berjalan_naik_tangga',
  'members/*/hands': 'menggerakkan_tangan_jari',
  'members/*/learning': 'belajar_intelektual',
  'members/*/behaviour': 'pengendalian_perilaku',
  'members/*/speaking': 'bicara_komunikasi',
  'members/*/selfCare': 'mengurus_diri',
  'members/*/remembering': 'mengingat_berkonsentrasi',
  'members/*/device': 'alat_bantu',
  'members/*/illnesses': 'penyakit_menahun',
  'members/*/treatment': 'berobat_rutin',
  'members/*/pregnant': 'hamil',
  'members/*/antenatal': 'periksa_kehamilan',
  'members/*/nutrition': 'kondisi_gizi',
  'members/*/insurance': 'jaminan_kesehatan',
  'members/*/insuranceActive': 'jaminan_aktif',
  // The change list says who left, and why.
  'members/*/removed': null,

  'dwelling/tenure': 'status_rumah',
  'dwelling/landProof': 'bukti_tanah',
  'dwelling/floorArea': 'luas_lantai_m2',
  'dwelling/floor': 'lantai',
  'dwelling/wall': 'dinding',
  'dwelling/roof': 'atap',
  'dwelling/water': 'air_minum',
  'dwelling/wellDistance': 'jarak_air_ke_tinja',
  'dwelling/toilet': 'bab',
  'dwelling/closet': 'kloset',
  'dwelling/sewage': 'pembuangan_tinja',
  'dwelling/powerSource': 'penerangan',
  'dwelling/powerWatt': 'daya_watt',
  'dwelling/cookingFuel': 'bahan_bakar_memasak',

  'assets/held': 'aset',
  'assets/elsewhere': 'aset_tempat_lain',
  'assets/hasLivestock': 'punya_ternak',
  'assets/sapi': 'ternak_sapi',
  'assets/kerbau': 'ternak_kerbau',
  'assets/kuda': 'ternak_kuda',
  'assets/babi': 'ternak_babi',
  'assets/kambingDomba': 'ternak_kambing_domba',

  'economy/spending': 'pengeluaran_sebulan',
  'economy/foodSpending': 'pengeluaran_makanan',
  'economy/foodIsMost': 'makanan_lebih_separuh',
  'economy/shelter': 'tempat_berteduh_tetap',
  'economy/steadyIncome': 'penghasilan_tetap',
  'economy/hunger': 'khawatir_tidak_makan',
  'economy/clothes': 'membeli_pakaian',
  'economy/debts': 'utang_kepada',
  'economy/debtAmount': 'jumlah_utang',
  'economy/debtBurden': 'sanggup_mencicil',
  'economy/wishes': null,

  'problems/*/order': null,
  'problems/*/subject': 'subjek',
  'problems/*/code': 'kode_masalah',
  'problems/*/severity': 'keparahan',
  'problems/*/since': 'sejak',
  'problems/*/rule': 'aturan_saran',
  'problems/*/suggestedFor': null,
  'problems/*/evidence': 'bukti',
  'problems/*/needs': 'kebutuhan',
  'problems/*/help': 'bantuan_ada',
  'problems/*/helpNote': null,
  'problems/*/note': null,
  'problems/*/removed': null,
  'problems/*/removedWhy': null,
  'problems/*/changedWhy': null,
}

/** Parts of a survey that are about the visit, not about the household: nothing of them leaves. */
export const KEPT_PARTS: readonly string[] = ['visits', 'notice', 'attachments', 'confirmations']

/**
 * Columns in which a change of an answer shows; none for what stays in the city. All that problems hold is
 * `masalah`.
 */
export function changedColumns(pattern: Path): readonly string[] {
  if (pattern.startsWith('problems/')) return ['masalah']
  if (pattern === 'location/position') return PLACE_COLUMNS
  const name = COLUMN_NAMES[pattern] ?? null
  return name === null ? [] : [name]
}

/** WGS 84 in degrees, and how exact the phone said it was. */
export const PLACE_COLUMNS = ['lintang', 'bujur', 'akurasi_m'] as const
