import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Random = {
  /** An integer between both, included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** One of the items, each as likely as its weight is large. */
  readonly weighted: <Item>(items: readonly (readonly [Item, number])[]) => Item
}

/** Draws the same for the same seed, on every machine. */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const int: Random['int'] = (from, to) => uniformInt(generator, from, to)
  return {
    int,
    chance: (probability) => uniformFloat64(generator) < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (items) => {
      let left = uniformFloat64(generator) * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        left -= weight
        if (left < 0) return item
      }
      const [last] = items.slice(-1)
      if (!last) throw new Error('nothing to choose from')
      return last[0]
    },
  }
}
