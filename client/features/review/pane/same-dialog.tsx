import { useEffect, useRef, useState } from 'preact/hooks'
import { MOST_SAME, searchWords, type HouseholdsFound } from '../../../../shared/api/aliases.ts'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { isFault, type Fault } from '../../../../shared/faults.ts'
import type { HouseholdId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { Choice } from '../../../ui/fields/choice.tsx'
import { focusField } from '../../../ui/fields/focus-field.ts'
import { SearchField } from '../../../ui/fields/search-field.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { neighbourhoodText } from '../../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { sameWords } from './same-words.ts'
import type { SameDesk } from './use-same-desk.ts'

/** As many letters as a reason may have on the wire. */
const MAX_LENGTH = 1000
/** After the last key, before the server is asked. */
const PAUSE_MS = 300

type Props = { readonly desk: SameDesk; readonly detail: ReviewDetail }

/** Asks which household this one is the same as and why, or why it is the same no more. */
export function SameDialog({ desk, detail }: Props) {
  const words = useWords(sameWords)
  const formats = useFormats()
  const [chosen, setChosen] = useState<HouseholdId | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isUndo = desk.asking === 'undo'
  const other = isUndo ? (detail.same.join?.sameAs ?? null) : chosen
  const close = () => {
    setTried(false)
    desk.ask(null)
  }
  const send = () => {
    setTried(true)
    if (other === null) focusField('same-search')
    else if (reason.trim() === '') focusField('same-reason')
    else void desk.give(isUndo ? 'undo' : 'join', other, reason.trim())
  }
  return (
    <Dialog
      open={desk.asking !== null}
      title={isUndo ? words.undoTitle : words.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind="primary" busy={desk.isBusy} onClick={send}>
            {isUndo ? words.undo : words.join}
          </Button>
        </>
      }
    >
      <p>{isUndo ? words.undoText : words.text}</p>
      {!isUndo && (
        <HouseholdChoice
          find={desk.find}
          own={detail.survey.household}
          chosen={chosen}
          onChoose={setChosen}
          error={isTried && chosen === null ? words.choiceMissing : undefined}
        />
      )}
      <TextInput
        id="same-reason"
        label={words.reason}
        value={reason}
        onInput={setReason}
        rows={3}
        maxLength={MAX_LENGTH}
        error={isTried && reason.trim() === '' ? words.reasonMissing : undefined}
      />
      {desk.fault && (
        <FaultNotice
          fault={desk.fault}
          text={desk.fault.fault === 'too-large' ? words.tooMany(formats.number(MOST_SAME)) : undefined}
          isAct
        />
      )}
    </Dialog>
  )
}

type ChoiceProps = {
  readonly find: SameDesk['find']
  /** the one that is asked about */
  readonly own: HouseholdId
  readonly chosen: HouseholdId | null
  readonly onChoose: (household: HouseholdId | null) => void
  readonly error: string | undefined
}

function HouseholdChoice({ find, own, chosen, onChoose, error }: ChoiceProps) {
  const words = useWords(sameWords)
  const [text, setText] = useState('')
  const found = useFound(find, text)
  const options =
    found && !isFault(found) ? found.households.filter(({ household }) => household !== own) : []
  return (
    <>
      <SearchField
        id="same-search"
        label={words.search}
        value={text}
        onInput={(typed) => {
          setText(typed)
          onChoose(null)
        }}
      />
      {found === null && <p class="quiet">{words.searchLonger}</p>}
      {found !== null && isFault(found) && <FaultNotice fault={found} />}
      {found !== null && !isFault(found) && options.length === 0 && <p>{words.nothingFound}</p>}
      {(options.length > 0 || error) && (
        <Choice
          id="same-household"
          label={words.found}
          value={chosen}
          error={error}
          options={options.map(({ household, name, address, area }) => ({
            value: household,
            label: name || words.nameless,
            hint: [address, neighbourhoodText(area)].filter(Boolean).join(' · '),
          }))}
          onChange={(value) =>
            onChoose(options.find(({ household }) => household === value)?.household ?? null)
          }
        />
      )}
      {found !== null && !isFault(found) && found.more && <p class="quiet">{words.more}</p>}
    </>
  )
}

/** What the words find; null while there are too few of them, and until the first answer. */
function useFound(find: SameDesk['find'], text: string): HouseholdsFound | Fault | null {
  const [found, setFound] = useState<HouseholdsFound | Fault | null>(null)
  const wanted = text.trim()
  // The desk is a new one with each drawing.
  const latest = useRef(find)
  latest.current = find
  useEffect(() => {
    if (searchWords(wanted).length === 0) {
      setFound(null)
      return
    }
    let isCurrent = true
    const look = async () => {
      const answer = await latest.current(wanted)
      if (isCurrent) setFound(answer)
    }
    const timer = setTimeout(() => void look(), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [wanted])
  return found
}
