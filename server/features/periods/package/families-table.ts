import { familiesOf } from '../../../../shared/register/household.ts'
import { choiceCells, choiceColumns, DWELLING_FIELDS, REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

/** `keluarga.csv`: one row for each family, with its household's place and dwelling. */
export const FAMILIES_TABLE: Table = {
  name: 'keluarga.csv',
  columns: [
    'id_rumah_tangga',
    'id_keluarga',
    'nomor_kk',
    'kepala_keluarga',
    'nik_kepala',
    'jumlah_anggota',
    ...REGION_COLUMNS,
    'alamat',
    ...DWELLING_FIELDS.flatMap((field) => choiceColumns(`dwelling/${field}`)),
    'periode_pemutakhiran',
  ],
  rows: function* (source) {
    for (const { id, area, asOf, document } of source.households()) {
      const dwelling = DWELLING_FIELDS.flatMap((field) =>
        choiceCells(`dwelling/${field}`, document.dwelling[field]),
      )
      for (const family of familiesOf(document)) {
        const head = family.members.find(([, member]) => member.relationship === 'kepala')?.[1]
        yield [
          id,
          family.id,
          family.kk,
          head?.name ?? null,
          head?.nik ?? null,
          family.members.length,
          ...regionCells(area),
          document.location.address ?? null,
          ...dwelling,
          asOf,
        ]
      }
    }
  },
}
