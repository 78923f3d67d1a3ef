import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { circleQuestionMarkIcon, octagonAlertIcon, triangleAlertIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import './field.css'

/** What every question on a screen has around its control. */
export type FieldProps = {
  /** of the control (its first one in a group): error summaries lead here */
  readonly id: string
  readonly label: string
  /** longer words behind one tap */
  readonly help?: string | undefined
  /** a few words that always show: an example, a unit */
  readonly hint?: string | undefined
  /** what must be mended */
  readonly error?: string | undefined
  /** what is odd but may be so */
  readonly warning?: string | undefined
  /** what stands beside the question, for example what the register knows */
  readonly aside?: ComponentChildren
  /** says so behind the label */
  readonly optional?: boolean | undefined
  /** an answer can be taken out again */
  readonly mayBeCleared?: boolean | undefined
}

type Props = {
  readonly field: FieldProps
  /** several controls under one question */
  readonly group?: 'group' | 'radiogroup' | undefined
  readonly children: ComponentChildren
}

/** Label, help, control and messages of one question, tied together for screen readers by ids. */
export function Field({ field, group, children }: Props) {
  const words = useWords(kitWords)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { id, label, help, hint, error, aside, optional } = field
  const name = (
    <>
      {label}
      {optional && <span class="field-optional"> ({words.optional})</span>}
    </>
  )
  return (
    <div
      class={`field${error ? ' field-wrong' : ''}`}
      role={group}
      aria-labelledby={group && `${id}-label`}
      aria-describedby={group && describedBy(field)}
    >
      <div class="field-head">
        {group ? (
          <span class="field-label" id={`${id}-label`}>
            {name}
          </span>
        ) : (
          <label class="field-label" id={`${id}-label`} for={id}>
            {name}
          </label>
        )}
        {help && (
          <button
            type="button"
            class="icon-button field-help-button"
            aria-label={`${words.help}: ${label}`}
            aria-expanded={isHelpOpen}
            aria-controls={`${id}-help`}
            onClick={() => setHelpOpen(!isHelpOpen)}
          >
            <Icon shape={circleQuestionMarkIcon} />
          </button>
        )}
      </div>
      {help && (
        <p class="field-help reveal" id={`${id}-help`} hidden={!isHelpOpen}>
          {help}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {aside && <div class="field-aside">{aside}</div>}
      {children}
      <FieldMessages field={field} />
    </div>
  )
}

/** What is wrong with an answer, and what is odd about it. */
export function FieldMessages({ field }: { readonly field: FieldProps }) {
  const words = useWords(kitWords)
  const { id, error, warning } = field
  return (
    <>
      {error && (
        <p class="field-message field-error" id={`${id}-error`}>
          <Icon shape={octagonAlertIcon} />
          <span>
            <span class="visually-hidden">{words.error}: </span>
            {error}
          </span>
        </p>
      )}
      {warning && (
        <p class="field-message field-warning" id={`${id}-warning`}>
          <Icon shape={triangleAlertIcon} />
          <span>
            <span class="visually-hidden">{words.warning}: </span>
            {warning}
          </span>
        </p>
      )}
    </>
  )
}

/** Ids of the words that describe a control; undefined where there are none. */
export function describedBy({ id, hint, error, warning }: FieldProps): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
