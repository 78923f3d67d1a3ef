import type { Answer } from '../../../shared/survey/document.ts'
import type { Path } from '../../../shared/survey/path.ts'
import { questionAt } from '../../../shared/survey/questionnaire.ts'
import { answerText } from '../../questions/answer-text.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Facts } from '../../ui/lists/facts.tsx'
import { surveyWords } from './words.ts'

type Props = { readonly answers: readonly (readonly [path: Path, answer: Answer | undefined])[] }

/** Questions and their answers to read; those without an answer are left out, unless none has one. */
export function AnswerFacts({ answers }: Props) {
  const text = useText()
  const formats = useFormats()
  const words = useWords(surveyWords)
  const facts = answers.flatMap(([path, answer]) => {
    const question = questionAt(path)
    if (!question || answer === undefined) return []
    return [{ label: text(question.text), value: answerText(question, answer, { text, formats }) }]
  })
  return facts.length > 0 ? <Facts facts={facts} /> : <p class="quiet">{words.noAnswer}</p>
}
