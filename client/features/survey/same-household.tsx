import { useEffect, useMemo, useRef } from 'preact/hooks'
import { pathOf } from '../../../shared/survey/path.ts'
import { searchHouseholds } from '../../fieldwork/household-search.ts'
import type { FieldWork, HouseholdCard } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { AlikeList } from '../../ui/feedback/alike-list.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { checkIcon } from '../../ui/icons/lucide.ts'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useWords } from '../../ui/language/language.ts'
import { sameHouseholdText } from './same-household-text.ts'
import { surveyWords } from './words.ts'

type Props = {
  /** of the visit */
  readonly visit: string
  readonly work: Pick<FieldWork, 'households'>
}

/** Fewer letters find too much. */
const LEAST_LETTERS = 3
const MOST_SHOWN = 3

/** Below the words for another household: those of this phone that they find, to be chosen by one tap. */
export function SameHousehold({ visit, work }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const cards = work.households.value
  const own = desk.record.id
  const wordsPath = pathOf('visits/*/sameAs', visit)
  const chosenPath = pathOf('visits/*/sameHousehold', visit)
  const typed = String(desk.valueOf(wordsPath) ?? '').trim()
  const isChosen = desk.answerOf(chosenPath) !== null
  const found = useMemo(
    () =>
      typed.length < LEAST_LETTERS || isChosen
        ? []
        : searchHouseholds(cards.values(), { text: typed, kinds: [] }).filter(
            ({ household }) => household !== own,
          ),
    [cards, typed, isChosen, own],
  )
  const said = useRef<HTMLDivElement>(null)
  const wasChosen = useRef(isChosen)
  useEffect(() => {
    // What was pressed is gone.
    if (isChosen && !wasChosen.current) said.current?.focus({ preventScroll: true })
    wasChosen.current = isChosen
  }, [isChosen])

  const choose = (card: HouseholdCard) =>
    desk.choose([
      { path: wordsPath, to: sameHouseholdText(card) },
      { path: chosenPath, to: card.household },
    ])
  if (isChosen) {
    return (
      <div ref={said} tabIndex={-1} class="same-household">
        <Icon shape={checkIcon} />
        <div>
          <p class="strong">{typed}</p>
          <p class="quiet">{words.chosenFromList}</p>
        </div>
      </div>
    )
  }
  return (
    <>
      {typed.length < LEAST_LETTERS && <p class="quiet">{words.typeToChoose}</p>}
      <AlikeList
        tone="info"
        comesIntoView
        title={words.isItOneOfThese}
        more={found.length > MOST_SHOWN ? words.typeMore : undefined}
        alike={found.slice(0, MOST_SHOWN).map((card) => ({
          key: card.household,
          name: card.name || words.nameless,
          about: [card.address, neighbourhoodText(card.area)].filter(Boolean),
          action: (
            <Button kind="bare" onClick={() => choose(card)}>
              {words.chooseThis}
              <span class="visually-hidden"> {card.name || words.nameless}</span>
            </Button>
          ),
        }))}
      />
    </>
  )
}
