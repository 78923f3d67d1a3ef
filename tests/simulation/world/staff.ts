import { newId } from '../../../server/platform/ids.ts'
import type { AliasRequest } from '../../../shared/api/aliases.ts'
import { assignmentBoardSchema } from '../../../shared/api/assignments.ts'
import { heldDetailSchema, heldListSchema, type HeldAct } from '../../../shared/api/quarantine.ts'
import type { ReviewDetail, ReviewQueue } from '../../../shared/api/reviews.ts'
import type { AccountId, ChangeId, HouseholdId } from '../../../shared/ids.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import type { Faults } from './faults.ts'
import type { Office } from './office.ts'
import { KELURAHAN, type Person, type Rw, type Supervisor } from './town.ts'

/** A word on two households, as it was sent. */
export type Word = {
  readonly id: ChangeId
  readonly by: Supervisor
  readonly act: AliasRequest['act']
  readonly subject: HouseholdId
  readonly sameAs: HouseholdId
}

/** What was answered to a word: whether it holds, and under which history; null where no answer came. */
export type Answered = Word & { readonly epoch: string; readonly isTaken: boolean | null }

/** The supervisors and the city admin, who work at the office through the API. */
export class Staff {
  readonly #office: Office
  readonly #faults: Faults
  /** every word on two households, as often as it was sent */
  readonly words: Answered[] = []

  constructor(office: Office, faults: Faults) {
    this.#office = office
    this.#faults = faults
  }

  /** The supervisor goes through the queue; what may not be decided is refused, and nothing happens. */
  async reviews(decide: (detail: ReviewDetail) => ReviewCommand | null): Promise<void> {
    const queue = await this.#office.ask('pengawas', 'GET', '/api/reviews')
    if (queue?.status !== 200) return
    for (const { survey } of (JSON.parse(queue.text) as ReviewQueue).rows) {
      const path = `/api/reviews/${survey}`
      const seen = await this.#office.ask('pengawas', 'GET', path)
      if (seen?.status !== 200) return
      const detail = JSON.parse(seen.text) as ReviewDetail
      const command = decide(detail)
      const { version } = detail.survey
      if (command)
        await this.#office.ask('pengawas', 'POST', `${path}/commands`, { id: newId(), version, command })
    }
  }

  /** A supervisor says that two households are the same, or no more; sent twice, as where the first answer got lost. */
  async says(word: Omit<Word, 'id'>, isTwice: boolean): Promise<void> {
    const id = newId<ChangeId>()
    const { by, act, subject, sameAs } = word
    const request = { id, kind: 'household', act, reason: 'Satu rumah.', subject, sameAs }
    for (const _ of isTwice ? [1, 2] : [1]) {
      const epoch = this.#office.epoch()
      const reply = await this.#office.ask(by, 'POST', '/api/aliases', request)
      this.words.push({ ...word, id, epoch, isTaken: reply && reply.status === 204 })
    }
  }

  /** Somebody goes through what is held, as far as it is theirs to decide. */
  async decidesHeld(
    by: Supervisor | 'admin',
    decide: (heirs: readonly AccountId[]) => HeldAct,
    isTwice: boolean,
  ): Promise<void> {
    const list = await this.#office.ask(by, 'GET', '/api/quarantine')
    if (list?.status !== 200) return
    for (const held of heldListSchema.parse(JSON.parse(list.text)).held) {
      const path = `/api/quarantine/${held.id}`
      const seen = await this.#office.ask(by, 'GET', path)
      if (seen?.status !== 200) return
      const { heirs } = heldDetailSchema.parse(JSON.parse(seen.text))
      const act = decide(heirs.map(({ account }) => account))
      for (const _ of isTwice ? [1, 2] : [1]) await this.#office.ask(by, 'POST', `${path}/acts`, act)
    }
  }

  /** Gives somebody an RW, or takes it where they hold it. */
  async reassigns(person: Person, rw: Rw, unsent: number): Promise<void> {
    const seen = await this.#office.ask('admin', 'GET', '/api/assignments')
    if (seen?.status !== 200) return
    const { accounts } = assignmentBoardSchema.parse(JSON.parse(seen.text))
    const account = accounts.find(({ username }) => username === person)
    const held = account?.assignments.find((assignment) => assignment.rw === rw)
    if (!account) return
    this.#faults.count('area given to somebody else', unsent)
    if (held) await this.#office.ask('admin', 'DELETE', `/api/assignments/${held.id}`)
    else
      await this.#office.ask('admin', 'POST', '/api/assignments', {
        account: account.id,
        kelurahan: KELURAHAN,
        rw,
      })
  }
}
