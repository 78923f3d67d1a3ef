import type { Fault } from '../../shared/faults.ts'
import type { HouseholdId } from '../../shared/ids.ts'
import type { PhotoLine } from '../ports/photo-post.ts'
import type { OwnPhoto, PhotoBook, Upload, UploadStore } from '../ports/uploads.ts'

type Looked = {
  /** photos that can be sent, oldest first */
  readonly waiting: readonly Upload[]
  readonly lines: readonly PhotoLine[]
}

/** Which photos of a device have to be sent, by what its surveys show and what the server said. */
export type PhotoQueue = {
  /** Takes in what surveys show now. */
  readonly look: () => Promise<Looked>
  readonly isWaiting: (sha256: string) => Promise<boolean>
  /** Keeps what became of one. */
  readonly note: (sha256: string, outcome: 'received' | Fault) => Promise<void>
  /** Parts photos that nothing shows any more: those that the server never needs, and those that it has received. */
  readonly sort: (
    sha256s: readonly string[],
  ) => Promise<{ readonly unneeded: readonly string[]; readonly received: readonly string[] }>
}

export function createPhotoQueue(ports: {
  readonly uploads: UploadStore
  readonly book: () => PhotoBook | null
}): PhotoQueue {
  const { uploads } = ports
  // Photos that nothing showed when they were looked at: not to be looked for among all settled changes again.
  const strangers = new Set<string>()

  /** A server with another history may lack what an earlier one had: it is offered again, mostly without bytes. */
  const isDue = (upload: Upload, epoch: string | null) =>
    upload.receivedUnder === null || (epoch !== null && upload.receivedUnder !== epoch)

  async function look(): Promise<Looked> {
    const book = ports.book()
    if (!book) return { waiting: [], lines: [] }
    const kept = await uploads.kept()
    const known = new Map((await uploads.all()).map((upload) => [upload.sha256, upload]))
    const own = book.own().filter(({ sha256 }) => kept.has(sha256))
    const unknown = [...kept].filter(
      (sha256) =>
        !known.has(sha256) && !strangers.has(sha256) && !own.some((photo) => photo.sha256 === sha256),
    )
    const settled = unknown.length > 0 ? await book.settled() : []
    const left = settled.filter(({ sha256 }) => unknown.includes(sha256))
    for (const sha256 of unknown) if (!left.some((photo) => photo.sha256 === sha256)) strangers.add(sha256)
    const fresh = [...own, ...left]
      .filter(({ sha256, isSurveyReceived }) => isSurveyReceived && !known.has(sha256))
      .map(uploadOf)
    if (fresh.length > 0) await uploads.put(fresh)
    for (const upload of fresh) known.set(upload.sha256, upload)
    const gone = [...known.keys()].filter((sha256) => !kept.has(sha256))
    if (gone.length > 0) await uploads.remove(gone)

    const epoch = book.epoch()
    const waiting = [...known.values()]
      .filter((upload) => kept.has(upload.sha256) && isDue(upload, epoch))
      .sort(byAge)
    const behind = own.filter(({ sha256 }) => !known.has(sha256))
    return { waiting, lines: linesOf(waiting, [...behind].sort(byAge)) }
  }

  async function find(sha256: string): Promise<Upload | undefined> {
    return (await uploads.all()).find((upload) => upload.sha256 === sha256)
  }

  return {
    look,
    async isWaiting(sha256) {
      const upload = await find(sha256)
      return upload !== undefined && isDue(upload, ports.book()?.epoch() ?? null)
    },
    async note(sha256, outcome) {
      const upload = await find(sha256)
      if (!upload) return
      if (outcome === 'received') {
        const receivedUnder = ports.book()?.epoch() ?? null
        await uploads.put([{ ...upload, url: null, receivedUnder, fault: null }])
      } else if (isAboutPhoto(outcome)) {
        // Damaged on the way, it begins anew; all else would be refused again.
        const isRefused = outcome.fault !== 'picture-damaged'
        await uploads.put([{ ...upload, url: null, fault: isRefused ? outcome : null }])
      }
    },
    async sort(sha256s) {
      const known = new Map((await uploads.all()).map((upload) => [upload.sha256, upload]))
      const settled = new Set((await ports.book()?.settled())?.map(({ sha256 }) => sha256))
      return {
        unneeded: sha256s.filter((sha256) => !known.has(sha256) && !settled.has(sha256)),
        received: sha256s.filter((sha256) => (known.get(sha256)?.receivedUnder ?? null) !== null),
      }
    },
  }
}

/** What says something of this very photo, and not of the way to the server. */
const isAboutPhoto = ({ fault }: Fault) => fault.startsWith('picture-') || fault === 'bad-request'

function uploadOf({ sha256, household, bytes, takenAt }: OwnPhoto): Upload {
  return { sha256, household, bytes, takenAt, url: null, receivedUnder: null, fault: null }
}

type Aged = { readonly takenAt: string; readonly sha256: string }
const byAge = (a: Aged, b: Aged) =>
  a.takenAt < b.takenAt || (a.takenAt === b.takenAt && a.sha256 < b.sha256) ? -1 : 1

function linesOf(waiting: readonly Upload[], behind: readonly OwnPhoto[]): readonly PhotoLine[] {
  const lines = new Map<HouseholdId, PhotoLine>()
  const add = ({ household, bytes }: Upload | OwnPhoto, more: Pick<PhotoLine, 'behindSurvey' | 'fault'>) => {
    const line = lines.get(household)
    lines.set(household, {
      household,
      photos: (line?.photos ?? 0) + 1,
      bytes: (line?.bytes ?? 0) + bytes,
      behindSurvey: (line?.behindSurvey ?? 0) + more.behindSurvey,
      fault: line?.fault ?? more.fault,
    })
  }
  for (const upload of waiting) add(upload, { behindSurvey: 0, fault: upload.fault })
  for (const photo of behind) add(photo, { behindSurvey: 1, fault: null })
  return [...lines.values()]
}
