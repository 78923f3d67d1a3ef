import { IconButton } from '../../ui/buttons/icon-button.tsx'
import { sunIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { shellWords } from '../language/words.ts'
import type { Preferences } from './preferences.ts'

/** One tap from every screen: in full sun nobody can look for a setting. */
export function SunSwitch({ sun }: Pick<Preferences, 'sun'>) {
  const words = useWords(shellWords)
  return (
    <IconButton
      icon={sunIcon}
      label={words.sunOn}
      pressed={sun.value}
      onClick={() => {
        sun.value = !sun.value
      }}
    />
  )
}
