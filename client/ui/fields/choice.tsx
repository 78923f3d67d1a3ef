import { Fragment } from 'preact'
import { useWords } from '../language/language.ts'
import { fieldWords } from './words.ts'
import { Field, type FieldProps } from './field.tsx'
import './choice.css'

export type ChoiceOption = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  /** "tidak tahu", "menolak": smaller than the real answers */
  readonly quiet?: boolean | undefined
}

type Props = FieldProps & {
  readonly value: string | null
  readonly options: readonly ChoiceOption[]
  readonly onChange: (value: string | null) => void
}

/** One answer of a few: the whole row is the target. */
export function Choice(props: Props) {
  const { value, onChange } = props
  const words = useWords(fieldWords)
  return (
    <Field field={props} group="radiogroup">
      <Radios {...props} />
      {props.mayBeCleared && value !== null && (
        <button type="button" class="button button-bare choice-clear" onClick={() => onChange(null)}>
          {words.clear}
        </button>
      )}
    </Field>
  )
}

type RadiosProps = Pick<Props, 'id' | 'value' | 'options' | 'onChange'>

/** The answers alone, to stand in a group of their own; the first has the id. */
export function Radios({ id, value, options, onChange }: RadiosProps) {
  const whole = wholeLines(options)
  return (
    <div class="choice">
      {options.map((option, index) => (
        <ChoiceRow
          key={option.value}
          id={index === 0 ? id : `${id}-${option.value}`}
          name={id}
          type="radio"
          option={option}
          isWhole={whole.has(option)}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </div>
  )
}

type MultiProps = FieldProps & {
  readonly value: readonly string[]
  readonly options: readonly ChoiceOption[]
  /** in the order of the options */
  readonly onChange: (value: readonly string[]) => void
}

/** Any number of answers. */
export function MultiChoice(props: MultiProps) {
  const { id, value, options, onChange } = props
  const toggle = (key: string) =>
    onChange(options.map((option) => option.value).filter((each) => (each === key) !== value.includes(each)))
  const whole = wholeLines(options)
  return (
    <Field field={props} group="group">
      <div class="choice">
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            id={index === 0 ? id : `${id}-${option.value}`}
            name={id}
            type="checkbox"
            option={option}
            isWhole={whole.has(option)}
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
      </div>
    </Field>
  )
}

type RowProps = {
  readonly id: string
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly option: ChoiceOption
  readonly isWhole: boolean
  readonly checked: boolean
  readonly onChange: () => void
}

function ChoiceRow({ id, name, type, option, isWhole, checked, onChange }: RowProps) {
  return (
    <label
      class={`choice-row${option.quiet ? ' choice-quiet' : ''}${isWhole ? ' choice-whole' : ''}`}
      for={id}
    >
      <input
        id={id}
        class="choice-mark"
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        autocomplete="off"
        onChange={onChange}
      />
      <span>
        <Label text={option.label} />
        {option.hint && <span class="choice-hint">{option.hint}</span>}
      </span>
    </label>
  )
}

/** A line may end behind a slash: `Kayu/papan/gypsum` is no one word. */
function Label({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=\/)/).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  )
}

const SHORT_LABEL = 18
/** What half of a card holds at 360 px in the widest of our fonts. */
const SHORT_WORD = 7

function isShort({ label, hint }: ChoiceOption): boolean {
  return (
    !hint && label.length <= SHORT_LABEL && label.split(/[ /-]/).every((word) => word.length <= SHORT_WORD)
  )
}

/**
 * Which options take a whole line: long ones, and a short one that would stand alone beside a hole. The others stand
 * two by two, in their order: half the way for the thumb.
 */
function wholeLines(options: readonly ChoiceOption[]): ReadonlySet<ChoiceOption> {
  const whole = new Set<ChoiceOption>()
  let waiting: ChoiceOption | null = null
  for (const option of options) {
    if (isShort(option)) waiting = waiting === null ? option : null
    else {
      if (waiting) whole.add(waiting)
      whole.add(option)
      waiting = null
    }
  }
  return waiting ? whole.add(waiting) : whole
}
