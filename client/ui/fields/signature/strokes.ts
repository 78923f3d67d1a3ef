import { MAX_SIGNATURE_LENGTH, SIGNATURE_BOX } from '../../../../shared/survey/signature-path.ts'

export type Point = { readonly x: number; readonly y: number }

/** From pen down to pen up, at least one point, in the units of the signature's box. */
export type Stroke = readonly Point[]

/** How far a left-out point may lie from the line: no eye sees one unit of the box. */
const TOLERANCE = 1
const COARSEST = 64

/**
 * Strokes as SVG path data (`isSignaturePath`): whole numbers, clamped to the box, smooth through the middles
 * between the points. Where it would be too long, points are left out, and at last the last strokes.
 * @returns null where there is no stroke
 */
export function pathOf(strokes: readonly Stroke[]): string | null {
  const drawn = strokes.filter((stroke) => stroke.length > 0).map(toGrid)
  for (let tolerance = TOLERANCE; ; tolerance *= 2) {
    const paths = drawn.map((stroke) => segmentsOf(simplify(stroke, tolerance)))
    if (paths.join('').length <= MAX_SIGNATURE_LENGTH) return paths.join('') || null
    if (tolerance >= COARSEST) return asManyAsFit(paths)
  }
}

function asManyAsFit(paths: readonly string[]): string {
  return paths.reduce((kept, next) => {
    const joined = `${kept}${next}`
    return joined.length <= MAX_SIGNATURE_LENGTH ? joined : kept
  }, '')
}

/** The strokes that `pathOf` made a path of, as simple as it left them. */
export function strokesOf(path: string | null): readonly Stroke[] {
  const strokes = (path ?? '').split('M').filter((text) => text !== '')
  return strokes.map((text) => {
    const points = text.split(/[LQ]/).map((segment) => pointsOf(segment))
    // Of a curve the first point was drawn; the second is the middle that it ends in, and of the last one the end.
    const drawn = points.flatMap(([first]) => first ?? [])
    const end = points.at(-1)?.[1]
    return end ? [...drawn, end] : drawn
  })
}

function pointsOf(segment: string): Point[] {
  const numbers = segment.split(' ').map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({
    x: numbers[index * 2] ?? 0,
    y: numbers[index * 2 + 1] ?? 0,
  }))
}

function segmentsOf(points: Stroke): string {
  const [start = { x: 0, y: 0 }, ...rest] = points
  const end = rest.at(-1) ?? start
  if (rest.length < 2) return `M${coordinates(start)}L${coordinates(end)}`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? end
    const to = index === rest.length - 2 ? end : { x: (point.x + next.x) >> 1, y: (point.y + next.y) >> 1 }
    return `Q${coordinates(point)} ${coordinates(to)}`
  })
  return `M${coordinates(start)}${curves.join('')}`
}

function coordinates({ x, y }: Point): string {
  return `${x} ${y}`
}

function toGrid(stroke: Stroke): Stroke {
  const clamp = (value: number, max: number) => Math.min(max, Math.max(0, Math.round(value)))
  return stroke.map(({ x, y }) => ({ x: clamp(x, SIGNATURE_BOX.width), y: clamp(y, SIGNATURE_BOX.height) }))
}

/** Ramer-Douglas-Peucker: leaves out points that lie within the tolerance of the line between those that stay. */
function simplify(points: Stroke, tolerance: number): Stroke {
  const start = points[0]
  const end = points.at(-1)
  if (!start || !end || points.length < 3) return points
  let farthest = 0
  let distance = tolerance
  for (let index = 1; index < points.length - 1; index++) {
    const off = distanceToLine(points[index] ?? start, start, end)
    if (off > distance) {
      farthest = index
      distance = off
    }
  }
  if (farthest === 0) return [start, end]
  const before = simplify(points.slice(0, farthest + 1), tolerance)
  return [...before.slice(0, -1), ...simplify(points.slice(farthest), tolerance)]
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx ** 2 + dy ** 2
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy)
}
