import { useState } from 'preact/hooks'
import { entryOf } from '../../shared/survey/path.ts'
import { findOrdinaryProblem, type Problem } from '../../shared/catalogue/problem-catalogue.ts'
import { Button } from '../ui/buttons/button.tsx'
import { Choice } from '../ui/fields/choice.tsx'
import { Field } from '../ui/fields/field.tsx'
import { SearchField } from '../ui/fields/search-field.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { problemChoices } from './problem-choices.ts'
import { searchProblems } from './problem-search.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { questionWords } from './words.ts'

/** So many stand open at once; the rest is a tap or a word away. */
const SHORT_LIST = 8

/** A problem of the catalogue: a short list that fits the subject, then search. */
export function ProblemQuestion({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const text = useText()
  const [search, setSearch] = useState('')
  const [isWhole, setWhole] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const entry = entryOf(path) ?? ''
  const answer = desk.valueOf(path)
  const chosen = answer === null ? undefined : findOrdinaryProblem(String(answer))

  if (desk.answerOf(`problems/${entry}/subject`) === null) {
    return <p class="quiet">{words.chooseSubjectFirst}</p>
  }
  const asOption = (problem: Problem) => ({ value: problem.code, label: text(problem.text) })
  const take = (to: string | null) => {
    setSearch('')
    setChanging(false)
    desk.choose([{ path, to }])
  }
  if (chosen && !isChanging) {
    return (
      <div class="stack">
        <Choice {...field} value={chosen.code} options={[asOption(chosen)]} onChange={take} />
        <div>
          <Button onClick={() => setChanging(true)}>{words.otherProblem}</Button>
        </div>
      </div>
    )
  }

  const { suggested, others } = problemChoices(desk.document, entry, desk.visitDate)
  const all = [...suggested, ...others]
  const found = search.trim() === '' ? null : searchProblems(all, search)
  const shown = found ?? (isWhole ? all : suggested.slice(0, SHORT_LIST))
  return (
    <div class="stack">
      {shown.length > 0 ? (
        <Choice
          {...field}
          aside={
            <SearchField
              id={`${path}-search`}
              label={words.searchProblem}
              value={search}
              onInput={setSearch}
            />
          }
          value={chosen?.code ?? null}
          options={shown.map(asOption)}
          onChange={take}
        />
      ) : (
        <Field
          field={{
            ...field,
            aside: (
              <SearchField
                id={`${path}-search`}
                label={words.searchProblem}
                value={search}
                onInput={setSearch}
              />
            ),
          }}
          group="group"
        >
          <p role="status">{words.noSuchProblem}</p>
        </Field>
      )}
      {!found && shown.length < all.length && (
        <div>
          <Button onClick={() => setWhole(true)}>{words.allProblems(all.length)}</Button>
        </div>
      )}
    </div>
  )
}
