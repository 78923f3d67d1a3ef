import type { Language } from '../../../shared/text.ts'

const NAMES: Readonly<Record<Language, string>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
}

/** Names of the twelve months, January first. Their first three letters are their short names, in both languages. */
export function monthNames(language: Language): readonly string[] {
  return NAMES[language].split(' ')
}
