import {
  circleCheckIcon,
  infoIcon,
  octagonAlertIcon,
  triangleAlertIcon,
  type IconShape,
} from '../icons/lucide.ts'

/** What a message means for the work; colour never says it alone, each has its sign. */
export type Tone = 'good' | 'attention' | 'problem' | 'info'

export const TONE_ICONS: Readonly<Record<Tone, IconShape>> = {
  good: circleCheckIcon,
  attention: triangleAlertIcon,
  problem: octagonAlertIcon,
  info: infoIcon,
}
