import { useMemo, useState } from 'preact/hooks'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { visitDateOf } from '../../../../shared/survey/visit-date.ts'
import type { Finding } from '../../../../shared/review/findings.ts'
import type { HouseholdRecord } from '../../../../shared/sync/protocol.ts'
import { FilterBar } from '../../../ui/layout/filter-bar.tsx'
import { Tabs } from '../../../ui/layout/tabs.tsx'
import { useFormats, useLanguage, useWords } from '../../../ui/language/language.ts'
import { BesideContext, type Beside } from '../compare/beside.ts'
import { compareDocuments } from '../compare/compare-documents.ts'
import { compareWords } from '../compare/compare-words.ts'
import { DifferencesPanel } from '../compare/differences-panel.tsx'
import { answerSpeaker } from '../compare/say-answer.ts'
import { ConflictList } from './conflict-list.tsx'
import { FindingNotices } from './finding-notices.tsx'
import { FullAnswers } from './full-answers.tsx'
import { OverlapNotices } from './overlap-notices.tsx'
import { paneWords } from './pane-words.ts'
import { Pictures } from './pictures.tsx'
import { QualityFlags } from './quality-flags.tsx'
import { SameNotice } from './same-notice.tsx'
import { SurveyHead } from './survey-head.tsx'
import './pane.css'

type Props = {
  readonly detail: ReviewDetail
  readonly findings: readonly Finding[]
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly isBusy: boolean
  readonly onTake: (group: string, take: 'current' | 'offered') => void
  readonly onUndoSame: () => void
}

/** One survey beside what was known: conflicts and gaps first, then what changed, then all its answers. */
export function SurveyContent({ detail, findings, today, isBusy, onTake, onUndoSame }: Props) {
  const words = useWords(paneWords)
  const [tab, setTab] = useState<'differences' | 'answers'>('differences')
  const [base, setBase] = useState<HouseholdRecord['source']>('register')
  const { document } = detail.survey
  const records = [detail.known, detail.listed].filter((record) => record !== null)
  const record = records.find(({ source }) => source === base) ?? records[0] ?? null
  const comparison = useMemo(() => compareDocuments(record?.known ?? null, document), [record, document])
  return (
    <BesideContext.Provider value={useBesideOf(detail, record, today)}>
      <div class="stack">
        <SurveyHead detail={detail} />
        <SameNotice same={detail.same} onUndo={onUndoSame} />
        <ConflictList conflicts={detail.conflicts} isBusy={isBusy} onTake={onTake} />
        <OverlapNotices overlaps={detail.overlaps} />
        <FindingNotices findings={findings} />
        <QualityFlags detail={detail} />
        <Pictures detail={detail} />
        <Tabs
          label={words.tabs}
          tabs={[
            { key: 'differences', label: words.differences },
            { key: 'answers', label: words.answers },
          ]}
          current={tab}
          onSelect={setTab}
        >
          {tab === 'answers' ? (
            <FullAnswers document={document} />
          ) : (
            <DifferencesPanel
              comparison={comparison}
              known={record?.known ?? null}
              document={document}
              aside={<BaseChoice records={records} current={record} onSelect={setBase} />}
            />
          )}
        </Tabs>
      </div>
    </BesideContext.Provider>
  )
}

function useBesideOf({ survey, known, listed }: ReviewDetail, record: HouseholdRecord | null, today: string) {
  const language = useLanguage()
  const sourceText = useSourceText()
  const source = record ? sourceText(record) : ''
  return useMemo((): Beside => {
    const documents = [survey.document, known?.known, listed?.known].filter((one) => one !== undefined)
    return {
      documents,
      say: answerSpeaker(language, documents),
      visitDate: visitDateOf(survey.document, today),
      source,
    }
  }, [survey, known, listed, source, language, today])
}

/** Where a record comes from and how old it is. */
function useSourceText(): (record: HouseholdRecord) => string {
  const words = useWords(compareWords)
  const formats = useFormats()
  return ({ source, asOf }) =>
    source === 'list' ? words.listOf(formats.date(asOf)) : words.registerOf(formats.month(asOf))
}

type BaseProps = {
  readonly records: readonly HouseholdRecord[]
  readonly current: HouseholdRecord | null
  readonly onSelect: (source: HouseholdRecord['source']) => void
}

/** Which record the survey is compared with, where the register and the list both know the household. */
function BaseChoice({ records, current, onSelect }: BaseProps) {
  const words = useWords(compareWords)
  const sourceText = useSourceText()
  const sources = new Map(records.map((record) => [record.source, record]))
  if (!current) return null
  if (sources.size < 2) {
    return (
      <span class="quiet">
        {words.compareWith}: {sourceText(current)}
      </span>
    )
  }
  return (
    <FilterBar
      label={words.compareWith}
      tabs={[...sources].map(([key, record]) => ({ key, label: sourceText(record) }))}
      current={current.source}
      onSelect={onSelect}
    />
  )
}
