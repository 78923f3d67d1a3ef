import {
  entriesOf,
  type Answer,
  type FamilyAnswers,
  type MemberAnswers,
  type ProblemAnswers,
  type SurveyDocument,
} from '../../../shared/survey/document.ts'
import { isCompletedVisit } from '../../../shared/survey/rules.ts'
import { REMOVAL_REASONS } from '../../../shared/survey/sections/members.ts'
import { SECTIONS } from '../../../shared/survey/questionnaire.ts'
import { findOrdinaryProblem } from '../../../shared/welfare/problem-catalogue.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { memberLines } from './member-edits.ts'
import { useSubjectName } from './subject-name.ts'
import { VisitFacts } from './visit-facts.tsx'
import { surveyWords } from './words.ts'

type Props = { readonly document: SurveyDocument; readonly known: SurveyDocument }

/** Everything that was answered, section by section, to be read. */
export function AllAnswers({ document, known }: Props) {
  const words = useWords(surveyWords)
  const text = useText()
  const subjectName = useSubjectName()
  const titles = Object.fromEntries(SECTIONS.map((section) => [section.key, text(section.text)]))
  const isWhole = isCompletedVisit({ document })
  const lines = memberLines(document, known).filter(({ standing }) => standing !== 'unsettled')
  const problems = entriesOf(document.problems)
  return (
    <>
      <Card title={titles['visit']}>
        {entriesOf(document.visits).map(([id, visit]) => (
          <VisitFacts key={id} visit={visit} />
        ))}
      </Card>
      {isWhole && (
        <>
          <Card title={titles['location']}>
            <AnswerFacts
              answers={fieldsOf('location', document.location, ['address', 'rt', 'rw', 'kelurahan'])}
            />
          </Card>
          <Card title={titles['members']}>
            {entriesOf<FamilyAnswers>(document.families).map(([id, family]) => (
              <AnswerFacts key={id} answers={fieldsOf(`families/${id}`, family, ['kk'])} />
            ))}
            {lines.map(({ id, standing, member }) => (
              <section key={id} class="stack">
                <h3>{member.name ?? words.nameless}</h3>
                {standing === 'removed' ? (
                  <p>
                    {words.removedMembers}: {reasonOf(member, text)}
                  </p>
                ) : (
                  <AnswerFacts answers={fieldsOf(`members/${id}`, member, MEMBER_FIELDS)} />
                )}
              </section>
            ))}
          </Card>
          <Card title={titles['dwelling']}>
            <AnswerFacts answers={fieldsOf('dwelling', document.dwelling, DWELLING_FIELDS)} />
          </Card>
          <Card title={titles['problems']}>
            {problems.length === 0 && <p class="quiet">{words.noProblems}</p>}
            {problems.map(([id, problem]) => (
              <section key={id} class="stack">
                <h3>{problemName(problem, text) ?? words.newProblem}</h3>
                {problem.subject && <p class="quiet">{subjectName(problem.subject, document, known)}</p>}
                <AnswerFacts answers={fieldsOf(`problems/${id}`, problem, PROBLEM_FIELDS)} />
              </section>
            ))}
          </Card>
        </>
      )}
    </>
  )
}

const MEMBER_FIELDS = ['nik', 'nikMissing', 'birthDate', 'sex', 'relationship'] as const
const PROBLEM_FIELDS = ['severity', 'since', 'needs', 'note'] as const
const DWELLING_FIELDS = [
  'tenure',
  'floor',
  'wall',
  'roof',
  'water',
  'toilet',
  'powerSource',
  'powerWatt',
] as const

function fieldsOf<Field extends string>(
  entry: string,
  answers: { readonly [Name in Field]?: Answer },
  fields: readonly Field[],
): (readonly [string, Answer | undefined])[] {
  return fields.map((field) => [`${entry}/${field}`, answers[field]] as const)
}

function reasonOf(member: MemberAnswers, text: ReturnType<typeof useText>): string {
  const reason = REMOVAL_REASONS.find(({ key }) => key === member.removed)
  return reason ? text(reason.text).toLowerCase() : ''
}

function problemName(problem: ProblemAnswers, text: ReturnType<typeof useText>): string | undefined {
  const catalogued = findOrdinaryProblem(problem.code ?? '')
  return catalogued && text(catalogued.text)
}
