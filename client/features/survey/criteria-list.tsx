import { askedAnswers } from '../../../shared/survey/asked-answers.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { answerAt } from '../../../shared/survey/path.ts'
import { formOf, questionAt } from '../../../shared/survey/questionnaire.ts'
import { answersBehind, CRITERIA, criteriaMet, type Criterion } from '../../../shared/welfare/criteria.ts'
import { answerText } from '../../questions/answer-text.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { checkIcon, circleDashedIcon, xIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { problemWords } from './problem-words.ts'

/** The nine criteria of a poor family with the answers that give them: to be read, never asked. */
export function CriteriaList() {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  // As the suggestion beside it counts them: without answers that are no longer asked.
  const document = askedAnswers(desk.document, desk.visitDate)
  if (formOf(document) < 2) return null
  return (
    <Disclosure summary={words.criteria(criteriaMet(document).length)}>
      <p class="quiet">{words.criteriaText}</p>
      <ul class="criteria">
        {CRITERIA.map((criterion) => (
          <CriterionRow key={criterion.key} criterion={criterion} document={document} />
        ))}
      </ul>
    </Disclosure>
  )
}

function CriterionRow({ criterion, document }: { criterion: Criterion; document: SurveyDocument }) {
  const words = useWords(problemWords)
  const text = useText()
  const formats = useFormats()
  const isMet = criterion.isMet(document)
  const answers = answersBehind(criterion, document).flatMap((path) => {
    const question = questionAt(path)
    const answer = answerAt(document, path)
    if (!question || answer === null) return []
    return [`${text(question.text)}: ${answerText(question, answer, { text, formats })}`]
  })
  return (
    <li class={`criterion${isMet === true ? ' criterion-met' : ''}`}>
      <Icon shape={isMet === null ? circleDashedIcon : isMet ? checkIcon : xIcon} />
      <div>
        <p>
          <span class="visually-hidden">
            {isMet === null ? words.isUnsaid : isMet ? words.isMet : words.isNotMet}:{' '}
          </span>
          {text(criterion.text)}
        </p>
        <p class="quiet">{answers.length > 0 ? answers.join(' · ') : words.isUnsaid}</p>
      </div>
    </li>
  )
}
