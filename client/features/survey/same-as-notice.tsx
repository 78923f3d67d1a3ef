import { streamOf } from '../../../shared/population/area.ts'
import type { FieldWork, SurveyView } from '../../ports/field-work.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { houseIcon } from '../../ui/icons/lucide.ts'
import { areaText } from '../../ui/language/area-text.ts'
import { useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { surveyWords } from './words.ts'

type Props = { readonly view: SurveyView; readonly work: Pick<FieldWork, 'households'> }

/**
 * Which household a supervisor says is the same, with the way there where it is on this phone; else where it lies, and
 * whether that is somebody else's area.
 */
export function SameAsNotice({ view, work }: Props) {
  const words = useWords(surveyWords)
  const others = view.record.sameAs ?? []
  if (others.length === 0) return null
  const main = others.find(({ isMain }) => isMain)
  const cards = work.households.value
  // Streams that the phone holds, by their households: one that a new list left out lies in them, too, and is gone.
  const streams = new Set([...cards.values()].map((card) => streamOf(card.area)))
  return (
    <Notice
      tone={main ? 'attention' : 'info'}
      icon={houseIcon}
      title={main ? words.sameTitle : words.alsoTitle}
    >
      {main && <p>{cards.has(main.household) ? `${words.sameText} ${words.sameGoOn}` : words.sameText}</p>}
      {(main ? [main] : others).map(({ household, area }) => {
        const card = cards.get(household)
        if (!card) {
          const say = streams.has(streamOf(area)) ? words.notOnPhone : words.elsewhere
          return <p key={household}>{say(areaText(area))}</p>
        }
        const text = [card.name || words.nameless, card.address, areaText(card.area)]
        return (
          <p key={household}>
            <ButtonLink kind="bare" href={paths.household(household)}>
              {text.filter(Boolean).join(' · ')}
            </ButtonLink>
          </p>
        )
      })}
    </Notice>
  )
}
