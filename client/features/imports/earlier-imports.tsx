import type { Import } from '../../../shared/api/imports.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { inboxIcon } from '../../ui/icons/lucide-late.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Table } from '../../ui/lists/table.tsx'
import { paths } from '../../ui/paths.ts'
import { ImportState } from './import-state.tsx'
import { importWords } from './words.ts'

/** All imports, newest first, each leading to its result. */
export function EarlierImports({ imports }: { imports: readonly Import[] }) {
  const words = useWords(importWords)
  const formats = useFormats()
  if (imports.length === 0) {
    return (
      <EmptyState icon={inboxIcon} title={words.none}>
        {words.noneText}
      </EmptyState>
    )
  }
  return (
    <Table
      caption={words.earlier}
      rows={imports}
      keyOf={(one) => one.id}
      columns={[
        {
          key: 'file',
          label: words.columnFile,
          cell: (one) => (
            <a class="import-name" href={paths.import(one.id)}>
              {one.fileName}
            </a>
          ),
        },
        { key: 'asOf', label: words.columnAsOf, cell: (one) => formats.date(one.asOf) },
        { key: 'state', label: words.columnState, cell: (one) => <ImportState state={one.state} /> },
        {
          key: 'accepted',
          label: words.columnAccepted,
          isNumber: true,
          cell: (one) => formats.number(one.accepted),
        },
        {
          key: 'rejected',
          label: words.columnRejected,
          isNumber: true,
          cell: (one) => formats.number(one.rejected),
        },
        { key: 'started', label: words.columnStarted, cell: (one) => formats.dateTime(one.startedAt) },
      ]}
    />
  )
}
