import { ageInYears } from '../../shared/population/age.ts'
import type { MemberAnswers } from '../../shared/survey/document.ts'
import type { Option } from '../../shared/survey/question.ts'
import { questionAt } from '../../shared/survey/questionnaire.ts'
import type { Text } from '../../shared/text.ts'
import type { VisitDate } from '../../shared/survey/visit-date.ts'

/**
 * Who somebody is in a few words, unknown ones left out: `34 tahun · Istri/suami · Perempuan`.
 * @param visitDate `YYYY-MM-DD`
 */
export function memberLine(
  member: MemberAnswers,
  visitDate: VisitDate,
  { text, age }: { readonly text: (text: Text) => string; readonly age: (years: number) => string },
): string {
  const years = member.birthDate === undefined ? null : ageInYears(member.birthDate, visitDate)
  const parts = [
    years === null ? undefined : age(years),
    optionText('members/*/relationship', member.relationship, text),
    optionText('members/*/sex', member.sex, text),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function optionText(pattern: string, key: string | undefined, text: (text: Text) => string) {
  const question = questionAt(pattern)
  const options: readonly Option[] = question?.kind === 'one-of' ? question.options : []
  const option = options.find((each) => each.key === key)
  return option && text(option.text)
}
