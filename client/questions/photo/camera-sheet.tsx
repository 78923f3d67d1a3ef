import { useEffect, useRef, useState } from 'preact/hooks'
import { isFault, type Fault } from '../../../shared/faults.ts'
import type { Camera } from '../../ports/camera.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { IconButton } from '../../ui/buttons/icon-button.tsx'
import { switchCameraIcon } from '../../ui/icons/lucide-late.ts'
import { checkIcon, undo2Icon, xIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { Stage } from './stage.tsx'
import { useOpenCamera } from './use-open-camera.ts'
import { photoWords } from './words.ts'
import './camera-sheet.css'

type Props = {
  readonly camera: Camera
  /** what is to be photographed */
  readonly label: string
  /** Takes the picture over; it is the receiver's to close. */
  readonly onTake: (picture: ImageBitmap) => void
  readonly onClose: () => void
  /** the camera did not open, or was taken away */
  readonly onFault: (fault: Fault) => void
}

/** The camera over the whole screen: a live picture, then the still one to be used or taken again. */
export function CameraSheet({ camera, label, onTake, onClose, onFault }: Props) {
  const words = useWords(photoWords)
  const video = useRef<HTMLVideoElement>(null)
  const [which, setWhich] = useState<string | null>(null)
  const [still, setStill] = useState<ImageBitmap | null>(null)
  const running = useOpenCamera(camera, which, video, onFault)
  const other = running?.other ?? null

  const shoot = async () => {
    const frame = await running?.frame()
    if (!frame) return
    if (isFault(frame)) onFault(frame)
    else setStill(frame)
  }
  const drop = () => {
    still?.close()
    setStill(null)
  }
  const close = () => {
    drop()
    onClose()
  }

  return (
    <Stage label={words.camera(label)} onClose={close}>
      <div class="stage-head">
        <IconButton icon={xIcon} label={words.close} onClick={close} />
        <p class="stage-title">{label}</p>
        {!still && other !== null && (
          <IconButton icon={switchCameraIcon} label={words.switchCamera} onClick={() => setWhich(other)} />
        )}
      </div>
      <div class="stage-picture">
        <video ref={video} muted playsInline aria-hidden="true" hidden={still !== null} />
        {still && <Still picture={still} />}
      </div>
      <div class="stage-foot">
        {still ? (
          <>
            <p role="status">{words.isItSharp}</p>
            <div class="still-acts">
              <Button icon={undo2Icon} onClick={drop}>
                {words.again}
              </Button>
              <Button kind="primary" icon={checkIcon} onClick={() => onTake(still)}>
                {words.use}
              </Button>
            </div>
          </>
        ) : (
          <>
            {!running && <p role="status">{words.openingCamera}</p>}
            <button
              type="button"
              class="shutter"
              aria-label={words.shutter}
              aria-disabled={running ? undefined : 'true'}
              onClick={() => void shoot()}
            />
          </>
        )}
      </div>
    </Stage>
  )
}

/** Drawn from the very pixels that will be kept, as many as the screen can show: it stays when the camera goes. */
function Still({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [longest, most] = [Math.max(picture.width, picture.height), Math.max(innerWidth, innerHeight)]
  const scale = Math.min(1, (most * devicePixelRatio) / longest)
  const [width, height] = [picture.width, picture.height].map((side) => Math.round(side * scale))
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) context.imageSmoothingQuality = 'medium'
    context?.drawImage(picture, 0, 0, width ?? 0, height ?? 0)
  }, [picture, width, height])
  return <canvas ref={canvas} width={width} height={height} aria-hidden="true" />
}
