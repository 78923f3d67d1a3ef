import type { Finding } from '../../../shared/review/findings.ts'
import type { Option } from '../../../shared/survey/question.ts'
import { NO_CARD_REASONS, NO_VIEW_REASONS, ODD_REASONS } from '../../../shared/survey/reason-phrases.ts'

/** Why a warning is mostly let stand. */
export function reasonsFor({ key, path }: Finding): readonly Option[] {
  if (key !== 'photo') return ODD_REASONS
  return path.startsWith('attachments/kartu_keluarga') ? NO_CARD_REASONS : NO_VIEW_REASONS
}
