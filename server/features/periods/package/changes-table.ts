import type { ChangeKind, MemberChange } from '../../../../shared/register/change.ts'
import { familiesOf } from '../../../../shared/register/household.ts'
import { nameOf } from '../../../../shared/survey/document.ts'
import type { Path } from '../../../../shared/survey/path.ts'
import { changedColumns } from './column-names.ts'
import { REGION_COLUMNS, regionCells, type Cell } from './columns.ts'
import type { ChangedHousehold } from './package-source.ts'
import type { Table } from './table.ts'

const KINDS: { readonly [kind in ChangeKind]: string } = { added: 'baru', changed: 'ubah', gone: 'keluar' }

/** `perubahan.csv`: what the period changed; the household's row stands before those of its persons. */
export const CHANGES_TABLE: Table = {
  name: 'perubahan.csv',
  columns: [
    'id_rumah_tangga',
    'id_orang',
    'nomor_kk',
    'nik',
    'nama',
    'perubahan',
    'alasan',
    'kolom',
    ...REGION_COLUMNS,
  ],
  rows: function* (source) {
    for (const household of source.changes()) {
      yield householdRow(household)
      for (const member of household.change.members) yield memberRow(household, member)
    }
  },
}

function householdRow({ id, area, document, change }: ChangedHousehold): readonly Cell[] {
  const columns = columnsOf(change.fields)
  const isAboutMembers = change.kind === 'changed' && change.members.length > 0
  return [
    id,
    null,
    familiesOf(document)[0]?.kk ?? null,
    null,
    nameOf(document),
    KINDS[change.kind],
    change.reason,
    (isAboutMembers ? [...columns, 'anggota'] : columns).join(' '),
    ...regionCells(area),
  ]
}

function memberRow({ id, area, document }: ChangedHousehold, change: MemberChange): readonly Cell[] {
  const member = document.members[change.id]
  return [
    id,
    change.id,
    document.families[member?.family ?? '']?.kk ?? null,
    member?.nik ?? null,
    member?.name ?? null,
    KINDS[change.kind],
    change.reason,
    columnsOf(change.fields).join(' '),
    ...regionCells(area),
  ]
}

function columnsOf(fields: readonly Path[]): readonly string[] {
  return [...new Set(fields.flatMap(changedColumns))].sort()
}
