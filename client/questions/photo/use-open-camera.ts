import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { Camera, OpenCamera } from '../../ports/camera.ts'

/**
 * Runs a camera into a video as long as the component is drawn and the page is seen: a hidden page holds no
 * camera, and gets it again when it comes back.
 * @param which camera; null for the one that looks away from the person
 * @returns null until it gives pictures
 */
export function useOpenCamera(
  camera: Camera,
  which: string | null,
  video: RefObject<HTMLVideoElement | null>,
  onFault: (fault: Fault) => void,
): OpenCamera | null {
  const [running, setRunning] = useState<OpenCamera | null>(null)
  const isSeen = useIsSeen()
  const tellFault = useRef(onFault)
  tellFault.current = onFault

  useEffect(() => {
    if (!isSeen) return
    let isOver = false
    let opened: OpenCamera | null = null
    const fail = (why: Fault) => {
      if (!isOver) tellFault.current(why)
    }
    const run = async () => {
      const outcome = await camera.open(which, () => fail(fault('camera-busy')))
      if (isFault(outcome)) {
        fail(outcome)
        return
      }
      if (isOver || !video.current) {
        outcome.close()
        return
      }
      opened = outcome
      await outcome.show(video.current)
      if (!isOver) setRunning(outcome)
    }
    void run()
    return () => {
      isOver = true
      opened?.close()
      setRunning(null)
    }
  }, [camera, which, video, isSeen])
  return running
}

function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden)
  useEffect(() => {
    const look = () => setSeen(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isSeen
}
