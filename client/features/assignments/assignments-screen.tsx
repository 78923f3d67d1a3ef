import { useState } from 'preact/hooks'
import type { AssignmentBoard } from '../../../shared/api/assignments.ts'
import type { Api } from '../../ports/api.ts'
import type { Clock } from '../../ports/clock.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { FaultNotice } from '../../ui/feedback/fault-notice.tsx'
import { useWords } from '../../ui/language/language.ts'
import { Screen } from '../../ui/layout/screen.tsx'
import { Tabs } from '../../ui/layout/tabs.tsx'
import { LoadedView } from '../../ui/loading/loaded-view.tsx'
import { paths } from '../../ui/paths.ts'
import { DevicesDialog } from './devices-dialog.tsx'
import { GiveDialog, giftOf, type Gift } from './give-dialog.tsx'
import { unheldBy, type Person } from './holdings.ts'
import { PeopleList } from './people-list.tsx'
import { UnheldList } from './unheld-list.tsx'
import { useBoard, type Board } from './use-board.ts'
import { assignmentWords } from './words.ts'
import './assignments.css'

/** Who holds which areas, and which areas nobody holds. */
export function AssignmentsScreen({ api, clock }: { api: Api; clock: Clock }) {
  const words = useWords(assignmentWords)
  const board = useBoard(api)
  return (
    <Screen
      title={words.title}
      subtitle={words.subtitle}
      width="wide"
      actions={
        <ButtonLink kind="bare" href={paths.held}>
          {words.held}
        </ButtonLink>
      }
    >
      <LoadedView loading={board.loading} rows={8}>
        {(value) => <Areas api={api} clock={clock} board={board} value={value} />}
      </LoadedView>
    </Screen>
  )
}

const ROLES = {
  enumerators: 'enumerator',
  supervisors: 'supervisor',
  caseWorkers: 'case-worker',
  withoutEnumerator: 'enumerator',
  withoutSupervisor: 'supervisor',
  withoutCaseWorker: 'case-worker',
} as const
type TabKey = keyof typeof ROLES

const PEOPLE: ReadonlySet<TabKey> = new Set(['enumerators', 'supervisors', 'caseWorkers'])

type AreasProps = {
  readonly api: Api
  readonly clock: Clock
  readonly board: Board
  readonly value: AssignmentBoard
}

function Areas({ api, clock, board, value }: AreasProps) {
  const words = useWords(assignmentWords)
  const [tab, setTab] = useState<TabKey>('enumerators')
  const [search, setSearch] = useState('')
  const [gift, setGift] = useState<Gift | null>(null)
  const [owner, setOwner] = useState<Person | null>(null)
  const role = ROLES[tab]
  const people = value.accounts.filter((person) => person.role === role)
  const isPeople = PEOPLE.has(tab)
  const open = (wanted: Gift) => {
    board.clearFault()
    setGift(wanted)
  }
  const countOf = (key: TabKey) =>
    PEOPLE.has(key)
      ? value.accounts.filter((person) => person.role === ROLES[key]).length
      : unheldBy(value, ROLES[key]).reduce((sum, { areas }) => sum + areas.length, 0)
  return (
    <>
      {board.fault && gift === null && <FaultNotice fault={board.fault} isAct />}
      <Tabs
        label={words.tabs}
        tabs={(Object.keys(ROLES) as TabKey[]).map((key) => ({
          key,
          label: words[key],
          count: countOf(key),
        }))}
        current={tab}
        onSelect={setTab}
      >
        {isPeople ? (
          <PeopleList
            key={role}
            board={value}
            people={people}
            search={search}
            onSearch={setSearch}
            onGive={({ id }) => open({ role, account: id, kecamatan: null, kelurahan: null, rw: null })}
            onTake={(held, person) => void board.take(held, person)}
            onDevices={setOwner}
          />
        ) : (
          <UnheldList
            unheld={unheldBy(value, role)}
            hasAreas={value.areas.length > 0}
            onGive={(area) => open(giftOf(role, area))}
          />
        )}
      </Tabs>
      {owner && <DevicesDialog api={api} clock={clock} person={owner} onClose={() => setOwner(null)} />}
      <GiveDialog
        board={value}
        gift={gift}
        onChange={setGift}
        isBusy={board.isBusy}
        fault={board.fault}
        onClose={() => {
          board.clearFault()
          setGift(null)
        }}
        onGive={(wanted, person) => void board.give(wanted, person).then((done) => done && setGift(null))}
      />
    </>
  )
}
