import { isAskedOfPeople } from '../../../shared/survey/question.ts'
import { formOf, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Facts } from '../../ui/lists/facts.tsx'
import { surveyWords } from './words.ts'

/** What each section is asked for, for a respondent who wants to know (UU 27/2022 Art. 21). */
export function PurposesDisclosure() {
  const { document } = useQuestionDesk()
  const words = useWords(surveyWords)
  const text = useText()
  const facts = sectionsOf(formOf(document)).map((section) => ({
    label: text(section.text),
    value: [...new Set(section.questions.filter(isAskedOfPeople).map(({ purpose }) => text(purpose)))].join(
      '; ',
    ),
  }))
  return (
    <Disclosure summary={words.whatFor}>
      <Facts facts={facts} />
    </Disclosure>
  )
}
