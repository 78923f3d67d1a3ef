import { householdsFoundSchema } from '../../shared/api/aliases.ts'
import { assignmentBoardSchema, assignmentSchema } from '../../shared/api/assignments.ts'
import {
  caseWorkersKeySchema,
  confidentialListSchema,
  confidentialReceiptSchema,
} from '../../shared/api/confidential.ts'
import { knownDevicesSchema } from '../../shared/api/devices.ts'
import { importSchema, importsSchema, rejectionsSchema } from '../../shared/api/imports.ts'
import { lostPhonesSchema } from '../../shared/api/lost-phones.ts'
import { periodSchema, periodsSchema } from '../../shared/api/periods.ts'
import { heldDetailSchema, heldListSchema, heldOutcomeSchema } from '../../shared/api/quarantine.ts'
import { rescueKeySchema, rescueReplySchema } from '../../shared/api/rescue.ts'
import { reviewDetailSchema, reviewQueueSchema } from '../../shared/api/reviews.ts'
import { nikHintsSchema } from '../../shared/sync/nik-hint.ts'
import type { Api } from '../ports/api.ts'
import { get, nothingSchema, post, remove } from './requests.ts'
import { uploadFile } from './upload-file.ts'

/** a seal folds a whole month */
const SEAL_TIMEOUT_MS = 10 * 60_000

/** What the list of households does not ask of the server: all that offices do, and what surveys add. */
export type LateApi = Omit<Api, 'session' | 'signIn' | 'signOut' | 'sync'>

export const lateApi: LateApi = {
  nikHints: () => get(nikHintsSchema, '/api/nik-hints'),

  caseWorkersKey: () => get(caseWorkersKeySchema, '/api/confidential-key'),
  sendConfidential: (message) => post(confidentialReceiptSchema, '/api/confidential-requests', message),
  confidentialRequests: () => get(confidentialListSchema, '/api/confidential-requests'),
  markConfidential: (id, isDone) => {
    const path = `/api/confidential-requests/${id}/done`
    return isDone ? post(nothingSchema, path, {}) : remove(path)
  },

  reportLostPhone: (report) => post(nothingSchema, '/api/lost-phones', report),
  lostPhones: () => get(lostPhonesSchema, '/api/lost-phones'),
  markLostPhoneSeen: (device) => post(nothingSchema, `/api/lost-phones/${device}/seen`, {}),

  rescueKey: () => get(rescueKeySchema, '/api/rescue-key'),
  bringRescueFile: (file, sent) => uploadFile(rescueReplySchema, '/api/rescue-files', { file, sent }),

  imports: () => get(importsSchema, '/api/imports'),
  import: (id) => get(importSchema, `/api/imports/${id}`),
  startImport: (file, asOf, sent = () => undefined) =>
    uploadFile(importSchema, `/api/imports?${new URLSearchParams({ name: file.name, asOf })}`, {
      file,
      sent,
    }),
  rejections: (id, after) => get(rejectionsSchema, `/api/imports/${id}/rejections?after=${after}`),

  devices: (account) => get(knownDevicesSchema, `/api/accounts/${account}/devices`),
  revokeDevice: (device, isRevoked) => {
    const path = `/api/devices/${device}/revocation`
    return isRevoked ? post(nothingSchema, path, {}) : remove(path)
  },

  assignments: () => get(assignmentBoardSchema, '/api/assignments'),
  assign: (assignment) => post(assignmentSchema, '/api/assignments', assignment),
  unassign: (id) => remove(`/api/assignments/${id}`),

  reviews: ({ status = [], after }) => {
    const query = new URLSearchParams(status.map((one) => ['status', one]))
    if (after !== undefined) query.set('after', after)
    return get(reviewQueueSchema, `/api/reviews?${query}`)
  },
  review: (survey) => get(reviewDetailSchema, `/api/reviews/${survey}`),
  commandReview: (survey, request) => post(reviewDetailSchema, `/api/reviews/${survey}/commands`, request),

  findHouseholds: (kelurahan, text) =>
    post(householdsFoundSchema, '/api/household-search', { kelurahan, text }),
  giveAlias: (request) => post(nothingSchema, '/api/aliases', request),

  quarantine: (after) => get(heldListSchema, `/api/quarantine?after=${after}`),
  heldChange: (id) => get(heldDetailSchema, `/api/quarantine/${id}`),
  decideHeld: (id, act) => post(heldOutcomeSchema, `/api/quarantine/${id}/acts`, act),

  periods: () => get(periodsSchema, '/api/periods'),
  sealPeriod: (id) => post(periodSchema, `/api/periods/${id}/seal`, {}, SEAL_TIMEOUT_MS),
}
