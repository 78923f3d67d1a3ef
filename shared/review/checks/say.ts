import type { Text } from '../../text.ts'

/** `40 detik`, `4 menit`, as people say it. */
export function sayDuration(seconds: number): Text {
  if (seconds < 60) return { id: `${seconds} detik`, en: plural(seconds, 'second') }
  const minutes = Math.round(seconds / 60)
  return { id: `${minutes} menit`, en: plural(minutes, 'minute') }
}

/** `340 m`, `1,2 km` */
export function sayDistance(metres: number): Text {
  if (metres < 1000) return { id: `${Math.round(metres)} m`, en: `${Math.round(metres)} m` }
  const km = (metres / 1000).toFixed(1)
  return { id: `${km.replace('.', ',')} km`, en: `${km} km` }
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
