import { useState } from 'preact/hooks'
import type { Finding } from '../../../shared/review/findings.ts'
import { pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople } from '../../../shared/survey/question.ts'
import { programmesFor } from '../../../shared/catalogue/programme-catalogue.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { QuestionField } from '../../questions/question-field.tsx'
import type { Usual } from '../../questions/usual-options.ts'
import { useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { NeedOfAll } from './need-of-all.tsx'
import { problemWords } from './problem-words.ts'
import { useQuestionsOf } from './section-questions.tsx'

type Props = { readonly id: string; readonly findings: readonly Finding[] }

/** Asked first, one opening the next; the rest may stay empty. */
const FIRST = /\/(subject|code|needs|severity)$/

/** What is asked of one problem: whose, which, what would help, how bad; then what may stay empty, behind one tap. */
export function ProblemQuestions({ id, findings }: Props) {
  const { answerOf } = useQuestionDesk()
  const [subject, code, severity] = ['subject', 'code', 'severity'].map((field) =>
    answerOf(`problems/${id}/${field}`),
  )
  return (
    <div class="entry-questions">
      <QuestionField path={`problems/${id}/subject`} />
      {subject && (
        <div class="entry-questions reveal-below">
          <QuestionField path={`problems/${id}/code`} />
        </div>
      )}
      {subject && code && (
        <div class="entry-questions reveal-below">
          <NeedOfAll key={String(code)} ids={[id]} code={String(code)} />
          <QuestionField path={`problems/${id}/severity`} />
        </div>
      )}
      {subject && code && severity && <Details id={id} code={String(code)} findings={findings} />}
    </div>
  )
}

function Details({ id, code, findings }: Props & { code: string }) {
  const { answerOf } = useQuestionDesk()
  const words = useWords(problemWords)
  const paths = useQuestionsOf('problems', isDetail)
    .filter(isAskedOfPeople)
    .map((question) => pathOf(question.path, id))
  const filled = paths.filter((path) => answerOf(path) !== null).length
  const isWrong = findings.some(({ path }) => paths.includes(path))
  // Once opened for what is wrong it stays: mending must not fold it away under the fingers.
  const [wasWrong, setWasWrong] = useState(isWrong)
  if (isWrong && !wasWrong) setWasWrong(true)
  const usual: Readonly<Record<string, Usual>> = {
    [`problems/${id}/help`]: {
      keys: programmesFor(code).map((programme) => programme.id),
      others: words.otherProgrammes,
    },
  }
  return (
    <Disclosure
      summary={filled > 0 ? words.detailsCount(filled) : words.details}
      open={isWrong || wasWrong || undefined}
    >
      <div class="entry-questions">
        {paths.map((path) => (
          // Another problem brings other programmes: what was unfolded folds again.
          <QuestionField key={`${path} ${code}`} path={path} usual={usual[path]} />
        ))}
      </div>
    </Disclosure>
  )
}

const isDetail = (path: Path) => !FIRST.test(path)
