import { jakartaDate } from '../../shared/period.ts'
import { completenessOf, findingsOf } from '../../shared/review/findings.ts'
import { isFault } from '../../shared/faults.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import { createForgetting } from './forget-changes.ts'
import { freezeOldest, type FreezePorts } from './freeze.ts'
import type { Completeness } from './household-card.ts'
import { handedLines } from './handed-lines.ts'
import { createHealing } from './healing.ts'
import { heldClaim } from './held-claim.ts'
import type { HouseholdFacts } from './household-facts.ts'
import { createLookAlikeIndex } from './look-alikes/look-alike-index.ts'
import { nikFindings } from './look-alikes/nik-findings.ts'
import { peopleOf } from './look-alikes/people-of.ts'
import { warmUp } from './warm-up.ts'
import { warmSearch } from './warm-search.ts'
import { namedPhotos } from './named-photos.ts'
import { createOutboxLines } from './outbox-lines.ts'
import { ownPhotos, settledPhotos, type DevicePhotos } from './own-photos.ts'
import { receiptLines } from './receipt-lines.ts'
import { roomyRecords, type MakeRoom } from './roomy-records.ts'
import { createSurveyEdits, type EditPorts } from './survey-edits.ts'
import { viewOf } from './survey-view.ts'
import { offerAgainFrom, takeWhole } from './take-rest.ts'
import { visitDateOf } from '../../shared/survey/visit-date.ts'

export type SurveyPart = ReturnType<typeof openSurveyPart>

/** The part of the field work that brings the whole questionnaire, which a list of households does not need. */
export function openSurveyPart(
  given: Omit<EditPorts, 'people'> & FreezePorts & { readonly makeRoom: MakeRoom },
) {
  const ports = { ...given, records: roomyRecords(given.records, given.makeRoom) }
  const { memory, clock, ids } = ports
  const people = createLookAlikeIndex({
    cards: () => memory.cards.peek(),
    facts: memory.facts,
    peopleOf: (facts) => peopleOf(facts, ids),
  })
  const healing = createHealing(memory)
  let turn = 0
  let gone: number | null = null
  const forgetChanges = createForgetting(ports)
  const stopWarming = warmUp([warmSearch(memory.cards.peek().values()), people.warm], clock)
  return {
    completenessOf: ((document, known, today) => {
      const visitDate = visitDateOf(document, jakartaDate(today))
      return completenessOf(document, visitDate, findingsOf(document, known, visitDate))
    }) satisfies Completeness,
    viewOf: (facts: HouseholdFacts) => viewOf(facts, ids, clock.now()),
    edits: createSurveyEdits({ ...ports, people }),
    freeze: (limit: number) => freezeOldest(ports, limit),
    take: takeWhole.bind(null, { ...ports, healing }),
    /** What a request says of this device's rows, once those that may go are gone. */
    claims: async () => {
      await forgetChanges()
      return { ...healing.claims(), ...heldClaim(memory, turn++), ...(gone !== null && { gone }) }
    },
    async offerAgain(seq: number) {
      const first = await offerAgainFrom(ports, seq)
      if (isFault(first)) return first
      // Let go of once a copy held them, and now an older copy was restored: nobody has to wait for them. Rule [B8].
      if (first !== null && first > seq) gone = first
      return first !== null
    },
    outbox: createOutboxLines(memory),
    handedOver: () => handedLines(ports),
    receipts: () => receiptLines(memory, ids),
    photos: {
      named: () => namedPhotos(memory),
      own: () => ownPhotos(memory),
      settled: () => settledPhotos(ports.records),
      epoch: () => memory.progress.peek().epoch,
    } satisfies DevicePhotos,
    lookAlikes: people.find,
    nikFindings: (household: HouseholdId, document: SurveyDocument) =>
      nikFindings(household, document, people),
    close: stopWarming,
  }
}
