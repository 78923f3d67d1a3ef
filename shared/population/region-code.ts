// Kemendagri province codes in force (38 provinces; 92 and 93-96 are the new ones of Papua), with the
// two digits' range of regencies and cities. Source: Kepmendagri 300.2.2-2138/2025, docs/domain.md section 4.
const PROVINCES = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
)

/** True where the first four digits of a NIK or KK name a province in force and a regency (01-69) or city (71-99). */
export function isKnownRegion(provinceAndRegency: string): boolean {
  const regency = Number(provinceAndRegency.slice(2, 4))
  return PROVINCES.has(provinceAndRegency.slice(0, 2)) && regency >= 1 && regency !== 70
}
