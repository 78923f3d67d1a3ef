import type { HeldStep } from '../../../../shared/api/quarantine.ts'
import type { SurveyDocument } from '../../../../shared/survey/document.ts'
import { sectionAt } from '../../../../shared/survey/questionnaire.ts'
import { Facts } from '../../../ui/lists/facts.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language/language.ts'
import { answerWords } from '../compare/compare-words.ts'
import { answerSpeaker, familyName, memberName } from '../compare/say-answer.ts'
import { heldWords } from './held-words.ts'
import { groupSteps, type KnownStep, type StepGroup } from './step-groups.ts'

type Props = {
  readonly steps: readonly HeldStep[]
  /** where the names of people stand, the more trusted one first */
  readonly documents: readonly SurveyDocument[]
}

/** What a held change says, in the words of the questionnaire as far as it has any. */
export function HeldSteps({ steps, documents }: Props) {
  const words = useWords(heldWords)
  const { groups, unknown } = groupSteps(steps)
  if (groups.length === 0 && unknown.length === 0) return <p class="quiet">{words.noAnswers}</p>
  return (
    <>
      {groups.map((group) => (
        <Group key={group.key} group={group} documents={documents} />
      ))}
      {unknown.length > 0 && (
        <section class="held-group">
          <h3>{words.unknownPart}</h3>
          <dl class="held-raw">
            {unknown.map(({ path, from, to }) => (
              <div key={path}>
                <dt>{path}</dt>
                <dd>
                  {from !== null && (
                    <>
                      <del>{raw(from)}</del> →{' '}
                    </>
                  )}
                  {to === null ? words.emptied : raw(to)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

function Group({ group, documents }: { readonly group: StepGroup; readonly documents: Props['documents'] }) {
  const words = useWords(heldWords)
  const text = useText()
  const language = useLanguage()
  const title = useGroupTitle(group, documents)
  const say = answerSpeaker(language, documents)
  const said = ({ question }: KnownStep, answer: KnownStep['to']) =>
    answer === null ? <span class="quiet">{words.emptied}</span> : say(question, answer)
  return (
    <section class="held-group">
      <h3>{title}</h3>
      <Facts
        facts={group.steps.map((step) => ({
          label: text(step.question.text),
          value: said(step, step.to),
          ...(step.from !== null && { before: said(step, step.from) }),
        }))}
      />
    </section>
  )
}

/** A person by their name, what else by its section. */
function useGroupTitle({ part, entry, steps }: StepGroup, documents: Props['documents']): string {
  const words = useWords(answerWords)
  const text = useText()
  const section = steps[0] && sectionAt(steps[0].path)
  if (part === 'members' && entry !== null) return memberName(entry, documents) ?? words.nameless
  if (part === 'families' && entry !== null) {
    const name = familyName(entry, documents)
    return name === null ? words.family : words.familyOf(name)
  }
  return section ? text(section.text) : part
}

const MAX_RAW = 300

function raw(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MAX_RAW ? `${text.slice(0, MAX_RAW)}…` : text
}
