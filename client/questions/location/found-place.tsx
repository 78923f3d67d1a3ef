import { distanceM, isPoor, type Place } from '../../../shared/population/place.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { circleCheckIcon, triangleAlertIcon } from '../../ui/icons/lucide.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { locationWords } from './words.ts'

type Props = {
  readonly place: Place
  /** where the household is known to be */
  readonly known: Place | null
}

/** A fix that was taken: how exact it is, and how far from where the household is known to be. */
export function FoundPlace({ place, known }: Props) {
  const words = useWords(locationWords)
  const { distance } = useFormats()
  const poor = isPoor(place)
  return (
    <div class={`location-card ${poor ? 'location-poor' : 'location-good'}`} role="status">
      <p class="location-sign">
        <Icon shape={poor ? triangleAlertIcon : circleCheckIcon} />
        <span class="strong">{poor ? words.poor : words.good}</span>
      </p>
      <p>{words.accuracy(distance(place.accuracyM))}</p>
      {known && <p>{words.fromKnown(distance(distanceM(known, place)))}</p>}
    </div>
  )
}
