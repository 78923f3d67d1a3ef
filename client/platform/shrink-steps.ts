/** Longest side of a kept photo, pixels. */
export const LONGEST_SIDE = 1600

/** Bytes that a kept photo should not exceed; the product asks for about 150 KB. */
const AIM_BYTES = 150 * 1024

export type ShrinkStep = {
  /** longest side, pixels */
  readonly side: number
  /** of the encoder, 0 to 1 */
  readonly quality: number
  /** roughly, of the first step's bytes */
  readonly share: number
}

// Our own choice: quality goes first, but not so far that the print of a family card blurs; then size.
const STEPS: readonly [ShrinkStep, ...ShrinkStep[]] = [
  { side: LONGEST_SIDE, quality: 0.8, share: 1 },
  { side: LONGEST_SIDE, quality: 0.65, share: 0.72 },
  { side: LONGEST_SIDE, quality: 0.5, share: 0.58 },
  { side: 1280, quality: 0.5, share: 0.4 },
  { side: 1024, quality: 0.5, share: 0.27 },
]

/**
 * The best encoding that keeps to the bytes aimed at, else the smallest one. Steps that cannot be enough by the
 * first one's bytes are left out: each costs a cheap phone half a second.
 */
export async function encodeWithin<Encoded extends { readonly blob: Blob }>(
  encode: (step: ShrinkStep) => Promise<Encoded>,
  aimBytes = AIM_BYTES,
): Promise<Encoded> {
  const [first, ...further] = STEPS
  let smallest = await encode(first)
  const firstBytes = smallest.blob.size
  for (const [index, step] of further.entries()) {
    if (smallest.blob.size <= aimBytes) break
    const isLast = index === further.length - 1
    if (!isLast && firstBytes * step.share > aimBytes) continue
    const next = await encode(step)
    if (next.blob.size < smallest.blob.size) smallest = next
  }
  return smallest
}

/** Width and height at which a picture's longest side is at most so long; a smaller one stays as it is. */
export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  side: number,
): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  const scaled = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: scaled(width), height: scaled(height) }
}
