import type { Finding } from '../../../shared/review/findings.ts'
import type { MemberLine } from './member-edits.ts'

/**
 * The member to go on with after one is done: the next who is not settled or has something open, from the top again
 * after the last; null where there is none.
 */
export function nextOpenMember(
  lines: readonly MemberLine[],
  after: string,
  findings: readonly Finding[],
): MemberLine | null {
  const at = lines.findIndex(({ id }) => id === after)
  const others = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))]
  const isOpen = ({ id, standing }: MemberLine) =>
    standing === 'unsettled' ||
    (standing === 'present' &&
      findings.some(({ path, confirmed }) => confirmed === null && path.startsWith(`members/${id}/`)))
  return others.find(isOpen) ?? null
}
