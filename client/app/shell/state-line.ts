import type { Formats } from '../../ui/language/formats.ts'
import type { Spoken, Words } from '../../ui/language/define-words.ts'
import type { SyncState } from '../../ports/sync.ts'
import type { stateLineWords } from '../language/words.ts'

type Said = typeof stateLineWords extends Words<infer T> ? Spoken<T> : never

/** What the line's sign shows. */
export type LineSign = 'offline' | 'sending' | 'sent' | 'waiting' | 'stopped'

export type StateLine = {
  readonly sign: LineSign
  /** the network and what has not been sent */
  readonly main: string
  /** when it was sent last, or what to do */
  readonly detail: string
}

/**
 * The words at the top of the phone, always true: never "sent" without the server's word for all of it.
 * @param unsent surveys with work that the server does not have
 * @param photosLeft in words, photos that it does not have; null for none
 */
export function stateLineOf(
  state: SyncState,
  unsent: number,
  photosLeft: string | null,
  said: Said,
  status: { readonly offline: string; readonly online: string },
  formats: Formats,
  now: Date,
): StateLine {
  const count = formats.number(unsent)
  const waiting = unsent > 0 ? said.unsent(count) : (photosLeft ?? said.allSent)
  const lastAt = state.kind === 'up-to-date' ? state.at : state.lastAt
  const last = lastAt ? said.lastSent(formats.moment(lastAt, now)) : said.neverSent
  switch (state.kind) {
    case 'starting':
      return { sign: 'waiting', main: unsent > 0 ? said.unsent(count) : said.starting, detail: last }
    case 'sending':
      return { sign: 'sending', main: sendingWords(state, said, formats), detail: last }
    case 'up-to-date':
      return {
        sign: unsent > 0 || photosLeft ? 'waiting' : 'sent',
        main: `${status.online} · ${waiting}`,
        detail: last,
      }
    case 'waiting':
      return { sign: 'waiting', main: `${status.online} · ${waiting}`, detail: last }
    case 'offline':
      return {
        sign: 'offline',
        main: `${state.fault.fault === 'busy' ? said.busy : status.offline} · ${waiting}`,
        detail: last,
      }
    case 'stopped':
      return {
        sign: 'stopped',
        main: said.stopped,
        detail: unsent > 0 ? said.unsent(count) : said.seeWhy,
      }
  }
}

function sendingWords(state: SyncState & { kind: 'sending' }, said: Said, formats: Formats): string {
  if (state.sent < state.total) {
    return said.sending(formats.number(state.sent), formats.number(state.total))
  }
  if (state.received < state.expected) {
    return said.receiving(formats.number(state.received), formats.number(state.expected))
  }
  return said.asking
}
