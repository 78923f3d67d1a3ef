import { Icon } from '../../ui/icons/icon.tsx'
import { useWords } from '../../ui/language/language.ts'
import { shellWords } from '../language/words.ts'
import type { Part } from '../navigation/parts-of.ts'

/** The parts of the app: at the left on a desk, under the top bar on a phone. */
export function SideNavigation({ parts, path }: { parts: readonly Part[]; path: string }) {
  const words = useWords(shellWords)
  return (
    <nav class="side" aria-label={words.mainNavigation}>
      <ul>
        {parts.map((part, index) => {
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
