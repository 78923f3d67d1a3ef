import type { Finding } from '../../../shared/review/findings.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { reasonText } from '../../../shared/survey/reason-phrases.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { useText, useWords } from '../../ui/language/language.ts'
import { alikeOnce } from './alike-findings.ts'
import { askAgainEdits, confirmEdits } from './confirm-edits.ts'
import { warningId } from './finding-places.ts'
import { WarningCard } from './warning-card.tsx'
import { surveyWords } from './words.ts'
import './warning-list.css'

type Props = {
  /** warnings, confirmed ones among them */
  readonly warnings: readonly Finding[]
  readonly labelOf: (path: Path) => string
  readonly onGo: (path: Path) => void
  readonly newId: () => string
}

/** What is odd, one by one; below it what was confirmed, with its reason. */
export function WarningList({ warnings, labelOf, onGo, newId }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const open = warnings.filter(({ confirmed }) => confirmed === null)
  const shown = alikeOnce(open)
  const confirmed = warnings.filter((finding) => finding.confirmed !== null)
  // The card that was answered is gone: the focus goes on to the next one, else to the heading.
  const focusAfter = (answered: Finding) => {
    const cards = shown.map(([finding]) => finding)
    const next = cards[cards.indexOf(answered) + 1] ?? cards.find((finding) => finding !== answered)
    const id = next ? warningId(next) : 'warnings-title'
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  if (warnings.length === 0) return null
  return (
    <section class="stack" aria-labelledby="warnings-title">
      <h2 id="warnings-title" tabIndex={-1}>
        {open.length > 0 ? words.oddTitle(open.length) : words.allConfirmed}
      </h2>
      {shown.map(([finding, others]) => (
        <WarningCard
          key={`${finding.path} ${finding.key}`}
          finding={finding}
          label={labelOf(finding.path)}
          others={others}
          onGo={() => onGo(finding.path)}
          onConfirm={(reason) => {
            desk.choose(confirmEdits(finding, desk.document, reason, newId))
            focusAfter(finding)
          }}
        />
      ))}
      {confirmed.length > 0 && (
        <Disclosure summary={words.confirmedCount(confirmed.length)}>
          <ul class="stack">
            {confirmed.map((finding) => (
              <li key={`${finding.path} ${finding.key}`} class="warning-confirmed">
                <div>
                  <p class="strong">{labelOf(finding.path)}</p>
                  <p>{text(finding.text)}</p>
                  <p class="quiet">{words.because(text(reasonText(finding.confirmed ?? '')))}</p>
                </div>
                <Button kind="bare" onClick={() => desk.choose(askAgainEdits(finding, desk.document))}>
                  {words.edit}
                  <span class="visually-hidden"> {labelOf(finding.path)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
