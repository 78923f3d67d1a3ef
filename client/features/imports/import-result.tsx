import type { Import } from '../../../shared/api/imports.ts'
import { FAULTS } from '../../../shared/faults.ts'
import type { Api } from '../../ports/api.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Progress } from '../../ui/feedback/progress.tsx'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { Card } from '../../ui/layout/card.tsx'
import { Facts } from '../../ui/lists/facts.tsx'
import { Figures } from '../../ui/lists/figures.tsx'
import { paths } from '../../ui/paths.ts'
import { isUnderWay } from './import-state.tsx'
import { Rejections } from './rejections.tsx'
import { importWords, resultWords } from './words.ts'

type Props = {
  readonly of: Import
  readonly api: Api
  /** the file that was just sent is this one of an earlier day */
  readonly isRepeated: boolean
}

/** Steps two and three: how far the reading is, then what came of it. */
export function ImportResult({ of, api, isRepeated }: Props) {
  const words = useWords(resultWords)
  const formats = useFormats()
  return (
    <>
      {isRepeated && (
        <Notice tone="info" title={words.sameFile} isNews>
          {words.sameFileText(formats.dateTime(of.startedAt))}
        </Notice>
      )}
      {isUnderWay(of) ? <Reading of={of} /> : <Outcome of={of} />}
      {of.state !== 'failed' && <RowFigures of={of} />}
      {!isUnderWay(of) && (of.state === 'published' || of.rejected > 0) && <Rejections api={api} of={of} />}
      <FileFacts of={of} />
    </>
  )
}

function Reading({ of }: { of: Import }) {
  const words = useWords(resultWords)
  const formats = useFormats()
  return (
    <Card title={words.readingTitle}>
      <Progress
        label={words.bytesRead}
        value={of.bytesRead}
        max={of.bytes}
        detail={words.bytesOf(formats.bytes(of.bytesRead), formats.bytes(of.bytes))}
      />
      {of.state === 'publishing' && <p>{words.publishingText}</p>}
      <p class="quiet">{words.readingText}</p>
    </Card>
  )
}

function Outcome({ of }: { of: Import }) {
  const words = useWords(resultWords)
  const formats = useFormats()
  const text = useText()
  if (of.state === 'failed') {
    return (
      <Notice tone="problem" title={words.failed}>
        {of.fault ? text(FAULTS[of.fault].text) : words.failedText}
      </Notice>
    )
  }
  return (
    <Notice
      tone="good"
      title={words.published}
      action={<ButtonLink href={paths.assignments}>{words.toAssignments}</ButtonLink>}
    >
      {words.publishedText(formats.number(of.households))}
    </Notice>
  )
}

function RowFigures({ of }: { of: Import }) {
  const words = useWords(resultWords)
  const formats = useFormats()
  return (
    <Figures
      figures={[
        { label: words.acceptedRows, value: formats.number(of.accepted) },
        { label: words.rejectedRows, value: formats.number(of.rejected) },
        ...(of.state === 'published'
          ? [{ label: words.households, value: formats.number(of.households) }]
          : []),
      ]}
    />
  )
}

function FileFacts({ of }: { of: Import }) {
  const words = useWords(resultWords)
  const columns = useWords(importWords)
  const formats = useFormats()
  return (
    <Card title={words.fileFacts}>
      <Facts
        facts={[
          { label: columns.columnAsOf, value: formats.date(of.asOf) },
          { label: words.size, value: formats.bytes(of.bytes) },
          { label: words.startedAt, value: formats.dateTime(of.startedAt) },
          ...(of.endedAt ? [{ label: words.endedAt, value: formats.dateTime(of.endedAt) }] : []),
          { label: words.sha256, value: <code>{of.sha256}</code> },
        ]}
      />
    </Card>
  )
}
