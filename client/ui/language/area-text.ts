import { findKelurahan, type Area } from '../../../shared/population/area.ts'

/** Where a household lies, as people write it: `RT 003/RW 005`; an unknown part (`000`) as a dash. */
export function neighbourhoodText({ rt, rw }: Pick<Area, 'rt' | 'rw'>): string {
  return `RT ${shown(rt)}/RW ${shown(rw)}`
}

/** With its kelurahan: `RT 003/RW 005 · Sukarasa`. */
export function areaText(area: Area): string {
  const name = findKelurahan(area.kelurahan)?.name
  return name ? `${neighbourhoodText(area)} · ${name}` : neighbourhoodText(area)
}

function shown(number: string): string {
  return number === '000' ? '–' : number
}
