import { useRef } from 'preact/hooks'
import { Button } from '../../buttons/button.tsx'
import { useWords } from '../../language/language.ts'
import { fieldWords } from '../words.ts'
import { describedBy, Field, type FieldProps } from '../field.tsx'
import { SignatureView } from './signature-view.tsx'
import { pathOf, strokesOf } from './strokes.ts'
import { usePen } from './use-pen.ts'
import './signature.css'

type Props = FieldProps & {
  /** SVG path data */
  readonly value: string | null
  /** after each stroke; null once it is cleared */
  readonly onChange: (path: string | null) => void
}

/**
 * A signature by finger, pen or mouse. What shows is what is kept: each stroke leaves the canvas, where it was
 * drawn, for the path below it, which scales with the field and follows the theme.
 */
export function SignatureInput(props: Props) {
  const { id, label, value, onChange } = props
  const words = useWords(fieldWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = usePen(canvas, (stroke) => onChange(pathOf([...strokesOf(value), stroke])))
  const said = `${label}: ${value === null ? words.notSigned : words.signed}`
  return (
    <Field field={props} group="group">
      <div class="signature-pad">
        {value !== null && <SignatureView path={value} label={null} />}
        {value === null && pen === 'ready' && (
          <p class="signature-prompt" aria-hidden="true">
            {words.signHere}
          </p>
        )}
        <canvas
          ref={canvas}
          id={id}
          class="signature-canvas"
          role="img"
          tabIndex={-1}
          aria-label={said}
          aria-describedby={describedBy(props)}
        />
      </div>
      {pen === 'failed' && <p class="field-hint">{words.padFailed}</p>}
      <div class="signature-acts">
        <Button disabled={value === null} onClick={() => onChange(null)}>
          {words.signAgain}
        </Button>
      </div>
    </Field>
  )
}
