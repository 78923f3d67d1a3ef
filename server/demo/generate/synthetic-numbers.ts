import type { Sex } from '../../../shared/population/nik.ts'
import type { Random } from './random.ts'

/** Serials of generated numbers begin here; people's own begin at 0001 each day in each district. */
const SYNTHETIC_SERIAL = 9000

/** Serials of one district outside Bandung and one birth date are shared among Bandung's 30 kecamatan. */
const SERIALS_OF_GUESTS = 33

/** Districts where some adults were first registered: regencies and cities that Bandung's people come from. */
const HOMES = [
  '3204',
  '3217',
  '3277',
  '3205',
  '3211',
  '3206',
  '3278',
  '3208',
  '3214',
  '3302',
  '3374',
] as const

export type SyntheticNumbers = {
  /** A NIK of someone first registered in this kecamatan, or elsewhere for some adults. */
  readonly nik: (birthDate: string, sex: Sex, age: number) => string
  /** A KK recorded in this kecamatan. */
  readonly kk: () => string
}

/**
 * NIK and KK that are well formed and never given twice, for people who do not exist: real region codes, so that
 * nothing warns, with serials 9000 to 9999. A kecamatan registers a handful of births a day, and its serials
 * would reach 9000 only if it registered as many in one day. See docs/synthetic-data.md.
 * @param kecamatan 1 to 30; one for each, since numbers are counted within it
 */
export function createSyntheticNumbers(kecamatan: number, random: Random): SyntheticNumbers {
  const region = `3273${pad(kecamatan)}`
  const givenNik = new Map<string, number>()
  const givenKk = new Map<string, number>()

  function next(given: Map<string, number>, start: string): number {
    const serial = given.get(start) ?? 0
    given.set(start, serial + 1)
    return serial
  }
  function local(given: Map<string, number>, digits: string): string {
    const serial = SYNTHETIC_SERIAL + next(given, region + digits)
    if (serial > 9999)
      throw new Error('too many households for so few kelurahan: the synthetic serials are used up')
    return `${region}${digits}${serial}`
  }
  return {
    nik: (birthDate, sex, age) => {
      const [year = '', month = '', day = ''] = birthDate.split('-')
      const digits = pad(Number(day) + (sex === 'P' ? 40 : 0)) + month + year.slice(2)
      if (age >= 18 && random.chance(0.12)) {
        const home = random.pick(HOMES) + pad(random.int(1, 20))
        const serial = next(givenNik, home + digits)
        if (serial < SERIALS_OF_GUESTS)
          return `${home}${digits}${SYNTHETIC_SERIAL + (kecamatan - 1) * SERIALS_OF_GUESTS + serial}`
      }
      return local(givenNik, digits)
    },
    kk: () => local(givenKk, pad(random.int(1, 28)) + pad(random.int(1, 12)) + pad(random.int(6, 24))),
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
