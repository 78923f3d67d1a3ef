import { useContext, useEffect, useState } from 'preact/hooks'
import type { VisitRequest } from '../../../shared/confidential/visit-request.ts'
import { FAULTS, type Fault } from '../../../shared/faults.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { entriesOf } from '../../../shared/survey/document.ts'
import type { ConfidentialVisits } from '../../ports/confidential.ts'
import { memberLine } from '../../questions/member-line.ts'
import { useQuestionDesk, type QuestionDesk } from '../../questions/question-desk.ts'
import { questionWords } from '../../questions/words.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useToast } from '../../ui/feedback/toasts.tsx'
import { Choice } from '../../ui/fields/choice.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { lockIcon } from '../../ui/icons/lucide.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { ConfidentialContext } from './confidential-context.ts'
import { areaOf, householdName } from './household-heading.ts'
import { confidentialWords } from './words.ts'

/** Asks for a case worker's visit, without a reason. It is no answer of the survey and leaves nothing in it. */
export function ConfidentialVisit() {
  const visits = useContext(ConfidentialContext)
  const words = useWords(confidentialWords)
  const [isOpen, setOpen] = useState(false)
  if (!visits) return null
  return (
    <div class="confidential-visit">
      <Button kind="bare" icon={lockIcon} onClick={() => setOpen(true)}>
        {words.ask}
      </Button>
      <AskDialog isOpen={isOpen} visits={visits} onClose={() => setOpen(false)} />
    </div>
  )
}

const HOUSEHOLD = 'household'
const WHOM = 'confidential-whom'

type DialogProps = {
  readonly isOpen: boolean
  readonly visits: ConfidentialVisits
  readonly onClose: () => void
}

function AskDialog({ isOpen, visits, onClose }: DialogProps) {
  const desk = useQuestionDesk()
  const words = useWords(confidentialWords)
  const text = useText()
  const toast = useToast()
  const [whom, setWhom] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Fault | null>(null)
  const canAsk = visits.canAsk.value
  // Nobody who opens it next sees what was chosen before.
  useEffect(() => {
    setWhom(null)
    setRefused(false)
    setFailure(null)
  }, [isOpen])

  const send = async () => {
    if (whom === null) {
      setRefused(true)
      focusField(WHOM)
      return
    }
    setBusy(true)
    const asked = await visits.ask(requestFor(whom, desk)).finally(() => setBusy(false))
    if (asked === 'no-key') return
    if (asked !== 'saved') {
      setFailure(asked)
      return
    }
    toast({ text: visits.isSignedOut.peek() ? words.savedSignedOut : words.saved })
    onClose()
  }
  return (
    <Dialog
      open={isOpen}
      title={words.ask}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={isBusy} disabled={!canAsk} onClick={() => void send()}>
            {words.send}
          </Button>
        </>
      }
    >
      <p>{words.explanation}</p>
      {canAsk ? (
        <WhomChoice
          desk={desk}
          value={whom}
          error={isRefused && whom === null ? words.chooseWhom : undefined}
          onChange={setWhom}
        />
      ) : (
        <Notice tone="attention" title={words.noKey}>
          {words.noKeyText}
        </Notice>
      )}
      {failure && (
        <Notice tone="problem" title={words.notSaved} isNews>
          {text(FAULTS[failure.fault].text)}
        </Notice>
      )}
    </Dialog>
  )
}

type WhomProps = {
  readonly desk: QuestionDesk
  readonly value: string | null
  readonly error: string | undefined
  readonly onChange: (whom: string | null) => void
}

function WhomChoice({ desk, value, error, onChange }: WhomProps) {
  const words = useWords(confidentialWords)
  const { age } = useWords(questionWords)
  const text = useText()
  const members = entriesOf(membersOf(desk)).map(([id, member]) => ({
    value: id,
    label: member.name ?? words.nameless,
    hint: memberLine(member, desk.visitDate, { text, age }),
  }))
  return (
    <Choice
      id={WHOM}
      label={words.whom}
      value={value}
      options={[{ value: HOUSEHOLD, label: words.wholeHousehold }, ...members]}
      error={error}
      onChange={onChange}
    />
  )
}

/** Listed people too, whom the visit has not settled yet; a removed one is gone. */
function membersOf({ document, record }: QuestionDesk) {
  const ids = new Set([...Object.keys(record.known.members), ...Object.keys(document.members)])
  return Object.fromEntries(
    [...ids].map((id) => [id, { ...record.known.members[id], ...document.members[id] }]),
  )
}

function requestFor(whom: string, desk: QuestionDesk): Omit<VisitRequest, 'askedAt'> {
  const { document, record } = desk
  return {
    household: record.id,
    member: whom === HOUSEHOLD ? null : (whom as PersonId),
    name:
      whom === HOUSEHOLD
        ? householdName({ document, known: record.known })
        : (membersOf(desk)[whom]?.name ?? ''),
    address: document.location.address ?? record.known.location.address ?? '',
    area: areaOf({ document, record }),
  }
}
