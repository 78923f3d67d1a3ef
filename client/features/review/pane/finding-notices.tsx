import { entryOf, type Path } from '../../../../shared/survey/path.ts'
import type { Finding } from '../../../../shared/review/findings.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { photoNamed } from '../../../../shared/survey/expected-photos.ts'
import { reasonText } from '../../../../shared/survey/reason-phrases.ts'
import { PHOTO_KINDS } from '../../../../shared/survey/sections/closing.ts'
import { findOrdinaryProblem } from '../../../../shared/catalogue/problem-catalogue.ts'
import { suggestionAt } from '../../../../shared/welfare/suggestion-warnings.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useText, useWords } from '../../../ui/language/language.ts'
import { useBeside } from '../compare/beside.ts'
import { familyName, memberName } from '../compare/say-answer.ts'
import { paneWords } from './pane-words.ts'

/** What is missing and what is odd in the survey, by the same checks as on the phone and at the server. */
export function FindingNotices({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(paneWords)
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level }) => level === 'warning')
  return (
    <>
      {errors.length > 0 && (
        <div id="review-incomplete" tabIndex={-1}>
          <Notice tone="problem" title={words.incomplete}>
            <p>{words.incompleteText}</p>
            <FindingItems findings={errors} />
          </Notice>
        </div>
      )}
      {warnings.length > 0 && (
        <Notice tone="attention" title={words.odd}>
          <FindingItems findings={warnings} />
        </Notice>
      )}
    </>
  )
}

function FindingItems({ findings }: { findings: readonly Finding[] }) {
  const text = useText()
  const words = useWords(paneWords)
  const place = usePlaceText()
  return (
    <ul class="finding-items">
      {findings.map((finding) => {
        const where = place(finding.path)
        return (
          <li key={`${finding.path} ${finding.text.id}`}>
            {where && <span class="strong">{where}: </span>}
            {text(finding.text)}
            {finding.confirmed && (
              <span class="quiet"> {words.letStand(text(reasonText(finding.confirmed)))}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Whose answer and which question a path leads to: `Bayu · NIK`; empty where neither has a name. */
export function usePlaceText(): (path: Path) => string {
  const { documents } = useBeside()
  const text = useText()
  return (path) => {
    const suggestion = suggestionAt(path)
    if (suggestion) {
      const suggested = findOrdinaryProblem(suggestion.code)
      const whose = memberName(suggestion.subject.split(':')[1] ?? '', documents)
      return [suggested && text(suggested.text), whose].filter(Boolean).join(' · ')
    }
    const entry = entryOf(path) ?? ''
    const code = documents.map(({ problems }) => problems[entry]?.code).find(Boolean)
    const problem = code === undefined ? undefined : findOrdinaryProblem(code)
    const question = questionAt(path)
    const [survey] = documents
    const photo = path.startsWith('attachments/') && survey ? photoNamed(entry, survey) : null
    const picture = PHOTO_KINDS.find(({ key }) => key === photo?.kind)
    const head = photo?.family ? familyName(photo.family, documents) : null
    return [memberName(entry, documents), problem, picture, head, question]
      .map((part) => (typeof part === 'object' && part !== null ? text(part.text) : part))
      .filter(Boolean)
      .join(' · ')
  }
}
