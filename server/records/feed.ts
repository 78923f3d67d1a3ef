import type { Database, Transaction } from '../database/database.ts'
import type { Stream } from '../../shared/population/area.ts'

export type Feed = {
  /** Puts a household or survey at the end of its stream's news, so that phones fetch it (again). */
  announce: (tx: Transaction, stream: Stream, kind: 'household' | 'survey', id: string) => void
  /** Tells phones of a stream that a household left it. */
  leave: (tx: Transaction, stream: string, household: string) => void
  /** Makes a stream known, so that accounts that hold its kelurahan receive it. */
  openStream: (tx: Transaction, stream: Stream) => void
}

/** News of each RW in the order that the one writer gave. */
export function createFeed(database: Database): Feed {
  // The index over news leaves out the leave rows: without saying so, each of these would read the whole feed.
  const isNews = `kind = ? and id = ? and kind <> 'leave'`
  const place = database.query<{ stream: string }>(`select stream from feed where ${isNews}`)
  const remove = database.command(`delete from feed where ${isNews}`)
  const append = database.command('insert into feed (stream, kind, id) values (?, ?, ?)')
  const stay = database.command(`delete from feed where kind = 'leave' and stream = ? and id = ?`)
  const open = database.command(
    'insert into stream (name, kelurahan, rw) values (?, ?, ?) on conflict (name) do nothing',
  )
  const openStream: Feed['openStream'] = (tx, stream) => {
    const [kelurahan = '', rw = ''] = stream.split('/')
    open(tx, stream, kelurahan, rw)
  }
  const leave = (tx: Transaction, stream: string, household: string) => {
    stay(tx, stream, household)
    append(tx, stream, 'leave', household)
  }
  return {
    openStream,
    announce: (tx, stream, kind, id) => {
      openStream(tx, stream)
      if (kind === 'household') {
        const earlier = place.get(kind, id)?.stream
        if (earlier !== undefined && earlier !== stream) leave(tx, earlier, id)
        stay(tx, stream, id)
      }
      remove(tx, kind, id)
      append(tx, stream, kind, id)
    },
    leave,
  }
}
