import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Session } from '../../../shared/api/session.ts'
import { FAULTS, isFault } from '../../../shared/faults.ts'
import { findKelurahan } from '../../../shared/population/area.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorSummary } from '../../ui/feedback/error-summary.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { mapPinIcon } from '../../ui/icons/lucide-late.ts'
import { useText, useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { paths } from '../../ui/paths.ts'
import {
  assignedRws,
  readNewHousehold,
  type NewHousehold,
  type NewHouseholdProblem,
} from './new-household.ts'
import { useNewHouseholdDraft } from './new-household-draft.ts'
import { newHouseholdWords } from './new-household-words.ts'
import { SameAddress } from './same-address.tsx'
import { householdWords } from './words.ts'

type Props = { readonly work: FieldWork; readonly session: Session }

/** A household that is on no list: where it is; its survey follows. */
export function NewHouseholdScreen({ work, session }: Props) {
  const { route } = useLocation()
  const words = useWords(newHouseholdWords)
  const { noneText } = useWords(householdWords)
  const text = useText()
  const { areas } = session
  const codes = [...new Set(areas.map(({ kelurahan }) => kelurahan))]
  const first = codes.length === 1 ? (codes[0] ?? null) : null
  const draft = useNewHouseholdDraft()
  const typed: NewHousehold = draft.value ?? {
    kelurahan: first,
    rw: onlyOne(assignedRws(areas, first)),
    rt: '',
    address: '',
  }
  const [problems, setProblems] = useState<readonly NewHouseholdProblem[]>([])
  const [tries, setTries] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const rws = assignedRws(areas, typed.kelurahan)

  const change = (part: Partial<NewHousehold>) => {
    draft.value = { ...typed, ...part }
    setProblems(problems.filter(({ field }) => !Object.hasOwn(part, field)))
  }
  const create = async () => {
    const read = readNewHousehold(typed)
    if (!('area' in read)) {
      setProblems(read)
      setTries(tries + 1)
      return
    }
    setBusy(true)
    const outcome = await work.addHousehold(read.area, read.address)
    setBusy(false)
    if (isFault(outcome)) setFailure(text(FAULTS[outcome.fault].text))
    else {
      draft.value = null
      route(paths.household(outcome), true)
    }
  }
  const errorOf = (field: keyof NewHousehold) => {
    const problem = problems.find((each) => each.field === field)
    return problem && (problem.kind === 'missing' ? words.missing : words.numberWrong)
  }
  const labels = { kelurahan: words.kelurahan, rw: words.rwLabel, rt: words.rtLabel, address: words.address }

  if (codes.length === 0) {
    return (
      <Screen title={words.newTitle} back={paths.home}>
        <EmptyState icon={mapPinIcon} title={words.noAreas}>
          {noneText}
        </EmptyState>
      </Screen>
    )
  }
  return (
    <Screen
      title={words.newTitle}
      back={paths.home}
      bottom={
        <Button kind="primary" busy={isBusy} onClick={() => void create()}>
          {words.create}
        </Button>
      }
    >
      <p class="quiet">{words.newHint}</p>
      {failure && (
        <Notice tone="problem" isNews>
          {failure}
        </Notice>
      )}
      {problems.length > 0 && (
        <ErrorSummary
          key={tries}
          takesFocus
          title={words.errors}
          items={problems.map(({ field }) => ({
            id: `new-${field}`,
            label: labels[field],
            text: errorOf(field) ?? '',
          }))}
        />
      )}
      <Select
        id="new-kelurahan"
        label={words.kelurahan}
        value={typed.kelurahan}
        error={errorOf('kelurahan')}
        options={codes.map((code) => ({ value: code, label: findKelurahan(code)?.name ?? code }))}
        onChange={(kelurahan) => change({ kelurahan, rw: onlyOne(assignedRws(areas, kelurahan)) })}
      />
      {rws === null || typed.kelurahan === null ? (
        <TextInput
          id="new-rw"
          label={words.rwLabel}
          hint={words.numberHint}
          value={typed.rw}
          inputMode="numeric"
          maxLength={6}
          error={errorOf('rw')}
          onInput={(rw) => change({ rw })}
        />
      ) : (
        <Select
          id="new-rw"
          label={words.rwLabel}
          value={typed.rw || null}
          error={errorOf('rw')}
          options={rws.map((rw) => ({ value: rw, label: rw }))}
          onChange={(rw) => change({ rw: rw ?? '' })}
        />
      )}
      <TextInput
        id="new-rt"
        label={words.rtLabel}
        hint={words.numberHint}
        value={typed.rt}
        inputMode="numeric"
        maxLength={6}
        error={errorOf('rt')}
        onInput={(rt) => change({ rt })}
      />
      <TextInput
        id="new-address"
        label={words.address}
        hint={words.addressHint}
        value={typed.address}
        maxLength={300}
        error={errorOf('address')}
        onInput={(address) => change({ address })}
      />
      <SameAddress work={work} typed={typed} />
    </Screen>
  )
}

function onlyOne(rws: readonly string[] | null): string {
  return rws?.length === 1 ? (rws[0] ?? '') : ''
}
