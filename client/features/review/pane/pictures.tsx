import { useState } from 'preact/hooks'
import type { ReviewDetail } from '../../../../shared/api/reviews.ts'
import { entriesOf, type AttachmentAnswers } from '../../../../shared/survey/document.ts'
import { peopleByFamily } from '../../../../shared/survey/families.ts'
import { questionAt } from '../../../../shared/survey/questionnaire.ts'
import { Button } from '../../../ui/buttons/button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { imageIcon, imageOffIcon } from '../../../ui/icons/lucide-late.ts'
import { Card } from '../../../ui/layout/card.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { useFormats, useWords } from '../../../ui/language/language.ts'
import { useBeside } from '../compare/beside.ts'
import { familyName } from '../compare/say-answer.ts'
import { pictureWords } from './picture-words.ts'
import './pictures.css'

/** Only who may see the survey gets its pictures, and each look is logged. */
const sourceOf = (sha256: string) => `/api/attachments/${sha256}`

type Shown = { readonly label: string; readonly when: string; readonly sha256: string }

/** The survey's pictures: those that are here, and those that are still on a phone. */
export function Pictures({ detail: { survey, arrived } }: { readonly detail: ReviewDetail }) {
  const words = useWords(pictureWords)
  const formats = useFormats()
  const { say, documents } = useBeside()
  const [open, setOpen] = useState<Shown | null>(null)
  const kind = questionAt('attachments/*/kind')
  const isOneOfSeveral = peopleByFamily(survey.document).size > 1
  const pictures = entriesOf<AttachmentAnswers>(survey.document.attachments).flatMap(
    ([id, { sha256, kind: of, family, takenAt }]) => {
      if (sha256 === undefined) return []
      const shows = kind && of !== undefined ? say(kind, of) : words.photo
      const whose = isOneOfSeveral && family !== undefined ? familyName(family, documents) : null
      const label = whose === null ? shows : `${shows} · ${whose}`
      return [{ id, sha256, label, when: takenAt === undefined ? '' : formats.dateTime(takenAt) }]
    },
  )
  if (pictures.length === 0) return null
  const missing = pictures.filter(({ sha256 }) => !arrived.includes(sha256)).length
  return (
    <Card
      title={words.title}
      actions={missing > 0 && <Badge tone="attention">{words.missing(formats.number(missing))}</Badge>}
    >
      <ul class="pictures">
        {pictures.map(({ id, ...picture }) => (
          <li key={id} class="picture">
            {arrived.includes(picture.sha256) ? (
              <Arrived picture={picture} onOpen={() => setOpen(picture)} />
            ) : (
              <p class="picture-frame picture-missing">
                <Icon shape={imageIcon} />
                <span class="strong">{words.notArrived}</span>
                <span>{words.notArrivedText}</span>
              </p>
            )}
            <p class="picture-label">
              <span class="strong">{picture.label}</span>
              {picture.when && <span class="quiet">{words.takenAt(picture.when)}</span>}
            </p>
          </li>
        ))}
      </ul>
      <Dialog
        open={open !== null}
        title={open?.label ?? ''}
        onClose={() => setOpen(null)}
        actions={<Button onClick={() => setOpen(null)}>{words.close}</Button>}
      >
        {open && (
          <figure class="picture-large">
            <img src={sourceOf(open.sha256)} alt={open.label} />
            {open.when && <figcaption class="quiet">{words.takenAt(open.when)}</figcaption>}
          </figure>
        )}
      </Dialog>
    </Card>
  )
}

function Arrived({ picture, onOpen }: { readonly picture: Shown; readonly onOpen: () => void }) {
  const words = useWords(pictureWords)
  const [isBroken, setBroken] = useState(false)
  if (isBroken)
    return (
      <p class="picture-frame picture-missing">
        <Icon shape={imageOffIcon} />
        <span class="strong">{words.unreadable}</span>
      </p>
    )
  return (
    <button
      type="button"
      class="picture-frame picture-open"
      aria-label={words.enlarge(picture.label)}
      onClick={onOpen}
    >
      <img
        src={sourceOf(picture.sha256)}
        alt={picture.label}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    </button>
  )
}
