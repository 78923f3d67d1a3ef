import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { usePlaceText } from './finding-notices.tsx'
import { paneWords } from './pane-words.ts'

type Overlap = ReviewDetail['overlaps'][number]

/** Questions of one person that are named; a whole survey has some sixty. Our own choice. */
const NAMED = 8

/** Who answered parts of this survey without knowing of each other's, and which: seen with the next approval. */
export function OverlapNotices({ overlaps }: { overlaps: readonly Overlap[] }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  if (overlaps.length === 0) return null
  return (
    <Notice tone="info" title={words.overlapTitle}>
      <p>{words.overlapText}</p>
      {overlaps.map(({ sides, at }, pair) => (
        <ul class="finding-items" key={pair}>
          {sides.map((side, index) => (
            <Side key={index} side={side} />
          ))}
          <li class="quiet">{formats.dateTime(at)}</li>
        </ul>
      ))}
    </Notice>
  )
}

function Side({ side: { by, paths } }: { side: Overlap['sides'][number] }) {
  const words = useWords(paneWords)
  const formats = useFormats()
  const place = usePlaceText()
  const places = [...new Set(paths.map(place))].filter(Boolean)
  const more = places.length - NAMED
  return (
    <li>
      <span class="strong">{by}: </span>
      {places.slice(0, NAMED).join('; ')}
      {more > 0 && ` ${words.overlapMore(formats.number(more))}`}
    </li>
  )
}
