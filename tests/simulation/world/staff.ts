import { newId } from '../../../server/platform/ids.ts'
import { assignmentBoardSchema } from '../../../shared/api/assignments.ts'
import type { ReviewDetail, ReviewQueue } from '../../../shared/api/reviews.ts'
import type { ReviewCommand } from '../../../shared/review/command.ts'
import type { Faults } from './faults.ts'
import type { Office } from './office.ts'
import { KELURAHAN, type Person, type Rw } from './town.ts'

/** The supervisor and the city admin, who work at the office through the API. */
export class Staff {
  readonly #office: Office
  readonly #faults: Faults

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
