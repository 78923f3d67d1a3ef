import { dwellingSection } from '../../../shared/survey/sections/dwelling.ts'
import { QuestionField } from '../../questions/question-field.tsx'

/** What the house is made of and what it has. */
export function DwellingSection() {
  return (
    <>
      {dwellingSection.questions.map(({ path }) => (
        <QuestionField key={path} path={path} />
      ))}
    </>
  )
}
