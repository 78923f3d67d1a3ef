import { findOrdinaryProblem } from '../../../shared/catalogue/problem-catalogue.ts'
import { entriesOf, type Answer, type SurveyDocument } from '../../../shared/survey/document.ts'
import { answerAt, pathOf, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople, optionsOf, type Section } from '../../../shared/survey/question.ts'
import { formOf, questionAt, sectionsOf } from '../../../shared/survey/questionnaire.ts'
import { reasonText } from '../../../shared/survey/reason-phrases.ts'
import { isCompletedVisit } from '../../../shared/survey/rules.ts'
import { PHOTO_KINDS } from '../../../shared/survey/sections/closing.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Facts } from '../../ui/lists/facts.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { familyLines } from './family-edits.ts'
import { memberLines } from './member-edits.ts'
import { problemWords } from './problem-words.ts'
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
  const words = useWords(surveyWords)
  // One that nobody stands with and that has no card is none: an empty place for the next family, or the rest of one.
  const families = familyLines(document, known).filter(
    ({ id, family, isInhabited }) =>
      isInhabited ||
      (document.families[id] !== undefined && family.removed === undefined && family.kk !== undefined),
  )
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
          {document.notice.how !== undefined && (
            <section class="stack">
              <h3>{words.privacyNotice}</h3>
              {facts('notice/', null)}
            </section>
          )}
        </>
      )
    case 'members':
      return (
        <>
          {families.map(({ id, name }) => (
            <section key={id} class="stack">
              {families.length > 1 && <h3>{words.familyOf(name ?? words.nameless)}</h3>}
              {facts('families/', id)}
            </section>
          ))}
          <Members section={section} document={document} known={known} />
        </>
      )
    case 'problems':
      return <Problems section={section} document={document} known={known} />
    case 'closing':
      return <Closing section={section} document={document} />
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
  return (
    <>
      {problems.length === 0 && <p class="quiet">{words.noProblems}</p>}
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
      <NoProblems removed="tidak_terbukti" document={document} known={known} />
      <NoProblems removed="teratasi" document={document} known={known} />
    </>
  )
}

/** What was looked at and is no problem, or none any more: a suggestion that was declined, with its reason, or what is solved. */
function NoProblems({
  removed,
  document,
  known,
}: Props & { readonly removed: 'tidak_terbukti' | 'teratasi' }) {
  const words = useWords(problemWords)
  const text = useText()
  const subjectName = useSubjectName()
  const entries = Object.values(document.problems).filter((problem) => problem.removed === removed)
  if (entries.length === 0) return null
  return (
    <section class="stack">
      <h3>{removed === 'teratasi' ? words.knownAnswered : words.declinedCount(entries.length)}</h3>
      <Facts
        facts={entries.map(({ code = '', subject = 'household', removedWhy }) => {
          const problem = findOrdinaryProblem(code)
          const why = removedWhy ? text(reasonText(removedWhy)) : words.declined(undefined)
          return {
            label: [problem && text(problem.text), subjectName(subject, document, known)]
              .filter(Boolean)
              .join(' · '),
            value: removed === 'teratasi' ? words.isSolved : why,
          }
        })}
      />
    </section>
  )
}

/** Which pictures there are, then what was asked at the door. */
function Closing({ section, document }: Pick<Props, 'document'> & { readonly section: Section }) {
  const words = useWords(surveyWords)
  const text = useText()
  const taken = entriesOf(document.attachments)
  const kinds = PHOTO_KINDS.map((kind) => ({
    kind,
    count: taken.filter(([, attachment]) => attachment.kind === kind.key).length,
  })).filter(({ count }) => count > 0)
  const value = kinds
    .map(({ kind, count }) => (count > 1 ? `${text(kind.text)} (${count})` : text(kind.text)))
    .join(', ')
  const visit = entriesOf(document.visits).at(-1)?.[0] ?? null
  return (
    <AnswerFacts
      before={kinds.length > 0 ? [{ label: words.photos, value }] : []}
      answers={answersOf(section, document, '', visit)}
    />
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
