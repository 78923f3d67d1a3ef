import { isFault, type Fault } from '../../../shared/faults.ts'
import { lastVisit, type SurveyDocument } from '../../../shared/survey/document.ts'
import {
  formatParadata,
  joinParadata,
  parseParadata,
  withoutPositions,
  type Paradata,
  type TimedSection,
} from '../../../shared/survey/paradata.ts'
import { answerAt, entryOf, sameAnswer, type Path } from '../../../shared/survey/path.ts'
import { isAskedOfPeople } from '../../../shared/survey/question.ts'
import { questionAt, sectionAt } from '../../../shared/survey/questionnaire.ts'
import { POSITION_NOT_WANTED } from '../../../shared/survey/sections/location.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Edit } from '../../ports/field-work.ts'
import { createPaceMeter, type PaceMeter } from './pace-meter.ts'

/** Watches one opening of a survey and writes how it went to the survey's last visit. */
export type ParadataRecorder = Pick<PaceMeter, 'stir' | 'hide'> & {
  readonly enter: (section: TimedSection) => void
  /**
   * Somebody is here: the first place is where the visit began, the last one where it ended. Where the respondent
   * objects to being located, neither is written.
   */
  readonly stands: (position: string) => void
  /** A key was pressed in a text field: however many, one answer of it. */
  readonly typed: (path: Path, document: SurveyDocument) => void
  readonly chose: (edits: readonly Edit[], document: SurveyDocument) => void
  /** No field is being typed in any more. */
  readonly left: () => void
  /** Writes, where something was answered since it last did: who only reads leaves no trace. */
  readonly keep: () => Promise<void>
  /**
   * Gives whatever there is to be written together with a submission.
   * @param isTaken of what came of it: if not, the next occasion writes it
   */
  readonly finish: <Outcome>(
    writeWith: (edits: readonly Edit[]) => Promise<Outcome>,
    isTaken: (outcome: Outcome) => boolean,
  ) => Promise<Outcome>
}

type Parts = {
  readonly clock: Pick<Clock, 'now'>
  readonly section: TimedSection
  /** the survey as it is durable */
  readonly saved: () => SurveyDocument | undefined
  readonly write: (edit: Edit) => Promise<'saved' | Fault>
}

export function createParadataRecorder({ clock, section, saved, write }: Parts): ParadataRecorder {
  let meter = createPaceMeter(clock, section)
  let here = section
  let typing: Path | null = null
  let isWorthWriting = false
  /** the visit that was written to, and what stood there before this opening */
  let kept: { readonly visit: string; readonly before: Paradata | null } | null = null

  function note({ path, to }: Edit, document: SurveyDocument): void {
    const question = questionAt(path)
    const before = answerAt(document, path)
    if (!question || !isAskedOfPeople(question) || sameAnswer(before, to)) return
    isWorthWriting = true
    meter.answered(sectionAt(path)?.key ?? here, before === null)
    if (question.kind === 'location' && typeof to === 'string') meter.fixedAt(to)
  }

  function editNow(): Edit | null {
    const [visit, answers] = lastVisit(saved() ?? NOTHING) ?? []
    if (visit === undefined) return null
    if (kept?.visit !== visit) kept = { visit, before: parseParadata(answers?.paradata ?? '') }
    isWorthWriting = false
    const now = meter.record()
    const whole = kept.before ? joinParadata(kept.before, now) : now
    const isUnwanted = saved()?.location.positionMissing === POSITION_NOT_WANTED
    return {
      path: `visits/${visit}/paradata`,
      to: formatParadata(isUnwanted ? withoutPositions(whole) : whole),
    }
  }

  return {
    enter(next) {
      here = next
      typing = null
      meter.enter(next)
    },
    stands: (position) => meter.fixedAt(position),
    stir: () => meter.stir(),
    hide: () => meter.hide(),
    typed(path, document) {
      meter.stir()
      if (typing === path) return
      typing = path
      const question = questionAt(path)
      if (!question || !isAskedOfPeople(question)) return
      isWorthWriting = true
      meter.answered(sectionAt(path)?.key ?? here, answerAt(document, path) === null)
    },
    chose(edits, document) {
      typing = null
      if (kept && edits.some(({ path }) => beginsVisit(path, document))) {
        // What was written to the visit before stays there.
        meter = createPaceMeter(clock, here)
        kept = null
      }
      for (const edit of edits) note(edit, document)
    },
    left() {
      typing = null
    },
    keep: async () => {
      const edit = isWorthWriting ? editNow() : null
      // No word of it on the screen: the answers are safe, and the next occasion tries again.
      if (edit && isFault(await write(edit))) isWorthWriting = true
    },
    finish: async (writeWith, isTaken) => {
      const edit = editNow()
      isWorthWriting = true
      const outcome = await writeWith(edit ? [edit] : [])
      if (isTaken(outcome)) isWorthWriting = false
      return outcome
    },
  }
}

function beginsVisit(path: Path, { visits }: SurveyDocument): boolean {
  return path.startsWith('visits/') && visits[entryOf(path) ?? ''] === undefined
}

const NOTHING: Pick<SurveyDocument, 'visits'> = { visits: {} }
