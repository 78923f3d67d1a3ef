import { Icon } from '../icons/icon.tsx'
import { fileUpIcon } from '../icons/lucide-late.ts'
import { useFormats, useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import './file-input.css'

type Props = FieldProps & {
  readonly file: File | null
  readonly onSelect: (file: File) => void
  /** as in HTML: `.csv,.txt` */
  readonly accept?: string | undefined
}

/** A file from this device: chosen, or dropped on the row. */
export function FileInput(props: Props) {
  const { id, file, onSelect, accept } = props
  const words = useWords(fieldWords)
  const formats = useFormats()
  return (
    <Field field={props}>
      <div class="file-input">
        <Icon shape={fileUpIcon} />
        <span class="file-input-words">
          <span class="strong">{file ? file.name : words.chooseFile}</span>
          {file && <span class="quiet">{`${formats.bytes(file.size)} · ${words.otherFile}`}</span>}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={describedBy(props)}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) onSelect(chosen)
          }}
        />
      </div>
    </Field>
  )
}
