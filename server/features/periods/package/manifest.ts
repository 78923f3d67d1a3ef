import { CITY } from './columns.ts'
import type { SealFacts } from '../period-store.ts'
import type { PackageSource } from './package-source.ts'

import type { Written } from './zip-file.ts'

export type TableFile = Written & {
  readonly name: string
  /** without the header */
  readonly rows: number
  readonly columns: readonly string[]
}

/** Raised when tables are laid out or read otherwise; which answers have columns follows from `form`. */
const PROFILE = 'yesjitu-bulanan-1'

const NOTE =
  'Tidak resmi: profil sendiri, karena tata letak unggahan SIKS-NG/DTSEN tidak terbuka. NIK dan nomor KK adalah teks. Sel yang diawali = + - @ diberi tanda petik tunggal di depannya.'

/** `manifest.json`: what the package is made of, for programs and people. Nothing in it depends on the clock. */
export function manifestOf(facts: SealFacts, source: PackageSource, files: readonly TableFile[]): string {
  const manifest = {
    profile: PROFILE,
    period: facts.id,
    city: CITY,
    sealedAt: facts.cutOff.sealedAt,
    cutOff: facts.cutOff.seq,
    source: source.snapshot(),
    form: facts.form,
    rules: facts.rules,
    figures: facts.figures,
    exclusions: source.exclusions(),
    files,
    note: NOTE,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
