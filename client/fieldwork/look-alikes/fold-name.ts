import { foldText } from '../../../shared/fold-text.ts'

// How Indonesian names are written in lists and on cards: our own choice of forms, common ones only.
const TITLES = new Set(
  'h hj haji hajah hajjah drs dra dr drg ir prof kh ust ustad ustadz alm almh tn ny nn bpk bapak ibu sdr sdri'.split(
    ' ',
  ),
)
/** What follows is the father's name, written in some lists and left out in others. */
const PATRONYMICS = new Set(['bin', 'binti', 'bt', 'bti', 'ibn'])
const ALIASES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'muh moh moch mohd muhd mhd muhamad mohamad mohammad mochamad mochammad muhamed mohamed'
      .split(' ')
      .map((form) => [form, 'muhammad']),
  ),
  ...Object.fromEntries('achmad akhmad ahmed akmad'.split(' ').map((form) => [form, 'ahmad'])),
  st: 'siti',
  sitti: 'siti',
  abd: 'abdul',
  noor: 'nur',
}

export type NameFolder = (name: string) => string

/**
 * Folds names for comparing: without titles, degrees and the father's name, short forms written out, old spelling as
 * new, letters that sound alike as one. Words keep their order; nothing is left of what is no name. The folder
 * remembers words: the people of an area share most of theirs.
 */
export function createNameFolder(): NameFolder {
  const known = new Map<string, string>()

  function folded(word: string): string {
    const before = known.get(word)
    if (before !== undefined) return before
    const after = sounded(written(word))
    known.set(word, after)
    return after
  }

  return (name) => {
    const [own = ''] = name.split(',')
    const words = foldText(own).split(/\s+/).filter(Boolean)
    const father = words.findIndex((word, index) => index > 0 && PATRONYMICS.has(word))
    const named = words.slice(0, father < 0 ? undefined : father)
    const untitled = named.filter((word) => !TITLES.has(word))
    return (untitled.length > 0 ? untitled : named)
      .map((word, index, all) => folded(word === 'm' && index < all.length - 1 ? 'muhammad' : word))
      .join(' ')
  }
}

function written(word: string): string {
  return (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined) ?? word
}

function sounded(word: string): string {
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/sj|sy/g, 's')
    .replace(/ch|kh/g, 'h')
    .replace(/dz|zh/g, 'z')
    .replace(/ph|v/g, 'f')
    .replace(/q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')
}
