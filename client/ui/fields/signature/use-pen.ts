import { useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type SignaturePad from 'signature_pad'
import { SIGNATURE_BOX } from '../../../../shared/survey/signature-path.ts'
import type { Stroke } from './strokes.ts'

/** Radius of the line, in CSS pixels: as thick as the path that is drawn for it. */
const RADIUS = 1.25
const CLOSEST_PX = 2

/**
 * Lets a finger, a pen or a mouse draw on a canvas, which is empty again after each stroke.
 * @param onStroke hears each stroke, in the units of the signature's box
 */
export function usePen(
  canvas: RefObject<HTMLCanvasElement | null>,
  onStroke: (stroke: Stroke) => void,
): 'loading' | 'ready' | 'failed' {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const newest = useRef(onStroke)
  newest.current = onStroke

  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    let close = () => {}
    let isGone = false
    const open = async () => {
      // Few screens ask for a signature: its code waits for the first.
      const { default: Pad } = await import('signature_pad')
      if (isGone) return
      close = openPen(element, new Pad(element, { minDistance: CLOSEST_PX }), (stroke) =>
        newest.current(stroke),
      )
      setState('ready')
    }
    open().catch(() => setState('failed'))
    return () => {
      isGone = true
      close()
    }
  }, [canvas])
  return state
}

function openPen(canvas: HTMLCanvasElement, pad: SignaturePad, hear: (stroke: Stroke) => void): () => void {
  pad.minWidth = RADIUS
  pad.maxWidth = RADIUS
  const fit = () => {
    canvas.width = canvas.clientWidth * devicePixelRatio
    canvas.height = canvas.clientHeight * devicePixelRatio
    canvas.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio)
    pad.clear()
  }
  const begin = () => {
    pad.penColor = getComputedStyle(canvas).color
  }
  const end = () => {
    const scale = SIGNATURE_BOX.width / canvas.clientWidth
    const points = pad.toData().flatMap((group) => group.points)
    pad.clear()
    hear(points.map(({ x, y }) => ({ x: x * scale, y: y * scale })))
  }
  const size = new ResizeObserver(fit)
  size.observe(canvas)
  pad.addEventListener('beginStroke', begin)
  pad.addEventListener('endStroke', end)
  return () => {
    size.disconnect()
    pad.off()
  }
}
