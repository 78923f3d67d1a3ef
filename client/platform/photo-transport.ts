import { DetailedError, Upload } from 'tus-js-client'
import { alreadyHeldSchema, heldReplySchema } from '../../shared/api/attachments.ts'
import { fault, isFault, type Fault } from '../../shared/faults.ts'
import type { PhotoTransport } from '../ports/uploads.ts'
import { readReply } from './fetch-json.ts'
import { post } from './requests.ts'

const ENDPOINT = '/api/uploads'

// Our own choice: where something on the way passes on only whole requests, no more than this is sent twice.
const PIECE_BYTES = 64 * 1024

/** A piece takes less even where a network is as slow as 1 KB a second. */
const STALLED_MS = 90_000

/** Photos by the tus protocol (1.0.0), in the page: its cookie says who sends. */
export function createPhotoTransport(): PhotoTransport {
  return {
    send: ({ sha256, blob, url }, { begun, progress, stop }) =>
      new Promise((resolve) => {
        const noting: Promise<void>[] = []
        const end = async (outcome: 'received' | Fault) => {
          clearTimeout(stalled)
          await Promise.allSettled(noting)
          resolve(outcome)
        }
        const breakOff = () => {
          void upload.abort()
          void end(fault('unreachable'))
        }
        let stalled = setTimeout(breakOff, STALLED_MS)
        const upload = new Upload(blob, {
          endpoint: new URL(ENDPOINT, location.href).href,
          uploadUrl: url,
          metadata: { sha256 },
          chunkSize: PIECE_BYTES,
          // The engine knows when to try again, and the device's database where.
          retryDelays: null,
          storeFingerprintForResuming: false,
          onUploadUrlAvailable: () => {
            if (upload.url !== null && upload.url !== url) noting.push(begun(upload.url))
          },
          onProgress: (sent) => {
            clearTimeout(stalled)
            stalled = setTimeout(breakOff, STALLED_MS)
            progress(sent, blob.size)
          },
          onSuccess: () => void end('received'),
          onError: (error) => void end(outcomeOf(error, sha256)),
        })
        stop.addEventListener('abort', breakOff, { once: true })
        upload.start()
      }),
    held: (sha256s) => post(heldReplySchema, '/api/attachments/held', { sha256: sha256s }),
  }
}

/** Nothing is created where nothing is missing: tus takes that answer for an error. */
function outcomeOf(error: Error | DetailedError, sha256: string): 'received' | Fault {
  const response = error instanceof DetailedError ? error.originalResponse : null
  if (!response) return fault('unreachable')
  const reply = readReply(
    {
      status: response.getStatus(),
      contentType: response.getHeader('content-type') ?? '',
      text: response.getBody(),
    },
    alreadyHeldSchema,
  )
  if (isFault(reply)) return reply
  return reply.held === sha256 ? 'received' : fault('server-error')
}
