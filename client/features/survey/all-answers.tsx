import { entriesOf, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { answerAt, pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople, optionsOf, type Section } from '../../../shared/survey/question.ts'
import { formOf, questionAt, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { isCompletedVisit } from '../../../shared/survey/rules.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { memberLines } from './member-edits.ts'
import { useSubjectName } from './subject-name.ts'
import { VisitFacts } from './visit-facts.tsx'
import { surveyWords } from './words.ts'

type Props = { readonly document: SurveyDocument; readonly known: SurveyDocument }

/** Everything that was answered, section by section, to be read; what is long is folded away. */
export function AllAnswers({ document, known }: Props) {
  const sections = sectionsOf(formOf(document))
  const asked = isCompletedVisit({ document }) ? sections : sections.filter(({ key }) => key === 'visit')
  const text = useText()
  return (
    <>
      {asked.map((section) => (
        <Card key={section.key} title={text(section.text)}>
          <SectionAnswers section={section} document={document} known={known} />
        </Card>
      ))}
    </>
  )
}

function SectionAnswers({ section, document, known }: Props & { readonly section: Section }) {
  const facts = (prefix: string, entry: string | null) => (
    <AnswerFacts answers={answersOf(section, document, prefix, entry)} />
  )
  switch (section.key) {
    case 'visit':
      return (
        <>
          {entriesOf(document.visits).map(([id, visit]) => (
            <VisitFacts key={id} visit={visit} />
          ))}
        </>
      )
    case 'members':
      return (
        <>
          {entriesOf(document.families).map(([id]) => (
            <div key={id}>{facts('families/', id)}</div>
          ))}
          <Members section={section} document={document} known={known} />
        </>
      )
    case 'problems':
      return <Problems section={section} document={document} known={known} />
    case 'closing':
      return facts('', entriesOf(document.visits).at(-1)?.[0] ?? null)
    case 'location':
    case 'dwelling':
    case 'assets':
    case 'economy':
      return facts(`${section.key}/`, null)
  }
}

function Members({ section, document, known }: Props & { readonly section: Section }) {
  const words = useWords(surveyWords)
  const text = useText()
  const lines = memberLines(document, known).filter(({ standing }) => standing !== 'unsettled')
  return (
    <>
      {lines.map(({ id, standing, member }) =>
        standing === 'removed' ? (
          <section key={id} class="stack">
            <h3>{member.name ?? words.nameless}</h3>
            <p>
              {words.removedMembers}: {text(labelOf('members/*/removed', member.removed)).toLowerCase()}
            </p>
          </section>
        ) : (
          <Disclosure key={id} summary={<h3>{member.name ?? words.nameless}</h3>}>
            <AnswerFacts answers={answersOf(section, document, 'members/', id)} />
          </Disclosure>
        ),
      )}
    </>
  )
}

function Problems({ section, document, known }: Props & { readonly section: Section }) {
  const words = useWords(surveyWords)
  const subjectName = useSubjectName()
  const problems = entriesOf(document.problems)
  if (problems.length === 0) return <p class="quiet">{words.noProblems}</p>
  return (
    <>
      {problems.map(([id, { subject }]) => (
        <section key={id} class="stack">
          {subject && <h3>{subjectName(subject, document, known)}</h3>}
          <AnswerFacts
            answers={answersOf(section, document, 'problems/', id).filter(
              ([path]) => !path.endsWith('/subject'),
            )}
          />
        </section>
      ))}
    </>
  )
}

/** What a section asks in one part of the document, with what was answered; notes to read are left out. */
function answersOf(
  section: Section,
  document: SurveyDocument,
  prefix: string,
  entry: string | null,
): (readonly [Path, Answer | undefined])[] {
  return section.questions
    .filter((question) => isAskedOfPeople(question) && question.kind !== 'note')
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path: pattern }) => {
      const path = pathOf(pattern, entry)
      return [path, answerAt(document, path) ?? undefined] as const
    })
}

function labelOf(pattern: Path, key: string | undefined) {
  const question = questionAt(pattern)
  const option = question && optionsOf(question).find((each) => each.key === key)
  return option?.text ?? { id: '', en: '' }
}
