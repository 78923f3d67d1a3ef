import { isDayOfMonth } from './calendar-date.ts'
import { isKnownRegion } from './region-code.ts'

export type Sex = 'L' | 'P'

/** Codes of `E_` block, those of `W_` warn: people keep the NIK of where they were first registered. */
export type NikFinding = 'E_FORMAT' | 'E_TANGGAL' | 'E_URUT' | 'W_WILAYAH'

export type NikReading = {
  readonly valid: boolean
  readonly findings: readonly NikFinding[]
  /** `YYYY-MM-DD`, null where the NIK is not valid, or its century cannot be told */
  readonly birthDate: string | null
  readonly sex: Sex | null
}

/**
 * Reads a NIK: region (6 digits), DDMMYY with 40 added to the day for women, serial from 0001.
 * The century is not coded: the later one that is not in the future is taken.
 * @param today `YYYY-MM-DD`; null where nobody knows the day: then no century is guessed
 * Source: Dukcapil, NIK structure; docs/domain.md section 4.
 */
export function readNik(nik: string, today: string | null): NikReading {
  if (!/^\d{16}$/.test(nik)) return invalid('E_FORMAT')
  const codedDay = Number(nik.slice(6, 8))
  const sex: Sex = codedDay > 40 ? 'P' : 'L'
  const day = sex === 'P' ? codedDay - 40 : codedDay
  const dates = birthDatesOf(day, Number(nik.slice(8, 10)), Number(nik.slice(10, 12)))
  const birthDate = today === null ? null : (dates.find((date) => date <= today) ?? null)
  if (today === null ? dates.length === 0 : birthDate === null) return invalid('E_TANGGAL')
  if (nik.endsWith('0000')) return invalid('E_URUT')
  return {
    valid: true,
    findings: isKnownRegion(nik.slice(0, 4)) && !isUnknownBandung(nik) ? [] : ['W_WILAYAH'],
    birthDate,
    sex,
  }
}

/** In the later century first; none where no calendar has the day. */
function birthDatesOf(day: number, month: number, yearOfCentury: number): readonly string[] {
  return [2000, 1900]
    .map((century) => century + yearOfCentury)
    .filter((year) => isDayOfMonth(year, month, day))
    .map((year) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Of Bandung (32.73) we know every district, so a wrong one is seen; elsewhere old codes live on in real NIK. */
function isUnknownBandung(nik: string): boolean {
  const district = Number(nik.slice(4, 6))
  return nik.startsWith('3273') && (district < 1 || district > 30)
}

function invalid(finding: NikFinding): NikReading {
  return { valid: false, findings: [finding], birthDate: null, sex: null }
}
