import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { AnswerFacts } from './answer-facts.tsx'
import { AnswerRows } from './answer-rows.tsx'
import { isAllNew, type AnswerDifference } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'

type Props = { readonly caption: string; readonly answers: readonly AnswerDifference[] }

/** The answers of one part or entry: differing ones in full, the rest folded away. */
export function AnswerGroup({ caption, answers }: Props) {
  const words = useWords(compareWords)
  const formats = useFormats()
  const differing = answers.filter(({ kind }) => kind !== 'same' && kind !== 'unsettled')
  const same = answers.filter(({ kind }) => kind === 'same')
  const unsettled = answers.filter(({ kind }) => kind === 'unsettled')
  if (isAllNew(answers)) return <AnswerFacts answers={answers} />
  return (
    <>
      {differing.length > 0 && <AnswerRows caption={caption} answers={differing} />}
      {same.length > 0 && (
        <Disclosure summary={words.sameAnswers(formats.number(same.length))}>
          <AnswerFacts answers={same} />
        </Disclosure>
      )}
      {unsettled.length > 0 && (
        <Disclosure summary={words.unsettledAnswers(formats.number(unsettled.length))}>
          <AnswerFacts answers={unsettled} />
        </Disclosure>
      )}
    </>
  )
}
