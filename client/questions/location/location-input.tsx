import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { FAULTS } from '../../../shared/faults.ts'
import { formatPlace, parsePlace } from '../../../shared/population/place.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Locator } from '../../ports/locator.ts'
import { Button } from '../../ui/buttons/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Choice, type ChoiceOption } from '../../ui/fields/choice.tsx'
import { Field, type FieldProps } from '../../ui/fields/field.tsx'
import { mapPinIcon } from '../../ui/icons/lucide-late.ts'
import { useFormats, useText, useWords } from '../../ui/language/language.ts'
import { createFixWatch, type FixState } from './fix-watch.ts'
import { FixProgress } from './fix-progress.tsx'
import { FoundPlace } from './found-place.tsx'
import { locationWords } from './words.ts'
import './location-input.css'

type Props = FieldProps & {
  readonly locator: Locator
  readonly clock: Pick<Clock, 'after'>
  /** geo URI */
  readonly value: string | null
  readonly onChange: (value: string) => void
  /** the location is not to be kept; the reason is asked then */
  readonly onWithdraw: () => void
  /** where the household is known to be, geo URI */
  readonly known?: string | null | undefined
  /** asks why there is no location */
  readonly missing?: (FieldProps & Reason) | undefined
}

type Reason = {
  readonly value: string | null
  readonly options: readonly ChoiceOption[]
  readonly onChange: (value: string | null) => void
}

/** Where the device is, taken on demand; how exact that is; or why there is no location. */
export function LocationInput(props: Props) {
  const { id, locator, clock, value, onChange, onWithdraw, known, missing } = props
  const words = useWords(locationWords)
  const text = useText()
  const { distance } = useFormats()
  const [isWithout, setWithout] = useState(false)
  const place = value === null ? null : parsePlace(value)
  const newest = useRef({ onChange, place })
  newest.current = { onChange, place }
  const watch = useMemo(
    () =>
      createFixWatch(
        locator,
        clock,
        (taken) => newest.current.onChange(formatPlace(taken)),
        () => newest.current.place,
      ),
    [locator, clock],
  )
  useEffect(() => finishOnLeaving(watch.finish), [watch])

  const state = watch.state.value
  const isWatching = state.kind === 'watching'
  const buttonWords = (now: FixState, hasPlace: boolean) => {
    if (now.kind === 'watching') {
      return now.best ? words.takeThis(distance(Math.ceil(now.best.accuracyM))) : words.stop
    }
    if (hasPlace) return words.takeAgain
    return now.kind === 'none' ? words.tryAgain : words.take
  }
  const asksWhy = missing && !place && (isWithout || missing.value !== null || state.kind === 'none')
  return (
    <Field field={props} group="group">
      <div class="location">
        <p class="visually-hidden" role="status">
          {isWatching ? words.searching : ''}
        </p>
        {state.kind === 'watching' ? (
          <FixProgress best={state.best} seconds={state.seconds} />
        ) : (
          place && <FoundPlace place={place} known={known ? parsePlace(known) : null} />
        )}
        {state.kind === 'outdone' && (
          <Notice tone="info" isNews>
            {words.outdone(distance(Math.ceil(state.tried.accuracyM)))}
          </Notice>
        )}
        {state.kind === 'none' && (
          <Notice tone="attention" isNews>
            {text(FAULTS[state.fault.fault].text)}
          </Notice>
        )}
        {/* One button throughout: it keeps the focus. */}
        <Button
          id={id}
          icon={mapPinIcon}
          wide={!place || isWatching}
          onClick={isWatching ? watch.take : watch.start}
        >
          {buttonWords(state, place !== null)}
        </Button>
        {(place || missing) && !isWatching && !asksWhy && (
          <Button
            kind="bare"
            onClick={() => {
              setWithout(true)
              if (place) onWithdraw()
            }}
          >
            {words.without}
          </Button>
        )}
        {asksWhy && !isWatching && (
          <div class="reveal">
            <Choice {...missing} />
          </div>
        )}
      </div>
    </Field>
  )
}

/** Hidden pages get no fixes, but cost battery. */
function finishOnLeaving(finish: () => void): () => void {
  const onHiding = () => {
    if (document.visibilityState === 'hidden') finish()
  }
  document.addEventListener('visibilitychange', onHiding)
  return () => {
    document.removeEventListener('visibilitychange', onHiding)
    finish()
  }
}
