import { ButtonLink } from '../ui/buttons/button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { searchIcon } from '../ui/icons/lucide.ts'
import { useWords } from '../ui/language/language.ts'
import { Screen } from '../ui/layout/screen.tsx'
import { paths } from '../ui/paths.ts'
import { notFoundWords } from './language/not-found-words.ts'

export function NotFoundScreen() {
  const words = useWords(notFoundWords)
  return (
    <Screen title={words.title}>
      <EmptyState
        icon={searchIcon}
        title={words.text}
        action={<ButtonLink href={paths.home}>{words.toStart}</ButtonLink>}
      />
    </Screen>
  )
}
