import { useState } from 'preact/hooks'
import type { Finding } from '../../../shared/review/findings.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { triangleAlertIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { isAnsweredInPlace, warningId } from './finding-places.ts'
import { reasonsFor } from './warning-reasons.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly finding: Finding
  /** where it is, in words */
  readonly label: string
  /** how many others it says the same of */
  readonly others: number
  /** leads to its question */
  readonly onGo: () => void
  /** with the key of a phrase, or own words */
  readonly onConfirm: (reason: string) => void
}

/**
 * Something odd: to be mended at its question, or to be let stand with a reason, most of them one tap away. A
 * suggestion, or a problem known before, is answered in its place alone.
 */
export function WarningCard({ finding, label, others, onGo, onConfirm }: Props) {
  const words = useWords(surveyWords)
  const text = useText()
  const [own, setOwn] = useState<string | null>(null)
  const id = warningId(finding)
  return (
    <article class="warning-card" aria-labelledby={id}>
      <div class="warning-head">
        <Icon shape={triangleAlertIcon} />
        <div>
          <h3 id={id} tabIndex={-1}>
            {label}
            {others > 0 && ` ${words.andOthers(others)}`}
          </h3>
          <p>{text(finding.text)}</p>
        </div>
      </div>
      <Button wide onClick={onGo}>
        {mendWords(finding, words)}
        <span class="visually-hidden"> {label}</span>
      </Button>
      {!isAnsweredInPlace(finding.key) && (
        <>
          <p id={`${id}-why`} class="quiet">
            {words.letStand}
          </p>
          <div class="warning-reasons" role="group" aria-labelledby={`${id}-why`}>
            {reasonsFor(finding).map((reason) => (
              <Button key={reason.key} onClick={() => onConfirm(reason.key)}>
                {text(reason.text)}
              </Button>
            ))}
            <Button onClick={() => setOwn(own === null ? '' : null)}>{words.otherReason}</Button>
          </div>
        </>
      )}
      {own !== null && (
        <div class="stack reveal">
          <TextInput id={`${id}-own`} label={words.whyRemoved} value={own} maxLength={200} onInput={setOwn} />
          <Button kind="primary" disabled={own.trim() === ''} onClick={() => onConfirm(own)}>
            {words.confirm}
          </Button>
        </div>
      )}
    </article>
  )
}

function mendWords(
  { key }: Finding,
  words: { readonly review: string; readonly toPicture: string; readonly mend: string },
): string {
  if (isAnsweredInPlace(key)) return words.review
  return key === 'photo' ? words.toPicture : words.mend
}
