import type { Role } from '../../../shared/api/session.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { useWords } from '../../ui/language/language.ts'
import { navigationWords } from '../language/navigation-words.ts'
import { partsOf } from '../navigation/parts-of.ts'
import './side-navigation.css'

/** The parts of the app: at the left on a desk, under the top bar on a phone. */
export function SideNavigation({ role, path }: { role: Role; path: string }) {
  const words = useWords(navigationWords)
  return (
    <nav class="side" aria-label={words.mainNavigation}>
      <ul>
        {partsOf(role).map((part, index) => {
          const isHere = path.startsWith(part.href) || (index === 0 && path === '/')
          return (
            <li key={part.href}>
              <a class="side-link" href={part.href} aria-current={isHere ? 'page' : undefined}>
                <Icon shape={part.icon} />
                <span>{words[part.word]}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
