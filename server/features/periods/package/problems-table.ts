import { ordinaryProblemsOf } from '../../../../shared/register/household.ts'
import { findOrdinaryProblem } from '../../../../shared/welfare/problem-catalogue.ts'
import { REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

/** `masalah.csv`: one row for each problem of the ordinary catalogue; notes stay here. Rule [K7] of SPEC.md. */
export const PROBLEMS_TABLE: Table = {
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
    'keparahan',
    'sejak',
    'kebutuhan',
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
          problem.severity ?? null,
          problem.since ?? null,
          problem.needs?.join(' ') ?? null,
          ...regionCells(area),
        ]
      }
    }
  },
}

const SUBJECTS: { readonly [kind: string]: string } = {
  household: 'rumah_tangga',
  family: 'keluarga',
  member: 'orang',
}
