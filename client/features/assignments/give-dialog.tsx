import { useState } from 'preact/hooks'
import type { AssignmentBoard, NewAssignment } from '../../../shared/api/assignments.ts'
import type { AssignedArea, Role } from '../../../shared/api/session.ts'
import type { Fault } from '../../../shared/faults.ts'
import { KELURAHAN, type KelurahanCode } from '../../../shared/population/area.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { focusField } from '../../ui/fields/focus-field.ts'
import { Select } from '../../ui/fields/select.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { holdersOf, holds, householdsIn, type Person } from './holdings.ts'
import { assignmentWords, giveWords } from './words.ts'

/** What is being given: what the dialog starts from, filled in step by step. */
export type Gift = {
  readonly role: Role
  readonly account: string | null
  readonly kecamatan: string | null
  readonly kelurahan: KelurahanCode | null
  /** null for the whole kelurahan */
  readonly rw: string | null
}

/** A gift that starts from an area. */
export function giftOf(role: Role, { kelurahan, rw }: AssignedArea): Gift {
  const kecamatan = KELURAHAN.find(({ code }) => code === kelurahan)?.kecamatan ?? null
  return { role, account: null, kecamatan, kelurahan, rw }
}

type Props = {
  readonly board: AssignmentBoard
  /** null while closed */
  readonly gift: Gift | null
  readonly onChange: (gift: Gift) => void
  readonly isBusy: boolean
  readonly fault: Fault | null
  readonly onClose: () => void
  readonly onGive: (wanted: NewAssignment, person: Person) => void
}

/** Asks to whom, and which area: kecamatan, kelurahan, and an RW where it is not the whole. */
export function GiveDialog({ board, gift, onChange, isBusy, fault, onClose, onGive }: Props) {
  const words = useWords(giveWords)
  const [isTried, setTried] = useState(false)
  const person = board.accounts.find(({ id }) => id === gift?.account)
  const area = gift?.kelurahan ? { kelurahan: gift.kelurahan, rw: gift.rw } : null
  const isOwn = person && area && person.assignments.some((held) => holds(held, area))
  const close = () => {
    setTried(false)
    onClose()
  }
  const give = () => {
    setTried(true)
    if (!person) focusField('give-person')
    else if (!area) focusField(gift?.kecamatan ? 'give-kelurahan' : 'give-kecamatan')
    else if (isOwn) focusField('give-rw')
    else {
      setTried(false)
      onGive({ account: person.id, ...area }, person)
    }
  }
  return (
    <Dialog
      open={gift !== null}
      title={words.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind="primary" busy={isBusy} onClick={give}>
            {words.give}
          </Button>
        </>
      }
    >
      {gift && <GiftFields board={board} gift={gift} onChange={onChange} isTried={isTried} person={person} />}
      {fault && <FaultNotice fault={fault} isAct />}
    </Dialog>
  )
}

type FieldsProps = Pick<Props, 'board' | 'onChange'> & {
  readonly gift: Gift
  readonly isTried: boolean
  readonly person: Person | undefined
}

function GiftFields({ board, gift, onChange, isTried, person }: FieldsProps) {
  const words = useWords(giveWords)
  const households = useHouseholdsText(board)
  const kecamatan = [...new Set(KELURAHAN.map((one) => one.kecamatan))]
  return (
    <>
      <Select
        id="give-person"
        label={words.person}
        value={gift.account}
        options={board.accounts
          .filter(({ role }) => role === gift.role)
          .map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }))}
        onChange={(account) => onChange({ ...gift, account })}
        error={isTried && gift.account === null ? words.personMissing : undefined}
      />
      <Select
        id="give-kecamatan"
        label={words.kecamatan}
        value={gift.kecamatan}
        options={kecamatan.map((name) => ({ value: name, label: name }))}
        onChange={(name) => onChange({ ...gift, kecamatan: name, kelurahan: null, rw: null })}
        error={isTried && gift.kecamatan === null ? words.kelurahanMissing : undefined}
      />
      {gift.kecamatan && (
        <Select
          id="give-kelurahan"
          label={words.kelurahan}
          value={gift.kelurahan}
          options={KELURAHAN.filter((one) => one.kecamatan === gift.kecamatan).map(({ code, name }) => ({
            value: code,
            label: `${name} · ${households({ kelurahan: code, rw: null })}`,
          }))}
          onChange={(code) => onChange({ ...gift, kelurahan: code as KelurahanCode | null, rw: null })}
          error={isTried && gift.kelurahan === null ? words.kelurahanMissing : undefined}
        />
      )}
      {gift.kelurahan && (
        <RwField
          board={board}
          gift={gift}
          kelurahan={gift.kelurahan}
          onChange={onChange}
          isTried={isTried}
          person={person}
        />
      )}
    </>
  )
}

type RwProps = FieldsProps & { readonly kelurahan: KelurahanCode }

function RwField({ board, gift, kelurahan, onChange, isTried, person }: RwProps) {
  const words = useWords(giveWords)
  const households = useHouseholdsText(board)
  const area = { kelurahan, rw: gift.rw }
  const isOwn = person?.assignments.some((held) => holds(held, area)) ?? false
  const others = holdersOf(board, gift.role, area).filter(({ id }) => id !== person?.id)
  return (
    <Select
      id="give-rw"
      label={words.rw}
      value={gift.rw}
      placeholder={words.whole(households({ kelurahan, rw: null }))}
      options={board.areas
        .filter((one) => one.kelurahan === kelurahan)
        .map((one) => ({
          value: one.rw,
          label:
            one.rw === '000' ? words.rwUnknown(households(one)) : words.rwOption(one.rw, households(one)),
        }))}
      onChange={(rw) => onChange({ ...gift, rw })}
      error={isTried && isOwn && person ? words.alreadyOwn(person.name) : undefined}
      warning={others.length > 0 ? words.heldBy(others.map(({ name }) => name).join(', ')) : undefined}
    />
  )
}

function useHouseholdsText(board: AssignmentBoard): (area: AssignedArea) => string {
  const words = useWords(assignmentWords)
  const formats = useFormats()
  return (area) => words.households(formats.number(householdsIn(board, area)))
}
