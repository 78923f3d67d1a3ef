import type { ComponentChildren } from 'preact'
import { QuestionField } from '../../questions/question-field.tsx'
import { Button } from '../../ui/buttons/button.tsx'
import { groupDigits } from '../../ui/fields/digit-groups.ts'
import { useWords } from '../../ui/language/language.ts'
import type { FamilyLines } from './family-edits.ts'
import { surveyWords } from './words.ts'

type Props = {
  readonly family: FamilyLines
  /** one of several in the house: then it has a heading, and can be joined into another */
  readonly isOneOfSeveral: boolean
  readonly onJoin: () => void
  readonly onRemove: () => void
  readonly onBringBack: () => void
  /** the family's help and its people */
  readonly children: ComponentChildren
}

/** One family of the house: its card's number, its people, and where there are several, whose it is. */
export function FamilyBlock({ family, isOneOfSeveral, onJoin, onRemove, onBringBack, children }: Props) {
  const words = useWords(surveyWords)
  const { id, isInhabited, family: answers } = family
  const title = family.name === undefined ? words.familyOfNobody : words.familyOf(family.name)
  const whose = <span class="visually-hidden"> {title}</span>
  const isGone = answers.removed !== undefined && !isInhabited
  const heading = (
    <h3 id={`families/${id}`} tabIndex={-1} class={isOneOfSeveral ? 'family-name' : 'visually-hidden'}>
      {title}
    </h3>
  )
  if (isGone) {
    return (
      <section class="family stack" aria-labelledby={`families/${id}`}>
        {heading}
        <p class="quiet">
          {[answers.kk && `KK ${groupDigits(answers.kk)}`, words.familyGone].filter(Boolean).join(' · ')}
        </p>
        {children}
        <div class="survey-acts">
          <Button onClick={onBringBack}>
            {words.bringBack}
            {whose}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <section class={`stack${isOneOfSeveral ? ' family' : ''}`} aria-labelledby={`families/${id}`}>
      {heading}
      <QuestionField path={`families/${id}/kk`} />
      {children}
      {isOneOfSeveral && (
        <div class="survey-acts">
          <Button kind="bare" onClick={isInhabited ? onJoin : onRemove}>
            {isInhabited ? words.joinFamily : words.removeFamily}
            {whose}
          </Button>
        </div>
      )}
    </section>
  )
}
