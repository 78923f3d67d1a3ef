import type { Period } from '../../../shared/api/periods.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { circleDotIcon } from '../../ui/icons/lucide-late.ts'
import { downloadIcon, lockIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Table } from '../../ui/lists/table.tsx'
import { downloads } from '../../ui/paths.ts'
import { periodWords } from './words.ts'

type Props = {
  readonly periods: readonly Period[]
  readonly onSelect: (period: Period['id']) => void
}

/** All months, newest first; each can be put on the page. */
export function PeriodTable({ periods, onSelect }: Props) {
  const words = useWords(periodWords)
  const formats = useFormats()
  return (
    <Table
      caption={words.otherPeriods}
      rows={periods}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'period',
          label: words.columnPeriod,
          cell: ({ id }) => (
            <span class="period-cell">
              <Button kind="bare" onClick={() => onSelect(id)}>
                {formats.month(id)}
              </Button>
            </span>
          ),
        },
        { key: 'state', label: words.columnState, cell: (period) => <PeriodState period={period} /> },
        {
          key: 'surveys',
          label: words.surveys,
          isNumber: true,
          cell: ({ figures }) => formats.number(figures.surveys),
        },
        {
          key: 'households',
          label: words.households,
          isNumber: true,
          cell: ({ figures }) => formats.number(figures.households),
        },
        {
          key: 'package',
          label: words.columnPackage,
          cell: ({ id, package: file }) =>
            file && (
              <span class="period-cell">
                <ButtonLink
                  kind="bare"
                  icon={downloadIcon}
                  href={downloads.monthlyPackage(id)}
                  download={file.fileName}
                >
                  {words.download}
                  <span class="visually-hidden"> {formats.month(id)}</span>
                </ButtonLink>
              </span>
            ),
        },
      ]}
    />
  )
}

/** Open or sealed, as a sign with its word. */
export function PeriodState({ period }: { period: Period }) {
  const words = useWords(periodWords)
  return period.state === 'open' ? (
    <Badge tone="info" icon={circleDotIcon}>
      {words.openState}
    </Badge>
  ) : (
    <Badge tone="good" icon={lockIcon}>
      {words.sealedState}
    </Badge>
  )
}
