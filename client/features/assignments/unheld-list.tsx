import type { AssignedArea } from '../../../shared/api/session.ts'
import { Button, ButtonLink } from '../../ui/buttons/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { inboxIcon } from '../../ui/icons/lucide-late.ts'
import { circleCheckIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { findKelurahan } from '../../../shared/population/area.ts'
import { paths } from '../../ui/paths.ts'
import type { UnheldKelurahan } from './holdings.ts'
import { useAreaName } from './use-area-name.ts'
import { assignmentWords } from './words.ts'

type Props = {
  readonly unheld: readonly UnheldKelurahan[]
  /** there are households at all */
  readonly hasAreas: boolean
  readonly onGive: (area: AssignedArea) => void
}

/** Areas with households that nobody of a role holds, by kelurahan. */
export function UnheldList({ unheld, hasAreas, onGive }: Props) {
  const words = useWords(assignmentWords)
  if (!hasAreas) {
    return (
      <EmptyState
        icon={inboxIcon}
        title={words.noAreas}
        action={<ButtonLink href={paths.imports}>{words.toImports}</ButtonLink>}
      >
        {words.noAreasText}
      </EmptyState>
    )
  }
  if (unheld.length === 0) return <EmptyState icon={circleCheckIcon} title={words.allHeld} />
  return (
    <ul class="people">
      {unheld.map((one) => (
        <KelurahanRow key={one.kelurahan} of={one} onGive={onGive} />
      ))}
    </ul>
  )
}

function KelurahanRow({ of, onGive }: { of: UnheldKelurahan; onGive: Props['onGive'] }) {
  const words = useWords(assignmentWords)
  const formats = useFormats()
  const kelurahan = findKelurahan(of.kelurahan)
  return (
    <li class="unheld" aria-label={kelurahan?.name}>
      <div class="split unheld-head">
        <div>
          <p class="person-name">{kelurahan?.name}</p>
          <p class="quiet">
            {kelurahan?.kecamatan} · {words.households(formats.number(of.households))}
          </p>
        </div>
        {of.isWhole && <GiveButton area={{ kelurahan: of.kelurahan, rw: null }} onGive={onGive} />}
      </div>
      <Disclosure summary={words.rwCount(formats.number(of.areas.length))} open={!of.isWhole}>
        <ul>
          {of.areas.map((area) => (
            <UnheldArea key={area.rw} area={area} households={area.households} onGive={onGive} />
          ))}
        </ul>
      </Disclosure>
    </li>
  )
}

type AreaProps = {
  readonly area: AssignedArea
  readonly households: number
  readonly onGive: Props['onGive']
}

function UnheldArea({ area, households, onGive }: AreaProps) {
  const words = useWords(assignmentWords)
  const formats = useFormats()
  const name = useAreaName()
  return (
    <li class="split unheld-area">
      <span>
        <span class="strong">{name(area)}</span>{' '}
        <span class="quiet">{words.households(formats.number(households))}</span>
      </span>
      <GiveButton area={area} onGive={onGive} />
    </li>
  )
}

function GiveButton({ area, onGive }: Pick<AreaProps, 'area' | 'onGive'>) {
  const words = useWords(assignmentWords)
  const name = useAreaName()
  return (
    <Button onClick={() => onGive({ kelurahan: area.kelurahan, rw: area.rw })}>
      <span aria-hidden="true">{words.give}</span>
      <span class="visually-hidden">{words.giveThis(name(area))}</span>
    </Button>
  )
}
