import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../ui/buttons/button.tsx'
import { Choice, type ChoiceOption } from '../../ui/fields/choice.tsx'
import { useWords } from '../../ui/language/language.ts'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { surveyWords } from './words.ts'

type Props = {
  readonly isOpen: boolean
  readonly title: string
  readonly act: string
  /** what follows from it */
  readonly note: string
  readonly options: readonly ChoiceOption[]
  readonly onClose: () => void
  readonly onChoose: (family: string) => void
}

/** Which family: where somebody goes, or what another one is joined into. */
export function FamilyChoiceDialog({ isOpen, title, act, note, options, onClose, onChoose }: Props) {
  const words = useWords(surveyWords)
  const only = options.length === 1 ? options[0]?.value : undefined
  const [chosen, setChosen] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    setChosen(only ?? null)
    setRefused(false)
  }, [isOpen, only])
  return (
    <Dialog
      open={isOpen}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" onClick={() => (chosen === null ? setRefused(true) : onChoose(chosen))}>
            {act}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Choice
          id="family-choice"
          label={words.toWhichFamily}
          value={chosen}
          options={options}
          error={isRefused && chosen === null ? words.chooseFamily : undefined}
          onChange={setChosen}
        />
        <p class="quiet">{note}</p>
      </div>
    </Dialog>
  )
}
