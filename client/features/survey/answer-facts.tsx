import type { Answer } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { answerText } from '../../questions/answer-text.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Facts, type Fact } from '../../ui/lists/facts.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly answers: readonly (readonly [path: Path, answer: Answer | undefined])[]
  /** what stands before them and is no answer to a question */
  readonly before?: readonly Fact[]
}

/** Questions and their answers to read; those without an answer are left out, unless none has one. */
export function AnswerFacts({ answers, before = [] }: Props) {
  const text = useText()
  const formats = useFormats()
  const words = useWords(surveyWords)
  const answered = answers.flatMap(([path, answer]) => {
    const question = questionAt(path)
    if (!question || answer === undefined) return []
    return [{ label: text(question.text), value: answerText(question, answer, { text, formats }) }]
  })
  const facts = [...before, ...answered]
  return facts.length > 0 ? <Facts facts={facts} /> : <p class="quiet">{words.noAnswer}</p>
}
