import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { pathOf } from '../../../shared/survey/path.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { useAsked } from '../../questions/use-asked.tsx'
import { UsualChoice } from '../../questions/usual-question.tsx'
import { useWords } from '../../ui/language/language.ts'
import { problemWords } from './problem-words.ts'

type Props = {
  /** entries of the same problem, of one person or of several at once */
  readonly ids: readonly string[]
  readonly code: string
}

/** What would help with a problem that has just been confirmed: the services that mostly do first, one tap each. */
export function NeedOfAll({ ids, code }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(problemWords)
  const paths = ids.map((id) => pathOf('problems/*/needs', id))
  const [path = ''] = paths
  const asked = useAsked()(path)
  if (asked?.question.kind !== 'many-of') return null
  return (
    <UsualChoice
      question={asked.question}
      field={{ ...asked.field, label: ids.length > 1 ? words.needForAll : asked.field.label }}
      usual={{ keys: findOrdinaryProblem(code)?.services ?? [] }}
      answer={desk.valueOf(path)}
      onChoose={(to) => desk.choose(paths.map((each) => ({ path: each, to })))}
    />
  )
}
