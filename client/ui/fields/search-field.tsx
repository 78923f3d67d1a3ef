import { IconButton } from '../buttons/icon-button.tsx'
import { Icon } from '../icons/icon.tsx'
import { searchIcon, xIcon } from '../icons/lucide.ts'
import { useWords } from '../language/language.ts'
import { kitWords } from '../words.ts'
import './field.css'
import './search-field.css'

type Props = {
  readonly id: string
  /** what can be looked for; it stands in the empty field too */
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
}

export function SearchField({ id, label, value, onInput }: Props) {
  const words = useWords(kitWords)
  return (
    <div class="search" role="search">
      <Icon shape={searchIcon} />
      <div class="input-with-button">
        <input
          id={id}
          class="input"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          aria-label={label}
          placeholder={label}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {value && <IconButton icon={xIcon} label={words.clearSearch} onClick={() => onInput('')} />}
      </div>
    </div>
  )
}
