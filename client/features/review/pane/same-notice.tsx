import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { houseIcon } from '../../../ui/icons/lucide.ts'
import { neighbourhoodText } from '../../../ui/language/area-text.ts'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { sameWords } from './same-words.ts'

type Other = ReviewDetail['same']['households'][number]
type Props = { readonly same: ReviewDetail['same']; readonly onUndo: () => void }

/** Which households supervisors say are the same, by whom and why, with the way to take this one's word back. */
export function SameNotice({ same: { join, households }, onUndo }: Props) {
  const words = useWords(sameWords)
  const formats = useFormats()
  if (households.length === 0) return null
  const as = join && households.find(({ household }) => household === join.sameAs)
  return (
    <Notice
      tone="info"
      icon={houseIcon}
      title={as ? words.sameAs(as.name || words.nameless) : words.alsoListed}
      action={join && <Button onClick={onUndo}>{words.undoAsk}</Button>}
    >
      {households.map((other) => (
        <p key={other.household}>
          <Plate other={other} />
        </p>
      ))}
      {join && (
        <p class="quiet">
          {join.reason} · {join.by} · {formats.dateTime(join.at)}
        </p>
      )}
    </Notice>
  )
}

function Plate({ other: { name, address, area } }: { other: Other }) {
  const words = useWords(sameWords)
  return <>{[name || words.nameless, address, neighbourhoodText(area)].filter(Boolean).join(' · ')}</>
}
