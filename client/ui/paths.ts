/** Addresses of the screens. Only ids stand in them: the browser keeps its history in the clear. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  newHousehold: '/households/new',
  household: (household: string) => `/households/${household}`,
  outbox: '/outbox',
  reviews: '/reviews',
  review: (survey: string) => `/reviews/${survey}`,
  held: '/reviews/held',
  assignments: '/assignments',
  imports: '/imports',
  import: (snapshot: string) => `/imports/${snapshot}`,
  periods: '/periods',
} as const

/** Files that the server gives, for links with `download`. */
export const downloads = {
  /** rows of an import that were not taken, in the list's own layout */
  rejectedRows: (snapshot: string) => `/api/imports/${snapshot}/rejected.csv`,
  /** the ministry's package of a sealed period */
  monthlyPackage: (period: string) => `/api/periods/${period}/package.zip`,
} as const
