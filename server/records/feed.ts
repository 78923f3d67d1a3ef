import type { Database, Transaction } from '../database/database.ts'
import type { Stream } from '../../shared/population/area.ts'

export type Feed = {
  /** Puts a household or survey at the end of its stream's news, so that phones fetch it (again). */
  announce: (tx: Transaction, stream: Stream, kind: 'household' | 'survey', id: string) => void
  /** Makes a stream known, so that accounts that hold its kelurahan receive it. */
  openStream: (tx: Transaction, stream: Stream) => void
}

/** News of each RW in the order that the one writer gave. */
export function createFeed(database: Database): Feed {
  const remove = database.command('delete from feed where kind = ? and id = ?')
  const append = database.command('insert into feed (stream, kind, id) values (?, ?, ?)')
  const open = database.command(
    'insert into stream (name, kelurahan, rw) values (?, ?, ?) on conflict (name) do nothing',
  )
  const openStream: Feed['openStream'] = (tx, stream) => {
    const [kelurahan = '', rw = ''] = stream.split('/')
    open(tx, stream, kelurahan, rw)
  }
  return {
    openStream,
    announce: (tx, stream, kind, id) => {
      openStream(tx, stream)
      remove(tx, kind, id)
      append(tx, stream, kind, id)
    },
  }
}
