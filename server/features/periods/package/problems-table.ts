import { ordinaryProblemsOf } from '../../../../shared/register/household.ts'
import type { ProblemAnswers } from '../../../../shared/survey/document.ts'
import { HOUSEHOLD_RULES } from '../../../../shared/welfare/household-rules.ts'
import { MEMBER_RULES } from '../../../../shared/welfare/member-rules.ts'
import { findOrdinaryProblem } from '../../../../shared/catalogue/problem-catalogue.ts'
import { findProgramme } from '../../../../shared/catalogue/programme-catalogue.ts'
import { answerColumns } from './answer-columns.ts'
import { REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

/** `masalah.csv`: one row for each problem of the ordinary catalogue; notes stay here. Rule [K7] of SPEC.md. */
export function problemsTable(form: number): Table {
  const answers = answerColumns(form, 'problems', ['problems/*/subject', 'problems/*/code'])
  return {
    name: 'masalah.csv',
    columns: [
      'id_rumah_tangga',
      'id_keluarga',
      'id_orang',
      'nik',
      'subjek',
      'kode_masalah',
      'nomor_ppks',
      'masalah',
      ...answers.names,
      ...REGION_COLUMNS,
    ],
    rows: function* (source) {
      for (const { id, area, document } of source.households()) {
        for (const [, problem] of ordinaryProblemsOf(document)) {
          const [kind = '', who = null] = (problem.subject ?? 'household').split(':')
          const member = kind === 'member' && who !== null ? document.members[who] : undefined
          const catalogued = findOrdinaryProblem(problem.code ?? '')
          yield [
            id,
            kind === 'family' ? who : (member?.family ?? null),
            member ? who : null,
            member?.nik ?? null,
            SUBJECTS[kind] ?? kind,
            problem.code ?? null,
            catalogued?.ppks ?? null,
            catalogued?.text.id ?? null,
            ...answers.cells(withKnownKeys(problem)),
            ...regionCells(area),
          ]
        }
      }
    },
  }
}

const RULES: ReadonlySet<string> = new Set([...HOUSEHOLD_RULES, ...MEMBER_RULES].map(({ key }) => key))

/** Rules and programmes stand as ids that no option list checks: only those that anybody may see leave. */
function withKnownKeys({ rule, help, ...problem }: ProblemAnswers): ProblemAnswers {
  const known = help?.filter((id) => findProgramme(id) !== undefined)
  return {
    ...problem,
    ...(rule !== undefined && RULES.has(rule) ? { rule } : {}),
    ...(known === undefined ? {} : { help: known }),
  }
}

const SUBJECTS: { readonly [kind: string]: string } = {
  household: 'rumah_tangga',
  family: 'keluarga',
  member: 'orang',
}
