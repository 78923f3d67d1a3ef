import type { ComponentChildren } from 'preact'
import type { Role } from '../../../shared/api/session.ts'
import { Menu } from '../../ui/buttons/menu.tsx'
import { logOutIcon } from '../../ui/icons/lucide.ts'
import { useWords } from '../../ui/language/language.ts'
import { Mark } from '../../ui/layout/mark.tsx'
import { paths } from '../../ui/paths.ts'
import { shellWords } from '../language/words.ts'
import type { Preferences } from '../preferences/preferences.ts'
import { SunSwitch } from '../preferences/sun-switch.tsx'
import { usePreferenceItems } from '../preferences/use-preference-items.ts'

type Props = {
  readonly account: { readonly name: string; readonly role: Role }
  readonly preferences: Preferences
  /** the state line of an enumerator; others see who they are */
  readonly stateLine: ComponentChildren
  readonly onSignOut: () => void
}

const ROLE_WORDS = {
  enumerator: 'enumerator',
  supervisor: 'supervisor',
  'city-admin': 'cityAdmin',
  'case-worker': 'caseWorker',
} as const satisfies Record<Role, keyof typeof shellWords>

/** The line that stays at the top: the state or the account, the sun, and the menu. */
export function TopBar({ account, preferences, stateLine, onSignOut }: Props) {
  const words = useWords(shellWords)
  const preferenceItems = usePreferenceItems(preferences)
  return (
    <header class="top-bar">
      <a class="top-bar-brand" href={paths.home}>
        <Mark />
        <span>Yes Jitu</span>
      </a>
      {stateLine ?? (
        <p class="top-bar-account">
          <span class="strong">{account.name}</span>
          <span class="quiet">{words[ROLE_WORDS[account.role]]}</span>
        </p>
      )}
      <SunSwitch sun={preferences.sun} />
      <Menu
        label={words.menu}
        items={[
          ...preferenceItems,
          { label: `${words.signOut} (${account.name})`, icon: logOutIcon, onSelect: onSignOut },
        ]}
      />
    </header>
  )
}
