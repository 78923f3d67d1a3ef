import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import {
  caretBehind,
  heldQuantity,
  isHalfQuantity,
  plainOf,
  readQuantity,
  showQuantity,
  tidyQuantity,
  type QuantityReading,
  type TypedQuantity,
  type Unsaid,
} from './quantity-text.ts'
import { UnsaidButtons } from './unsaid-buttons.tsx'
import { useHalfTyped, type HalfTypedProps } from './use-half-typed.ts'
import './quantity-input.css'

type Props = FieldProps &
  HalfTypedProps & {
    readonly value: number | Unsaid | null
    /** a whole number, what stands in place of one, or null for nothing and for what makes no number */
    readonly onChange: (value: number | Unsaid | null) => void
    readonly onBlur?: (() => void) | undefined
    /** before the number: `Rp` */
    readonly sign?: string | undefined
    /** behind the number: `m²`, `orang` */
    readonly unit?: string | undefined
    /** how many may follow the comma; none where left out */
    readonly decimals?: number | undefined
    /** not knowing and not saying are answers, too */
    readonly mayBeUnsaid?: boolean | undefined
  }

/** A number with its unit or an amount of money: number pad, thousands told apart while typing. */
export function QuantityInput(props: Props) {
  const {
    id,
    value,
    onChange,
    half = null,
    onHalf,
    onBlur,
    sign,
    unit,
    decimals = 0,
    mayBeUnsaid,
    error,
  } = props
  const words = useWords(fieldWords)
  const input = useRef<HTMLInputElement>(null)
  const digitsBeforeCaret = useRef<number | null>(null)
  const [typed, setTyped] = useState<TypedQuantity>({ plain: half ?? plainOf(value), over: value })
  const [isLeft, setLeft] = useState(half !== null)

  const plain = heldQuantity(typed, value, decimals)
  const shown = showQuantity(plain)
  const reading = readQuantity(plain, decimals)
  const isHalf = isHalfQuantity(reading)
  useHalfTyped(isHalf ? plain : null, onHalf)

  // Points come and go between the digits; the caret follows the digit it stood behind.
  useLayoutEffect(() => {
    const count = digitsBeforeCaret.current
    digitsBeforeCaret.current = null
    if (count === null) return
    const place = caretBehind(shown, count)
    input.current?.setSelectionRange(place, place)
  })

  const take = (next: string) => {
    const read = readQuantity(next, decimals)
    const to = read.kind === 'number' ? read.number : null
    setTyped({ plain: next, over: isHalfQuantity(read) ? to : value })
    setLeft(false)
    // Neither its first digits nor what stood before is what was meant.
    onChange(to)
  }

  const message = (isLeft ? messageOf(reading, decimals, words) : undefined) ?? error
  const field = { ...props, error: message }
  const measure = sign ?? unit
  return (
    <Field field={field}>
      <div class="quantity">
        {sign && (
          <span class="quantity-measure" id={`${id}-measure`}>
            {sign}
          </span>
        )}
        <input
          ref={input}
          id={id}
          class={`input quantity-number${sign ? ' quantity-long' : ''}`}
          type="text"
          inputMode={decimals > 0 ? 'decimal' : 'numeric'}
          autocomplete="off"
          spellcheck={false}
          maxLength={40}
          value={shown}
          aria-invalid={message ? 'true' : undefined}
          aria-describedby={
            [measure && `${id}-measure`, describedBy(field)].filter(Boolean).join(' ') || undefined
          }
          onInput={(event) => {
            const { currentTarget } = event
            const isPasted = event.inputType.startsWith('insertFrom')
            const caret = currentTarget.selectionStart ?? currentTarget.value.length
            const next = tidyQuantity(currentTarget.value, decimals, isPasted)
            // A point before the end is one that the screen put there, never a decimal sign.
            const isAtEnd = caret === currentTarget.value.length
            digitsBeforeCaret.current = isPasted
              ? next.length
              : tidyQuantity(currentTarget.value.slice(0, caret), isAtEnd ? decimals : 0).length
            currentTarget.value = showQuantity(next)
            take(next)
          }}
          onBlur={() => {
            setLeft(true)
            if (!isHalf) setTyped({ plain: plainOf(value), over: value })
            onBlur?.()
          }}
        />
        {!sign && unit && (
          <span class="quantity-measure" id={`${id}-measure`}>
            {unit}
          </span>
        )}
      </div>
      {mayBeUnsaid && (
        <UnsaidButtons
          value={typeof value === 'string' ? value : null}
          onChange={(next) => {
            setTyped({ plain: '', over: next })
            onChange(next)
          }}
        />
      )}
    </Field>
  )
}

function messageOf(
  reading: QuantityReading,
  decimals: number,
  words: {
    readonly noNumber: string
    readonly numberTooLong: string
    readonly tooExact: (decimals: number) => string
  },
): string | undefined {
  switch (reading.kind) {
    case 'empty':
    case 'number':
      return undefined
    case 'no-number':
      return words.noNumber
    case 'too-exact':
      return words.tooExact(decimals)
    case 'too-long':
      return words.numberTooLong
  }
}
