import { useState } from 'preact/hooks'
import { readNeighbourhood } from '../../shared/population/area.ts'
import { TextInput } from '../ui/fields/text-input.tsx'
import { useWords } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { questionWords } from './words.ts'

/** RW or RT: `5`, `05` and `RW 005` are the same; what is no such number is not taken. */
export function NeighbourhoodQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  const answer = desk.valueOf(path)
  const isWrong = typed !== null && readNeighbourhood(typed) === null
  return (
    <TextInput
      {...field}
      error={isLeft && isWrong ? words.neighbourhoodWrong : field.error}
      value={typed ?? String(answer ?? '')}
      inputMode="numeric"
      maxLength={6}
      onInput={(text) => {
        const read = text.trim() === '' ? null : readNeighbourhood(text)
        setTyped(text)
        setLeft(false)
        if (read !== null || text.trim() === '') desk.choose([{ path, to: read }])
      }}
      onBlur={() => {
        setLeft(true)
        if (!isWrong) setTyped(null)
        desk.leave(path)
      }}
    />
  )
}
