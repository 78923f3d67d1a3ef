import { Badge } from '../../../ui/feedback/badge.tsx'
import type { Tone } from '../../../ui/feedback/tone.ts'
import { circleMinusIcon, equalIcon } from '../../../ui/icons/lucide-late.ts'
import { circleDashedIcon, pencilIcon, plusIcon, type IconShape } from '../../../ui/icons/lucide.ts'
import { useWords } from '../../../ui/language/language.ts'
import type { Difference } from './compare-documents.ts'
import { differenceWords } from './compare-words.ts'

const SIGNS: Readonly<Record<Difference, { readonly tone: Tone | 'neutral'; readonly icon: IconShape }>> = {
  changed: { tone: 'attention', icon: pencilIcon },
  added: { tone: 'info', icon: plusIcon },
  gone: { tone: 'problem', icon: circleMinusIcon },
  unsettled: { tone: 'neutral', icon: circleDashedIcon },
  same: { tone: 'neutral', icon: equalIcon },
}

type Props = {
  readonly kind: Difference
  /** what differs, where it is no person: an answer was emptied and a problem is not recorded, neither left */
  readonly of?: 'answer' | 'problem' | undefined
  /** other words beside the sign: a count */
  readonly text?: string | undefined
}

const GONE = { answer: 'goneAnswer', problem: 'goneProblem' } as const

/** How something differs from what was known: the same sign and word wherever differences stand. */
export function DifferenceSign({ kind, of, text }: Props) {
  const words = useWords(differenceWords)
  return <Badge {...SIGNS[kind]}>{text ?? words[kind === 'gone' && of ? GONE[of] : kind]}</Badge>
}
