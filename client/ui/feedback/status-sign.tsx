import {
  calendarClockIcon,
  checkCheckIcon,
  checkIcon,
  circleDashedIcon,
  circleXIcon,
  cloudCheckIcon,
  cloudUploadIcon,
  fileClockIcon,
  gitCompareIcon,
  hourglassIcon,
  packageCheckIcon,
  pauseIcon,
  pencilIcon,
  refreshCwIcon,
  undo2Icon,
  type IconShape,
} from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { statusWords } from '../words.ts'
import { Badge } from './badge.tsx'
import type { Tone } from './tone.ts'

/** Where a survey or its sending stands: the kinds of the phone's card states and the statuses of the review. */
export type Standing =
  | 'not-visited'
  | 'draft'
  | 'revisit'
  | 'waiting'
  | 'sending'
  | 'received'
  | 'submitted'
  | 'in-review'
  | 'returned'
  | 'approved'
  | 'rejected'
  | 'folded'
  | 'conflict'
  | 'quarantined'
  | 'late'

type Sign = {
  readonly tone: Tone | 'neutral'
  readonly icon: IconShape
  readonly word: keyof typeof statusWords
}

const SIGNS: Readonly<Record<Standing, Sign>> = {
  'not-visited': { tone: 'neutral', icon: circleDashedIcon, word: 'notVisited' },
  draft: { tone: 'info', icon: pencilIcon, word: 'draft' },
  revisit: { tone: 'attention', icon: calendarClockIcon, word: 'revisit' },
  waiting: { tone: 'attention', icon: cloudUploadIcon, word: 'unsent' },
  sending: { tone: 'info', icon: refreshCwIcon, word: 'sending' },
  received: { tone: 'good', icon: cloudCheckIcon, word: 'received' },
  submitted: { tone: 'good', icon: checkIcon, word: 'submitted' },
  'in-review': { tone: 'info', icon: hourglassIcon, word: 'inReview' },
  returned: { tone: 'problem', icon: undo2Icon, word: 'returned' },
  approved: { tone: 'good', icon: checkCheckIcon, word: 'approved' },
  rejected: { tone: 'problem', icon: circleXIcon, word: 'rejected' },
  folded: { tone: 'good', icon: packageCheckIcon, word: 'folded' },
  conflict: { tone: 'problem', icon: gitCompareIcon, word: 'conflict' },
  quarantined: { tone: 'attention', icon: pauseIcon, word: 'quarantined' },
  late: { tone: 'attention', icon: fileClockIcon, word: 'late' },
}

/**
 * The sign and word of a standing, the same on every screen.
 * @param detail follows the word: `60 %`, `2 komentar`, `09.12`
 */
export function StatusSign({ standing, detail }: { standing: Standing; detail?: string | undefined }) {
  const words = useWords(statusWords)
  const { tone, icon, word } = SIGNS[standing]
  return (
    <Badge tone={tone} icon={icon}>
      {detail ? `${words[word]} · ${detail}` : words[word]}
    </Badge>
  )
}
