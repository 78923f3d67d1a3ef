import { statusAfter } from '../../../../shared/review/status.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { Menu } from '../../../ui/buttons/menu.tsx'
import { FaultNotice } from '../../../ui/feedback/fault-notice.tsx'
import { circleXIcon, houseIcon } from '../../../ui/icons/lucide.ts'
import { useWords } from '../../../ui/language/language.ts'
import { sameWords } from './same-words.ts'
import { decisionWords } from './pane-words.ts'
import type { Desk } from './use-desk.ts'

/** What can be done with the survey, and why the last attempt was refused. */
export function DecisionBar({ desk }: { desk: Desk }) {
  const words = useWords(decisionWords)
  const { detail, commands, asking } = desk
  if (!detail) return null
  const can = (command: 'approve' | 'return' | 'reopen') =>
    statusAfter(detail.survey.status, command) !== null
  return (
    <div class="decision">
      {commands.fault && asking === null && <Refusal desk={desk} />}
      <div class="decision-acts">
        <p class="decision-keys quiet">{can('approve') ? words.keys : words.moveKeys}</p>
        {can('return') && (
          <Button busy={commands.busy === 'return'} onClick={() => desk.ask('return')}>
            {words.giveBack}
          </Button>
        )}
        {can('approve') && (
          <Button kind="primary" busy={commands.busy === 'approve'} onClick={desk.approve}>
            {words.approve}
          </Button>
        )}
        {can('reopen') && (
          <Button busy={commands.busy === 'reopen'} onClick={desk.reopen}>
            {words.reopen}
          </Button>
        )}
      </div>
    </div>
  )
}

function Refusal({ desk: { commands, lookAgain } }: { desk: Desk }) {
  const words = useWords(decisionWords)
  if (!commands.fault) return null
  const isStale = commands.fault.fault === 'wrong-state' || commands.fault.fault === 'not-found'
  return (
    <FaultNotice
      fault={commands.fault}
      isAct
      action={isStale && <Button onClick={lookAgain}>{words.reloadSurvey}</Button>}
    />
  )
}

/** What is rarely done: rejecting a survey altogether, saying that its household is another one, too. */
export function DecisionMenu({ desk }: { desk: Desk }) {
  const words = useWords(decisionWords)
  const same = useWords(sameWords)
  const { detail } = desk
  if (!detail) return null
  const mayReject = statusAfter(detail.survey.status, 'reject') !== null
  const items = [
    ...(mayReject ? [{ label: words.reject, icon: circleXIcon, onSelect: () => desk.ask('reject') }] : []),
    ...(detail.same.join === null
      ? [{ label: same.give, icon: houseIcon, onSelect: () => desk.same.ask('join') }]
      : []),
  ]
  return items.length === 0 ? null : <Menu label={words.more} items={items} />
}
