import { computed } from '@preact/signals'
import { useContext, useMemo } from 'preact/hooks'
import type { MemberAnswers } from '../../../shared/survey/document.ts'
import { alikeness, likenessOf } from '../../fieldwork/look-alikes/alike.ts'
import { createNameFolder } from '../../fieldwork/look-alikes/fold-name.ts'
import type { FieldWork, LookAlike } from '../../ports/field-work.ts'
import { useQuestionDesk } from '../../questions/question-desk.ts'
import { ButtonLink } from '../../ui/buttons/button.tsx'
import { AlikeList } from '../../ui/feedback/alike-list.tsx'
import { neighbourhoodText } from '../../ui/language/area-text.ts'
import { useWords } from '../../ui/language/language.ts'
import { paths } from '../../ui/paths.ts'
import { isSameData, steady } from '../../ui/steady.ts'
import { memberLines } from './member-edits.ts'
import { NikHintsContext } from './nik-hints-context.ts'
import { surveyWords } from './words.ts'

type Props = {
  /** the member that is being recorded */
  readonly id: string
  readonly work: Pick<FieldWork, 'households' | 'lookAlikes'>
  /** the field below which they stand: those who share the NIK stand below the NIK, the others below the name */
  readonly below: 'name' | 'nik'
}

/** Who may be the same person, in this house or another one of the area: said while typing, blocking nothing. */
export function LookAlikes({ id, work, below }: Props) {
  const desk = useQuestionDesk()
  const words = useWords(surveyWords)
  const hints = useContext(NikHintsContext)
  // Looked for again when something of a person changes by which another is known, here or in another household.
  const found = useMemo(() => {
    const foldName = createNameFolder()
    const own = steady(() => identityOf(desk.document.members[id] ?? {}), isSameData)
    const others = steady(() => {
      void work.households.value
      const { nik } = own.value
      return work
        .lookAlikes({ household: desk.record.id, ...own.value })
        .filter((other) => (nik !== undefined && other.nik === nik) === (below === 'nik'))
    }, isSameData)
    const house = steady(
      () =>
        memberLines(desk.document, desk.record.known)
          .filter((line) => line.id !== id && line.standing !== 'removed')
          .map((line) => ({ id: line.id, member: identityOf(line.member) })),
      isSameData,
    )
    const here = computed(() => {
      // A NIK twice in one house is an error, and said by its check.
      if (below === 'nik') return []
      const likeness = { ...likenessOf(own.value, foldName), nik: null }
      return house.value.filter(({ member }) => alikeness(likeness, likenessOf(member, foldName)) > 0)
    })
    const isMaybeNearby = computed(() => {
      const { nik } = own.value
      if (below === 'name' || nik === undefined || others.value.length > 0) return false
      return hints?.mayBeElsewhere(desk.record.area.kelurahan, nik) ?? false
    })
    return { others, here, isMaybeNearby }
  }, [desk, work, hints, id, below])
  const [others, here] = [found.others.value, found.here.value]
  const toAlike = ({ name, birthDate }: MemberAnswers, where: string) => ({
    name: name ?? words.nameless,
    about: [where, ...(birthDate ? [words.bornIn(birthDate.slice(0, 4))] : [])],
  })
  if (found.isMaybeNearby.value)
    return <AlikeList title={words.maybeNearby} alike={[]} more={words.maybeNearbyHelp} />
  return (
    <AlikeList
      title={words.maybeSame}
      alike={[
        ...here.map((line) => ({ key: line.id, ...toAlike(line.member, words.inThisHouse) })),
        ...others.map((other) => ({
          key: other.member,
          ...toAlike(known(other), neighbourhoodText(other.area)),
          action: (
            <ButtonLink kind="bare" href={paths.household(other.household)}>
              {words.look}
              <span class="visually-hidden"> {other.name}</span>
            </ButtonLink>
          ),
        })),
      ]}
    />
  )
}

/** By what somebody is known. */
function identityOf({ name, nik, birthDate, sex }: MemberAnswers) {
  return {
    ...(name !== undefined && { name }),
    ...(nik !== undefined && { nik }),
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
  }
}

function known({ name, birthDate }: LookAlike): MemberAnswers {
  return { name, ...(birthDate === null ? {} : { birthDate }) }
}
