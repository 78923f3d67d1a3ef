import { familiesOf } from '../../../../shared/register/household.ts'
import { choiceCells, choiceColumns, REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

/** `anggota.csv`: one row for each person who lives in a present household. */
export const MEMBERS_TABLE: Table = {
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
    ...choiceColumns('members/*/sex'),
    ...choiceColumns('members/*/relationship'),
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
            ...choiceCells('members/*/sex', member.sex),
            ...choiceCells('members/*/relationship', member.relationship),
            ...regionCells(area),
          ]
        }
      }
    }
  },
}
