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
 * Which household a supervisor says is the same, with the way there where it is on this phone; of one that lies in
 * somebody else's area, where.
 */
export function SameAsNotice({ view, work }: Props) {
  const words = useWords(surveyWords)
  const others = view.record.sameAs ?? []
  if (others.length === 0) return null
  const main = others.find(({ isMain }) => isMain)
  return (
    <Notice
      tone={main ? 'attention' : 'info'}
      icon={houseIcon}
      title={main ? words.sameTitle : words.alsoTitle}
    >
      {main && <p>{words.sameText}</p>}
      {(main ? [main] : others).map(({ household, area }) => {
        const card = work.households.value.get(household)
        if (!card) return <p key={household}>{words.elsewhere(areaText(area))}</p>
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
