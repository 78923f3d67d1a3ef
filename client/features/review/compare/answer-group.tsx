import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { AnswerFacts } from './answer-facts.tsx'
import { AnswerRows } from './answer-rows.tsx'
import { isAllNew, type AnswerDifference } from './compare-documents.ts'
import { compareWords } from './compare-words.ts'

type Props = { readonly caption: string; readonly answers: readonly AnswerDifference[] }

/** More than fit beside what differs: a household that is asked everything for the first time. */
const MANY_NEW = 6

/** The answers of one part or entry: differing ones in full, then what is new, the rest folded away. */
export function AnswerGroup({ caption, answers }: Props) {
  const words = useWords(compareWords)
  const formats = useFormats()
  const differing = answers.filter(({ kind }) => kind === 'changed' || kind === 'gone')
  const added = answers.filter(({ kind }) => kind === 'added')
  const same = answers.filter(({ kind }) => kind === 'same')
  const unsettled = answers.filter(({ kind }) => kind === 'unsettled')
  if (isAllNew(answers)) return <AnswerFacts answers={answers} />
  return (
    <>
      {differing.length > 0 && <AnswerRows caption={caption} answers={differing} />}
      {added.length > 0 && (
        <Disclosure summary={words.newAnswers(formats.number(added.length))} open={added.length <= MANY_NEW}>
          <AnswerFacts answers={added} />
        </Disclosure>
      )}
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
