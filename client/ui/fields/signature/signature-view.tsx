import { isSignaturePath, SIGNATURE_BOX } from '../../../../shared/survey/signature-path.ts'
import './signature.css'

type Props = {
  readonly path: string
  /** whose it is, for who cannot see it; null where something beside it says so */
  readonly label: string | null
}

/** A signature, in the colour of the text around it. What is none is not drawn. */
export function SignatureView({ path, label }: Props) {
  return (
    <svg
      class="signature"
      viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {isSignaturePath(path) && <path d={path} />}
    </svg>
  )
}
