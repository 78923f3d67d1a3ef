import type { Role } from '../../../shared/api/session.ts'
import { fileUpIcon, listChecksIcon, mapPinIcon } from '../../ui/icons/lucide-late.ts'
import { packageCheckIcon, type IconShape } from '../../ui/icons/lucide.ts'
import { paths } from '../../ui/paths.ts'
import type { navigationWords } from '../language/navigation-words.ts'

export type Part = {
  readonly href: string
  readonly word: keyof typeof navigationWords
  readonly icon: IconShape
}

const REVIEWS: Part = { href: paths.reviews, word: 'reviews', icon: listChecksIcon }
const ASSIGNMENTS: Part = { href: paths.assignments, word: 'assignments', icon: mapPinIcon }
const IMPORTS: Part = { href: paths.imports, word: 'imports', icon: fileUpIcon }
const PERIODS: Part = { href: paths.periods, word: 'periods', icon: packageCheckIcon }

/** What a role moves between; the first one is its home. */
export function partsOf(role: Role): readonly Part[] {
  switch (role) {
    case 'enumerator':
    case 'case-worker':
      return []
    case 'supervisor':
      return [REVIEWS]
    case 'city-admin':
      return [IMPORTS, ASSIGNMENTS, PERIODS]
  }
}
