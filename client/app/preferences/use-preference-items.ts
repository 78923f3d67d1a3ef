import type { MenuItem } from '../../ui/buttons/menu.tsx'
import { languagesIcon, moonIcon, sunIcon, sunMoonIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { shellWords } from '../language/words.ts'
import type { Look, Preferences } from './preferences.ts'

/** The other language, and the three looks with the chosen one marked. */
export function usePreferenceItems({ language, look }: Preferences): readonly MenuItem[] {
  const words = useWords(shellWords)
  const lookItem = (value: Look, label: string, icon: MenuItem['icon']): MenuItem => ({
    label,
    icon,
    checked: look.value === value,
    onSelect: () => {
      look.value = value
    },
  })
  return [
    {
      label: words.otherLanguage,
      icon: languagesIcon,
      onSelect: () => {
        language.value = language.value === 'id' ? 'en' : 'id'
      },
    },
    lookItem('system', words.themeSystem, sunMoonIcon),
    lookItem('light', words.themeLight, sunIcon),
    lookItem('dark', words.themeDark, moonIcon),
  ]
}
