import type { Place } from '../../../shared/population/place.ts'
import { useFormats, useWords } from '../../ui/language/language.ts'
import { PATIENCE_S } from './fix-watch.ts'
import { locationWords } from './words.ts'

type Props = {
  readonly best: Place | null
  readonly seconds: number
}

/** How exact the best fix is so far, and how long the search has gone on. */
export function FixProgress({ best, seconds }: Props) {
  const words = useWords(locationWords)
  const { distance } = useFormats()
  const accuracy = best && distance(Math.ceil(best.accuracyM))
  return (
    <div class="location-card">
      <p>
        <span class="strong">{accuracy ? `${words.accuracy(accuracy)} … ` : `${words.searching} `}</span>
        <span class="quiet">{words.stillSearching(seconds)}</span>
      </p>
      <progress class="location-time" max={PATIENCE_S} value={seconds} aria-hidden="true" />
    </div>
  )
}
