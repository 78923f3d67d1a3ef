import { useState } from 'preact/hooks'
import { fault, isFault, type Fault } from '../../../shared/faults.ts'
import type { CameraSheet } from './camera-sheet.tsx'
import { deletePhoto, keepPhoto, type PhotoPlace, type SamePicture } from './keep-photo.ts'
import { usePhotoDesk } from './photo-desk.ts'
import { takenAtOf } from './taken-at.ts'

export type PhotoState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly on: 'openingCamera' | 'keeping' | 'deleting' }
  | { readonly kind: 'camera'; readonly Sheet: typeof CameraSheet }
  /** just now */
  | { readonly kind: 'kept' | 'deleted' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'same'; readonly shows: string }

const IDLE: PhotoState = { kind: 'idle' }

/** What a person does with one photo, one act at a time. */
export function usePhotoActs(place: PhotoPlace) {
  const desk = usePhotoDesk()
  const [state, setState] = useState<PhotoState>(IDLE)

  async function work(
    on: 'keeping' | 'deleting',
    act: () => Promise<'saved' | SamePicture | Fault>,
    done: PhotoState,
  ) {
    setState({ kind: 'working', on })
    // A bug is thrown on, but must not leave the slot busy for ever.
    let after: PhotoState = IDLE
    try {
      const outcome = await act()
      if (outcome === 'saved') after = done
      else after = isFault(outcome) ? { kind: 'failed', fault: outcome } : { kind: 'same', ...outcome }
    } finally {
      setState(after)
    }
  }

  const keep = (picture: Blob | ImageBitmap, takenAt: Date) =>
    work('keeping', () => keepPhoto(desk, place, picture, takenAt), { kind: 'kept' })

  return {
    state,
    /** Everything typed is durable before the camera takes the memory for which phones kill pages. */
    async openCamera() {
      setState({ kind: 'working', on: 'openingCamera' })
      const saved = await desk.save([])
      if (isFault(saved)) {
        setState({ kind: 'failed', fault: saved })
        return
      }
      try {
        const sheet = await import('./camera-sheet.tsx')
        setState({ kind: 'camera', Sheet: sheet.CameraSheet })
      } catch {
        // The sheet's script is not here, and could not be fetched.
        setState({ kind: 'failed', fault: fault('unreachable') })
      }
    },
    closeCamera: () => setState(IDLE),
    failed: (why: Fault) => setState({ kind: 'failed', fault: why }),
    take: (picture: ImageBitmap) => void keep(picture, desk.clock.now()),
    choose: (file: File) => void keep(file, takenAtOf(file, desk.clock.now())),
    saveFirst: () => void desk.save([]),
    remove: () => void work('deleting', () => deletePhoto(desk, place), { kind: 'deleted' }),
  }
}
