import { useEffect, useRef, useState } from 'preact/hooks'
import { findKelurahan, KELURAHAN, readNeighbourhood } from '../../shared/population/area.ts'
import { answerAt } from '../../shared/survey/path.ts'
import type { Question } from '../../shared/survey/question.ts'
import type { Edit } from '../ports/field-work.ts'
import { useToast } from '../ui/feedback/toasts.tsx'
import { Select } from '../ui/fields/select.tsx'
import { TextInput } from '../ui/fields/text-input.tsx'
import { useWords } from '../ui/language/language.ts'
import { useQuestionDesk } from './question-desk.ts'
import type { QuestionProps } from './question-props.ts'
import { questionWords } from './words.ts'

type Props = QuestionProps & { readonly question: Extract<Question, { readonly kind: 'region' }> }

/** Where it lies, from the district down: what is chosen above says what can be chosen below. */
export function RegionQuestion({ question, path, field }: Props) {
  return question.level === 'kelurahan' ? (
    <KelurahanSelects path={path} field={field} />
  ) : (
    <NeighbourhoodInput level={question.level} path={path} field={field} />
  )
}

/** District, then subdistrict: of the enumerator's areas, or any other of the city. */
function KelurahanSelects({ path, field }: QuestionProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const choose = useAreaChoice()
  const answer = desk.valueOf(path)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const near = [
    ...new Set([...desk.areas.map(({ kelurahan }) => kelurahan), answerAt(desk.record.known, path), answer]),
  ]
    .map((code) => findKelurahan(String(code)))
    .filter((kelurahan) => kelurahan !== undefined)
  const offered = isWhole ? KELURAHAN : near
  const districts = [...new Set(offered.map(({ kecamatan }) => kecamatan))]
  const district =
    chosen ??
    findKelurahan(String(answer))?.kecamatan ??
    (districts.length === 1 ? districts[0] : null) ??
    null
  return (
    <>
      {(districts.length > 1 || isWhole) && (
        <Select
          id={`${path}-kecamatan`}
          label={words.district}
          value={district}
          options={districts.map((name) => ({ value: name, label: name }))}
          onChange={(name) => {
            setChosen(name)
            choose({ path, to: null }, () => setChosen(null))
          }}
        />
      )}
      <Select
        {...field}
        value={answer === null ? null : String(answer)}
        options={[
          ...offered
            .filter(({ kecamatan }) => district === null || kecamatan === district)
            .map(({ code, name }) => ({ value: code as string, label: name })),
          ...(isWhole ? [] : [{ value: ELSEWHERE, label: words.elsewhere }]),
        ]}
        onChange={(to) => {
          if (to !== ELSEWHERE) return choose({ path, to }, () => setChosen(null))
          setWhole(true)
          setChosen(null)
        }}
      />
    </>
  )
}

const ELSEWHERE = 'elsewhere'

type NeighbourhoodProps = QuestionProps & { readonly level: 'rw' | 'rt' }

/**
 * RW or RT: `5`, `05` and `RW 005` are the same; those that the list knows are a tap away. It is taken once the field is
 * left: until then nobody knows whether another digit follows.
 */
function NeighbourhoodInput({ level, path, field }: NeighbourhoodProps) {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const choose = useAreaChoice()
  const [typed, setTyped] = useState(() => desk.heldAt(path))
  const [isLeft, setLeft] = useState(true)
  const answer = desk.valueOf(path)
  const isWrong = typed !== null && readNeighbourhood(typed) === null
  const take = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    desk.hold(path, null)
    choose({ path, to: typed.trim() === '' ? null : readNeighbourhood(typed) })
  }
  // The page may have been killed, or the section left, with the cursor in the field.
  const newest = useRef(take)
  newest.current = take
  useEffect(() => newest.current(), [])
  return (
    <TextInput
      {...field}
      error={isLeft ? (isWrong ? words.neighbourhoodWrong : field.error) : undefined}
      value={typed ?? String(answer ?? '')}
      inputMode="numeric"
      maxLength={6}
      suggestions={neighbours(desk, level)}
      onInput={(text) => {
        setTyped(text)
        setLeft(false)
        desk.hold(path, text)
      }}
      onBlur={() => {
        setLeft(true)
        take()
        desk.leave(path)
      }}
    />
  )
}

/** Takes an answer, says what went with the area before, and offers to bring it all back. */
function useAreaChoice(): (edit: Edit, onUndone?: () => void) => void {
  const desk = useQuestionDesk()
  const words = useWords(questionWords)
  const toast = useToast()
  return (edit, onUndone) => {
    const before = LEVELS.map(({ path }) => ({ path, to: desk.answerOf(path) }))
    desk.choose([edit])
    const gone = before.filter(
      ({ path, to }) => path !== edit.path && to !== null && desk.answerOf(path) === null,
    )
    if (gone.length === 0) return
    const names = LEVELS.filter(({ path }) => gone.some((each) => each.path === path)).map(({ name }) => name)
    toast({
      text: words.emptied(names),
      action: {
        label: words.undo,
        run: () => {
          desk.choose([...before.filter(({ path }) => path === edit.path), ...gone])
          onUndone?.()
        },
      },
    })
  }
}

const LEVELS = [
  { path: 'location/kelurahan', name: '' },
  { path: 'location/rw', name: 'RW' },
  { path: 'location/rt', name: 'RT' },
] as const

/** RW of the chosen kelurahan, or RT of the chosen RW, that the households on this device lie in. */
function neighbours(
  { areas, document }: ReturnType<typeof useQuestionDesk>,
  level: 'rw' | 'rt',
): readonly string[] {
  const { kelurahan, rw } = document.location
  const found = areas.filter((area) => area.kelurahan === kelurahan && (level === 'rw' || area.rw === rw))
  return [...new Set(found.map((area) => area[level]))].filter((number) => number !== '000').sort()
}
