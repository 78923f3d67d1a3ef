import { entriesOf, type AttachmentAnswers, type SurveyDocument } from '../../shared/survey/document.ts'
import type { Patch } from '../../shared/sync/patch.ts'
import type { Memory } from './memory.ts'

/**
 * Hashes of all photos that something on this device names: what is known of a household, a survey, or work that the
 * server does not have. Of such work both sides of a step count: the one that gives way may come back.
 * @returns null where a row cannot be read: it may name any
 */
export function namedPhotos({
  tables,
  leftOut,
}: Pick<Memory, 'tables' | 'leftOut'>): ReadonlySet<string> | null {
  if (leftOut.peek() > 0) return null
  return new Set([
    ...[...tables.households.values()].flatMap(({ body }) => photosOf(body.record.known)),
    ...[...tables.surveys.values()].flatMap(({ body }) => photosOf(body.record.document)),
    ...[...tables.openChanges.values()].flatMap(({ body }) => photosIn(body.patch)),
    ...[...tables.outbox.values()].flatMap(({ body }) => photosIn(body.change.patch)),
  ])
}

function photosOf({ attachments }: SurveyDocument): readonly string[] {
  return entriesOf<AttachmentAnswers>(attachments).flatMap(([, { sha256 }]) => sha256 ?? [])
}

function photosIn(patch: Patch): readonly string[] {
  return Object.entries(patch)
    .filter(([path]) => /^attachments\/[^/]+\/sha256$/.test(path))
    .flatMap(([, { from, to }]) => [from, to].filter((side) => typeof side === 'string'))
}
