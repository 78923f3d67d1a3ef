import type { DeviceBodies } from '../../../client/fieldwork/bodies.ts'
import type { Edit } from '../../../client/ports/field-work.ts'
import type { MemoryDisk } from '../../../client/storage/testing/memory-disk.ts'
import type { DeviceId, HouseholdId, SurveyId } from '../../../shared/ids.ts'
import type { Answer } from '../../../shared/survey/document.ts'
import { groupPathsOf } from '../../../shared/survey/groups.ts'
import { sameAnswer, type Path } from '../../../shared/survey/path.ts'
import { isSetByProgram } from '../../../shared/survey/program-answers.ts'

/** An answer of which a phone said that it is saved, and which nobody at that phone has taken back since. */
export type Owed = {
  readonly device: DeviceId
  readonly household: HouseholdId
  readonly path: Path
  readonly value: Answer | null
}

/** A submission of which a phone said that it stands. */
export type OwedSubmission = { readonly device: DeviceId; readonly survey: SurveyId; readonly after: number }

type At = { readonly device: DeviceId; readonly household: HouseholdId }

/** What the phones promised: kept beside the product, by what it said and what its disks held just then. */
export class Ledger {
  readonly #owed = new Map<string, Owed>()
  readonly #submissions = new Map<string, OwedSubmission>()

  get owed(): readonly Owed[] {
    return [...this.#owed.values()]
  }

  get submissions(): readonly OwedSubmission[] {
    return [...this.#submissions.values()]
  }

  /** How many answers of a phone are promised. */
  countOf(device: DeviceId): number {
    return this.owed.filter((one) => one.device === device).length
  }

  /**
   * Edits were saved, or may have been when the phone died over them: then the disk tells. A step that leads back to
   * where it began leaves nothing to keep; one question of an atomic group decides the group.
   */
  edited(at: At, edits: readonly Edit[], disk: MemoryDisk<DeviceBodies>, wasConfirmed: boolean): void {
    const opens = disk.rows('openChanges').filter(({ body }) => body.household === at.household)
    const steps = Object.assign(
      {},
      ...opens.map(({ body }) => body.patch),
    ) as DeviceBodies['openChanges']['patch']
    for (const { path, to } of edits) {
      if (isSetByProgram(path)) continue
      const step = steps[path]
      if (step && sameAnswer(step.to, to)) this.#owed.set(keyOf(at, path), { ...at, path, value: to })
      else if (wasConfirmed) this.#owed.delete(keyOf(at, path))
      for (const beside of groupPathsOf(path)) this.#decided(at, beside, steps[beside]?.to)
    }
    for (const { id, body } of opens) {
      if (!body.submits) this.#submissions.delete(`${at.device} ${id}`)
    }
  }

  submitted(at: At, disk: MemoryDisk<DeviceBodies>): void {
    const { body: sequence } = disk.rows('sequence')[0] ?? { body: { next: 1 } }
    for (const { body } of disk.rows('openChanges')) {
      if (body.household !== at.household || !body.submits) continue
      const { survey } = body
      this.#submissions.set(`${at.device} ${survey}`, { device: at.device, survey, after: sequence.next })
    }
  }

  #decided(at: At, path: Path, to: Answer | null | undefined): void {
    const owed = this.#owed.get(keyOf(at, path))
    if (!owed || to === undefined || sameAnswer(owed.value, to)) return
    this.#owed.set(keyOf(at, path), { ...owed, value: to })
  }
}

function keyOf({ device, household }: At, path: Path): string {
  return `${device} ${household} ${path}`
}
