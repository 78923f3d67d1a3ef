import type { Role } from '../shared/api/session.ts'

export type PolicyRow = {
  /** a row for GET stands for HEAD as well */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Hono route pattern */
  readonly path: string
  /** `anyone` needs no session */
  readonly who: 'anyone' | readonly Role[]
  /** `own`: only rows of the areas that the account holds; `city`: the role stands for the whole city */
  readonly area: 'none' | 'own' | 'city'
}

const EVERYONE: readonly Role[] = ['enumerator', 'supervisor', 'city-admin', 'case-worker']

/** Every route of the API stands here, or it answers 404. */
export const POLICY: readonly PolicyRow[] = [
  { method: 'GET', path: '/api/health', who: 'anyone', area: 'none' },
  { method: 'POST', path: '/api/session', who: 'anyone', area: 'none' },
  { method: 'GET', path: '/api/session', who: EVERYONE, area: 'none' },
  { method: 'DELETE', path: '/api/session', who: EVERYONE, area: 'none' },
  { method: 'POST', path: '/api/sync', who: ['enumerator'], area: 'own' },
  { method: 'GET', path: '/api/nik-hints', who: ['enumerator'], area: 'own' },
  { method: 'POST', path: '/api/uploads', who: ['enumerator'], area: 'none' },
  { method: 'GET', path: '/api/uploads/:id', who: ['enumerator'], area: 'none' },
  { method: 'PATCH', path: '/api/uploads/:id', who: ['enumerator'], area: 'none' },
  { method: 'POST', path: '/api/attachments/held', who: ['enumerator'], area: 'none' },
  { method: 'GET', path: '/api/attachments/:sha256', who: ['enumerator', 'supervisor'], area: 'own' },
  { method: 'GET', path: '/api/confidential-key', who: ['enumerator'], area: 'none' },
  { method: 'POST', path: '/api/confidential-requests', who: ['enumerator'], area: 'none' },
  { method: 'GET', path: '/api/confidential-requests', who: ['case-worker'], area: 'own' },
  { method: 'POST', path: '/api/confidential-requests/:id/done', who: ['case-worker'], area: 'own' },
  { method: 'DELETE', path: '/api/confidential-requests/:id/done', who: ['case-worker'], area: 'own' },
  { method: 'GET', path: '/api/reviews', who: ['supervisor'], area: 'own' },
  { method: 'GET', path: '/api/reviews/:survey', who: ['supervisor'], area: 'own' },
  { method: 'POST', path: '/api/reviews/:survey/commands', who: ['supervisor'], area: 'own' },
  { method: 'POST', path: '/api/aliases', who: ['supervisor'], area: 'own' },
  { method: 'POST', path: '/api/household-search', who: ['supervisor'], area: 'own' },
  { method: 'GET', path: '/api/quarantine', who: ['supervisor', 'city-admin'], area: 'own' },
  { method: 'GET', path: '/api/quarantine/:id', who: ['supervisor', 'city-admin'], area: 'own' },
  { method: 'POST', path: '/api/quarantine/:id/acts', who: ['supervisor', 'city-admin'], area: 'own' },
  { method: 'GET', path: '/api/accounts/:account/devices', who: ['city-admin'], area: 'city' },
  { method: 'POST', path: '/api/devices/:device/revocation', who: ['city-admin'], area: 'city' },
  { method: 'DELETE', path: '/api/devices/:device/revocation', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/rescue-key', who: ['enumerator'], area: 'none' },
  { method: 'POST', path: '/api/rescue-files', who: ['supervisor', 'city-admin'], area: 'own' },
  { method: 'POST', path: '/api/lost-phones', who: ['enumerator'], area: 'none' },
  { method: 'GET', path: '/api/lost-phones', who: ['supervisor'], area: 'own' },
  { method: 'POST', path: '/api/lost-phones/:device/seen', who: ['supervisor'], area: 'own' },
  { method: 'GET', path: '/api/assignments', who: ['city-admin'], area: 'city' },
  { method: 'POST', path: '/api/assignments', who: ['city-admin'], area: 'city' },
  { method: 'DELETE', path: '/api/assignments/:id', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/imports', who: ['city-admin'], area: 'city' },
  { method: 'POST', path: '/api/imports', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/imports/:id', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/imports/:id/rejections', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/imports/:id/rejected.csv', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/periods', who: ['city-admin'], area: 'city' },
  { method: 'POST', path: '/api/periods/:id/seal', who: ['city-admin'], area: 'city' },
  { method: 'GET', path: '/api/periods/:id/package.zip', who: ['city-admin'], area: 'city' },
]
