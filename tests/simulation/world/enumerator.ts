import type { Edit, SurveyView } from '../../../client/ports/field-work.ts'
import { isFault } from '../../../shared/faults.ts'
import type { HouseholdId } from '../../../shared/ids.ts'
import type { Answer } from '../../../shared/survey/document.ts'
import { answerAt, sameAnswer, type Path } from '../../../shared/survey/path.ts'
import type { Faults } from './faults.ts'
import type { Ledger } from './ledger.ts'
import type { Page } from './page.ts'
import type { Phone } from './phone.ts'
import { KELURAHAN, type Rw } from './town.ts'

/** Answers of one save. */
type Answers = readonly (readonly [Path, Answer | null])[]

/** What came of something that was done on a phone. */
export type Outcome = 'saved' | 'refused' | 'died' | 'not possible'

/** Somebody with a phone, doing the work of the field; what the phone promises is written into the ledger. */
export class Enumerator {
  readonly phone: Phone
  /** what was said to be saved and then not shown */
  readonly unseen: string[] = []
  readonly #ledger: Ledger
  readonly #faults: Faults

  constructor(phone: Phone, ledger: Ledger, faults: Faults) {
    this.phone = phone
    this.#ledger = ledger
    this.#faults = faults
  }

  /** Answers questions of a house on the page in hand, or on another one that is open. */
  answers(household: HouseholdId, answers: Answers, page = this.phone.pages[0]): Promise<Outcome> {
    return this.answersAtOnce(household, [{ answers, page }]).then(([outcome]) => outcome ?? 'not possible')
  }

  /** Answers questions of a house in several places at the same moment; one of them is the last. */
  async answersAtOnce(
    household: HouseholdId,
    places: readonly { readonly answers: Answers; readonly page: Page | undefined }[],
  ): Promise<Outcome[]> {
    const saves = places.map(({ answers, page }) => ({
      page,
      edits: answers.map(([path, to]): Edit => ({ path, to })),
    }))
    const outcomes = await Promise.all(saves.map(({ page, edits }) => this.#save(household, edits, page)))
    const saved = saves.flatMap(({ edits }, index) => (outcomes[index] === 'saved' ? edits : []))
    this.#look(household, saved)
    return outcomes
  }

  async #save(household: HouseholdId, edits: readonly Edit[], page: Page | undefined): Promise<Outcome> {
    if (!page?.view(household) || edits.length === 0) return 'not possible'
    const outcome = await this.phone.does(page, ({ work }) => work.answer(household, edits))
    const at = { device: this.phone.device, household }
    if (outcome === 'died') {
      this.#faults.count('phone died while saving', edits.length)
      this.#ledger.edited(at, edits, this.phone.disk, false)
      return 'died'
    }
    if (isFault(outcome)) {
      if (outcome.fault === 'storage-full') this.#faults.count('disk of the phone full', edits.length)
      return 'refused'
    }
    this.#ledger.edited(at, edits, this.phone.disk, true)
    return 'saved'
  }

  /** Hands the survey in, as far as its questionnaire lets it go. */
  async submits(household: HouseholdId, page = this.phone.pages[0]): Promise<Outcome> {
    if (!page?.view(household)) return 'not possible'
    const outcome = await this.phone.does(page, ({ work }) => work.submit(household))
    if (outcome === 'died') return 'died'
    if (outcome.kind !== 'submitted') return 'refused'
    this.#ledger.submitted({ device: this.phone.device, household }, this.phone.disk)
    return 'saved'
  }

  /** A visit at which nobody took part: all that a submission needs, in few answers. */
  visited(household: HouseholdId, visit: string): Promise<Outcome> {
    const area = this.#view(household)?.record.area
    if (!area) return Promise.resolve('not possible')
    return this.answers(household, [
      [`visits/${visit}/order`, 1],
      [`visits/${visit}/at`, this.phone.clock.now().toISOString()],
      [`visits/${visit}/result`, 'menolak'],
      [`visits/${visit}/refusedWhy`, 'tidak_sempat'],
      ['location/kelurahan', area.kelurahan],
      ['location/rw', area.rw],
      ['location/rt', area.rt],
    ])
  }

  /** Finds a house that is on no list. */
  async addsHouse(rw: Rw): Promise<HouseholdId | null> {
    const [page] = this.phone.pages
    if (!page) return null
    const area = { kelurahan: KELURAHAN, rw, rt: '001' }
    const outcome = await this.phone.does(page, ({ work }) => work.addHousehold(area, 'Gang baru'))
    if (outcome === 'died' || isFault(outcome)) return null
    const edits = Object.entries({ ...area, address: 'Gang baru' }).map(([field, to]) => ({
      path: `location/${field}`,
      to,
    }))
    this.#ledger.edited({ device: this.phone.device, household: outcome }, edits, this.phone.disk, true)
    return outcome
  }

  /** An app of another form, newer or older, saved an answer that this one does not know; then this one was opened. */
  async savedByOtherForm(household: HouseholdId, path: Path, to: Answer): Promise<void> {
    const { disk, device } = this.phone
    const view = this.#view(household)
    if (!view || disk.isFull) return
    const [kept] = disk.rows('openChanges').filter(({ id }) => id === view.survey)
    const at = this.phone.clock.now().toISOString()
    const keys = { area: kept?.area ?? '', state: kept?.state ?? 'gathers', at }
    const open = kept?.body ?? {
      survey: view.survey,
      household,
      registerVersion: view.record.registerVersion,
      scope: disk.rows('progress')[0]?.body.scope ?? 0,
      patch: {},
      submits: false,
    }
    this.phone.dies()
    const patch = { ...open.patch, [path]: { from: null, to } }
    disk.put('openChanges', view.survey, keys, { ...open, patch })
    this.#ledger.edited({ device, household }, [{ path, to }], disk, true)
    await this.phone.opens()
  }

  /** People of a house as this phone shows them, listed ones first. */
  people(household: HouseholdId): readonly string[] {
    const view = this.#view(household)
    return view
      ? [...new Set([...Object.keys(view.known.members), ...Object.keys(view.document.members)])]
      : []
  }

  #view(household: HouseholdId): SurveyView | null {
    return this.phone.pages[0]?.view(household) ?? null
  }

  /** What was just saved stands on the screen of the page that wrote last. */
  #look(household: HouseholdId, saved: readonly Edit[]): void {
    const documents = this.phone.pages.flatMap((page) => page.view(household)?.document ?? [])
    if (documents.length === 0) return
    for (const { path } of saved) {
      const said = saved.filter((one) => one.path === path).map(({ to }) => to)
      const shown = documents.map((document) => answerAt(document, path))
      if (shown.some((answer) => said.some((to) => sameAnswer(answer, to)))) continue
      this.unseen.push(
        `${this.phone.name}: ${path} was saved as ${JSON.stringify(said)}, shown is ${JSON.stringify(shown)}`,
      )
    }
  }
}
