import { familiesOf } from '../../../../shared/register/household.ts'
import { answerColumns } from './answer-columns.ts'
import { REGION_COLUMNS, regionCells } from './columns.ts'
import type { Table } from './table.ts'

/** `keluarga.csv`: one row for each family, with its household's place, dwelling, assets and livelihood. */
export function familiesTable(form: number): Table {
  const place = answerColumns(form, 'location', ['location/kelurahan', 'location/rw', 'location/rt'])
  const own = answerColumns(form, 'families', ['families/*/kk'])
  const parts = (['dwelling', 'assets', 'economy'] as const).map((part) => ({
    part,
    ...answerColumns(form, part),
  }))
  return {
    name: 'keluarga.csv',
    columns: [
      'id_rumah_tangga',
      'id_keluarga',
      'nomor_kk',
      'kepala_keluarga',
      'nik_kepala',
      'jumlah_anggota',
      ...REGION_COLUMNS,
      ...place.names,
      ...own.names,
      ...parts.flatMap(({ names }) => names),
      'periode_pemutakhiran',
    ],
    rows: function* (source) {
      for (const { id, area, asOf, document } of source.households()) {
        const where = [...regionCells(area), ...place.cells(document.location)]
        const shared = parts.flatMap(({ part, cells }) => cells(document[part]))
        for (const family of familiesOf(document)) {
          const head = family.members.find(([, member]) => member.relationship === 'kepala')?.[1]
          yield [
            id,
            family.id,
            family.kk,
            head?.name ?? null,
            head?.nik ?? null,
            family.members.length,
            ...where,
            ...own.cells(document.families[family.id ?? ''] ?? {}),
            ...shared,
            asOf,
          ]
        }
      }
    },
  }
}
