// Keys of shared/survey/code-lists by the words and codes (1-8, Regsosek and BDT alike) that lists use.
const RELATIONSHIP_BY_WORD: Readonly<Record<string, string>> = {
  '1': 'kepala',
  KEPALAKELUARGA: 'kepala',
  KEPALA: 'kepala',
  KK: 'kepala',
  '2': 'pasangan',
  ISTRI: 'pasangan',
  SUAMI: 'pasangan',
  ISTRISUAMI: 'pasangan',
  SUAMIISTRI: 'pasangan',
  '3': 'anak',
  ANAK: 'anak',
  '4': 'menantu',
  MENANTU: 'menantu',
  '5': 'cucu',
  CUCU: 'cucu',
  '6': 'orang_tua_mertua',
  ORANGTUA: 'orang_tua_mertua',
  MERTUA: 'orang_tua_mertua',
  ORANGTUAMERTUA: 'orang_tua_mertua',
  '7': 'pembantu_sopir',
  PEMBANTU: 'pembantu_sopir',
  PEMBANTUSOPIR: 'pembantu_sopir',
  SOPIR: 'pembantu_sopir',
}

/** Key of a relationship to the family head; what is not known (`FAMILI LAIN`, `8`, blank) is `lainnya`. */
export function readRelationship(text: string): string {
  const word = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return RELATIONSHIP_BY_WORD[word] ?? 'lainnya'
}
