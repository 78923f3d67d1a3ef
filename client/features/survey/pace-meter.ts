import { acceptedInstant } from '../../../shared/survey/accepted-instant.ts'
import {
  joinPace,
  IDLE_AFTER_S,
  type Paradata,
  type SectionPace,
  type TimedSection,
} from '../../../shared/survey/paradata.ts'
import type { Clock } from '../../ports/clock.ts'

/** Times one opening of a survey: who is at work where, and what they answer. */
export type PaceMeter = {
  /** Another section is open from now on. */
  readonly enter: (section: TimedSection) => void
  /** Somebody touched, typed or scrolled. */
  readonly stir: () => void
  /** The page went out of sight; shown again, it stirs. */
  readonly hide: () => void
  /** An answer was given in a section: where there was none, or in place of another. */
  readonly answered: (section: TimedSection, isFirst: boolean) => void
  /** where a fix was just taken, as a geo URI */
  readonly fixedAt: (position: string) => void
  /** What went on up to now. */
  readonly record: () => Paradata
}

const IDLE_AFTER_MS = IDLE_AFTER_S * 1000

/**
 * Every second of an opening is either active or part of a pause: it is active until nobody has stirred for
 * `IDLE_AFTER_S`, or the page is hidden.
 */
export function createPaceMeter(clock: Pick<Clock, 'now'>, section: TimedSection): PaceMeter {
  const startedAt = clock.now()
  const sections = new Map<TimedSection, SectionPace>()
  const pauses = { count: 0, ms: 0 }
  const activeMs = new Map<TimedSection, number>()
  let here = section
  let stirredAt = startedAt.getTime()
  let countedTo = stirredAt
  let isHidden = false
  let startPosition: string | null = null
  let endPosition: string | null = null

  function add(to: TimedSection, pace: Partial<SectionPace>): void {
    sections.set(to, joinPace(sections.get(to), { seconds: 0, visits: 0, answered: 0, changed: 0, ...pace }))
  }

  /** Counts the time since the last count; `resumes` where a pause ends with it. */
  function count(resumes: boolean): void {
    // A clock that was set back counts for nothing.
    const now = Math.max(clock.now().getTime(), countedTo)
    const activeTo = isHidden ? countedTo : Math.max(countedTo, Math.min(now, stirredAt + IDLE_AFTER_MS))
    activeMs.set(here, (activeMs.get(here) ?? 0) + (activeTo - countedTo))
    pauses.ms += now - activeTo
    countedTo = now
    if (!resumes) return
    if (isHidden || now - stirredAt > IDLE_AFTER_MS) pauses.count += 1
    isHidden = false
    stirredAt = now
  }

  add(here, { visits: 1 })

  return {
    enter(next) {
      if (next === here) return
      count(true)
      here = next
      add(here, { visits: 1 })
    },
    stir: () => count(true),
    hide() {
      count(false)
      isHidden = true
    },
    answered(at, isFirst) {
      count(true)
      add(at, isFirst ? { answered: 1 } : { changed: 1 })
    },
    fixedAt(position) {
      startPosition ??= position
      endPosition = position
    },
    record() {
      count(false)
      return {
        startedAt: localInstant(startedAt),
        endedAt: localInstant(clock.now()),
        startPosition,
        endPosition,
        sessions: 1,
        pauses: { count: pauses.count, seconds: Math.round(pauses.ms / 1000) },
        sections: Object.fromEntries(
          [...sections].map(([each, pace]) => [
            each,
            { ...pace, seconds: Math.round((activeMs.get(each) ?? 0) / 1000) },
          ]),
        ),
      }
    },
  }
}

/** The device's own time with its offset: `2026-11-23T10:00:00+07:00`. */
export function localInstant(now: Date): string {
  const at = acceptedInstant(now)
  const offset = -at.getTimezoneOffset()
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const part = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`
}
