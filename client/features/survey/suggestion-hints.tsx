import { signal, type ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Path } from '../../../shared/survey/path.ts'
import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { suggestionPath } from '../../../shared/welfare/suggestion-warnings.ts'
import type { Suggestion } from '../../../shared/welfare/suggestions.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { flagIcon } from '../../ui/icons/lucide-late.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { problemWords } from './problem-words.ts'
import './suggestion-hints.css'

export type OpenSuggestions = {
  readonly open: ReadonlySignal<readonly Suggestion[]>
  /** leads to the place where a suggestion is answered */
  readonly onReview: (path: Path) => void
}

export const OpenSuggestionsContext = createContext<OpenSuggestions>({
  open: signal([]),
  onReview: () => {},
})

/** Below an answer: the suggestions that it brought up, as long as nobody has answered them. */
export function SuggestionHints({ paths }: { readonly paths: readonly Path[] }) {
  const { open, onReview } = useContext(OpenSuggestionsContext)
  const words = useWords(problemWords)
  const text = useText()
  const here = open.value.filter(({ from }) => paths.includes(from.at(-1) ?? ''))
  if (here.length === 0) return null
  return (
    <>
      {here.map((suggestion) => {
        const problem = findOrdinaryProblem(suggestion.code)
        const name = problem ? text(problem.text) : suggestion.code
        const path = suggestionPath(suggestion)
        return (
          <div key={path} class="suggestion-hint reveal-below" role="note">
            <Icon shape={flagIcon} />
            <p>
              <span class="strong">{words.hint(name)}</span> {words.because(text(suggestion.reason))}
            </p>
            <Button kind="bare" onClick={() => onReview(path)}>
              {words.review}
              <span class="visually-hidden"> {name}</span>
            </Button>
          </div>
        )
      })}
    </>
  )
}
