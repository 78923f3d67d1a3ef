import { useState } from 'preact/hooks'
import { entryOf } from '../../shared/survey/path.ts'
import { findOrdinaryProblem, type Problem } from '../../shared/catalogue/problem-catalogue.ts'
import { Button } from '../ui/buttons/button.tsx'
import { Radios } from '../ui/fields/choice.tsx'
import { Field } from '../ui/fields/field.tsx'
import { SearchField } from '../ui/fields/search-field.tsx'
import { useText, useWords } from '../ui/language/language.ts'
import { problemChoices, problemsOfOthers } from './problem-choices.ts'
import { searchProblems } from './problem-search.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { questionWords } from './words.ts'

/** So many stand open at once; the rest is a tap or a word away. */
const SHORT_LIST = 8

/** Problems of another kind of subject that are shown at most. */
const MOST_OF_OTHERS = 3

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
  const take = (to: string | null, of?: string) => {
    setSearch('')
    setChanging(false)
    desk.choose([...(of === undefined ? [] : [{ path: `problems/${entry}/subject`, to: of }]), { path, to }])
  }
  if (chosen && !isChanging) {
    return (
      <div class="stack">
        <Field field={field} group="radiogroup">
          <Radios
            id={field.id}
            value={chosen.code}
            options={[asOption(chosen)]}
            onChange={(to) => take(to)}
          />
        </Field>
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
      {/* One field throughout: it keeps the focus of whoever types where nothing is found, or chooses. */}
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
        group={shown.length > 0 ? 'radiogroup' : 'group'}
      >
        {shown.length > 0 ? (
          <Radios
            id={field.id}
            value={chosen?.code ?? null}
            options={shown.map(asOption)}
            onChange={(to) => take(to)}
          />
        ) : (
          <NoSuchProblem entry={entry} search={search} onTake={(code) => take(code, 'household')} />
        )}
      </Field>
      {!found && shown.length < all.length && (
        <div>
          <Button onClick={() => setWhole(true)}>{words.allProblems(all.length)}</Button>
        </div>
      )}
    </div>
  )
}

type Missing = {
  readonly entry: string
  readonly search: string
  /** takes a problem of the household in the place of one of its members */
  readonly onTake: (code: string) => void
}

/** Where no problem of this subject is found: those of another kind of subject, and what is in no list. */
function NoSuchProblem({ entry, search, onTake }: Missing) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const text = useText()
  const { ofHousehold, found } = problemsOfOthers(desk.document, entry, (all) => searchProblems(all, search))
  return (
    <div class="stack">
      <p role="status">{found.length > 0 ? words.ofOthers(ofHousehold) : words.noSuchProblem}</p>
      {found.slice(0, MOST_OF_OTHERS).map((problem) =>
        ofHousehold ? (
          <Button key={problem.code} wide onClick={() => onTake(problem.code)}>
            {text(problem.text)}
          </Button>
        ) : (
          <p key={problem.code} class="strong">
            {text(problem.text)}
          </p>
        ),
      )}
      {/* The same whatever was looked for: it tells nothing of what is restricted. */}
      <p class="quiet">{words.notInTheList}</p>
    </div>
  )
}
