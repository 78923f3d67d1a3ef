import { familiesOf } from '../../../../shared/register/household.ts'
import { answerColumns } from './answer-columns.ts'
import { REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

const PLACED = [
  'members/*/family',
  'members/*/name',
  'members/*/nik',
  'members/*/nikMissing',
  'members/*/birthDate',
]

/** `anggota.csv`: one row for each person who lives in a present household. */
export function membersTable(form: number): Table {
  const answers = answerColumns(form, 'members', PLACED)
  return {
    name: 'anggota.csv',
    columns: [
      'id_rumah_tangga',
      'id_keluarga',
      'nomor_kk',
      'id_orang',
      'nik',
      'alasan_tanpa_nik',
      'nama',
      'tanggal_lahir',
      ...answers.names,
      ...REGION_COLUMNS,
    ],
    rows: function* (source) {
      for (const { id, area, document } of source.households()) {
        for (const family of familiesOf(document)) {
          for (const [memberId, member] of family.members) {
            yield [
              id,
              family.id,
              family.kk,
              memberId,
              member.nik ?? null,
              member.nikMissing ?? null,
              member.name ?? null,
              member.birthDate ?? null,
              ...answers.cells(member),
              ...regionCells(area),
            ]
          }
        }
      }
    },
  }
}
