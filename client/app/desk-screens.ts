// Where the screens of a desk come from, apart from the first load: a phone in the field never asks for them.

export const loadReviews = async () => (await import('../features/review/reviews-screen.tsx')).ReviewsScreen

export const loadImports = async () => (await import('../features/imports/imports-screen.tsx')).ImportsScreen

export const loadAssignments = async () =>
  (await import('../features/assignments/assignments-screen.tsx')).AssignmentsScreen

export const loadConfidential = async () =>
  (await import('../features/confidential/confidential-screen.tsx')).ConfidentialScreen

export const loadPeriods = async () => (await import('../features/periods/periods-screen.tsx')).PeriodsScreen

export const loadNotFound = async () => (await import('./not-found-screen.tsx')).NotFoundScreen
