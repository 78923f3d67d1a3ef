import type { Finding } from '../../../shared/review/findings.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { circleIcon } from '../../ui/icons/lucide-late.ts'
import { useWords } from '../../ui/language/language.ts'
import { surveyWords } from './words.ts'

/** How a member or problem stands: what is missing, wrong or odd, each with its sign and word. */
export function EntrySigns({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(surveyWords)
  const missing = findings.filter(({ kind }) => kind === 'missing').length
  const wrong = findings.filter(({ kind, level }) => kind === 'check' && level === 'error').length
  const odd = findings.filter(
    ({ kind, level, confirmed }) => kind === 'check' && level === 'warning' && confirmed === null,
  ).length
  if (missing + wrong + odd === 0) return <Badge tone="good">{words.complete}</Badge>
  return (
    <>
      {wrong > 0 && <Badge tone="problem">{words.toMend(wrong)}</Badge>}
      {missing > 0 && (
        <Badge tone="info" icon={circleIcon}>
          {words.toFill(missing)}
        </Badge>
      )}
      {odd > 0 && <Badge tone="attention">{words.toCheck(odd)}</Badge>}
    </>
  )
}
