import { fault, type Fault } from '../../shared/faults.ts'
import type { Camera, OpenCamera } from '../ports/camera.ts'

/** More than a kept photo needs, so that shrinking makes it sharp; less than a cheap phone's memory minds. */
const WANTED = { width: { ideal: 2560 }, height: { ideal: 1920 } }

/** A camera that has stopped never gives a picture: then the one on the screen has to do. */
const LONGEST_MS = 1500

/** @param devices `navigator.mediaDevices`, which only secure origins have */
export function createCamera(devices: MediaDevices | undefined): Camera {
  return {
    async open(which, onLost) {
      if (!devices) return fault('no-camera')
      const place = which === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: which } }
      let stream: MediaStream
      try {
        stream = await devices.getUserMedia({ video: { ...WANTED, ...place } })
      } catch (error) {
        return cameraFault(error)
      }
      return openCamera(stream, await otherCamera(devices, stream), onLost)
    },
  }
}

/** The fault of a camera that did not open, by its reason (W3C Media Capture and Streams, getUserMedia). */
export function cameraFault(error: unknown): Fault {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return fault('camera-refused')
    case 'NotFoundError':
    case 'OverconstrainedError':
      return fault('no-camera')
    case 'NotReadableError':
    case 'AbortError':
      return fault('camera-busy')
    default:
      throw error
  }
}

/**
 * The picture that the camera gives now, taken beside the page: to copy it from the screen holds a cheap phone's page
 * up for a third of a second. Null where the browser has no such way, or it fails.
 */
async function grabbed(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  if (typeof ImageCapture === 'undefined') return null
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_MS))
  return Promise.race([new ImageCapture(track).grabFrame().catch(() => null), late])
}

/** The camera after the one in use, in the browser's order; null where there is no other. */
async function otherCamera(devices: MediaDevices, stream: MediaStream): Promise<string | null> {
  const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
  const used = stream.getVideoTracks()[0]?.getSettings().deviceId
  const at = cameras.findIndex(({ deviceId }) => deviceId === used)
  const next = cameras[(at + 1) % cameras.length]
  return next && next.deviceId !== used ? next.deviceId : null
}

function openCamera(stream: MediaStream, other: string | null, onLost: () => void): OpenCamera {
  const tracks = stream.getVideoTracks()
  // Only heard when something else ends them: `stop` is silent.
  for (const track of tracks) track.addEventListener('ended', onLost)
  let shown: HTMLVideoElement | null = null
  return {
    other,
    async show(video) {
      shown = video
      video.srcObject = stream
      // Rejects where it was closed or replaced before the first picture came.
      await video.play().catch(() => undefined)
    },
    async frame() {
      if (!shown || shown.videoWidth === 0) return fault('camera-busy')
      const [track] = tracks
      return (track && (await grabbed(track))) ?? createImageBitmap(shown)
    },
    close() {
      for (const track of tracks) track.stop()
      if (shown?.srcObject === stream) shown.srcObject = null
    },
  }
}
