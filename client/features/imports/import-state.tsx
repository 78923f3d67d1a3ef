import type { Import } from '../../../shared/api/imports.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import type { Tone } from '../../ui/feedback/tone.ts'
import { circleCheckIcon, circleXIcon, refreshCwIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { importWords } from './words.ts'

const SIGNS: Readonly<Record<Import['state'], { readonly tone: Tone; readonly icon: IconShape }>> = {
  reading: { tone: 'info', icon: refreshCwIcon },
  publishing: { tone: 'info', icon: refreshCwIcon },
  published: { tone: 'good', icon: circleCheckIcon },
  failed: { tone: 'problem', icon: circleXIcon },
}

/** Where an import stands, as a sign with its word. */
export function ImportState({ state }: { state: Import['state'] }) {
  const words = useWords(importWords)
  return <Badge {...SIGNS[state]}>{words[state]}</Badge>
}

/** Whether the server is still at it. */
export function isUnderWay({ state }: Import): boolean {
  return state === 'reading' || state === 'publishing'
}
