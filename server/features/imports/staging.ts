import BetterSqlite3 from 'better-sqlite3'
import { streamOf, type Stream } from '../../../shared/population/area.ts'
import type { ListedPerson } from './row-rules.ts'

/** The people of one KK in the order of the list, the head first; the place is the first one's. */
export type StagedHousehold = {
  readonly place: number
  readonly kk: string
  readonly stream: Stream
  readonly persons: readonly ListedPerson[]
}

export type Staging = {
  /**
   * Takes a person, unless the NIK was taken before.
   * @param line of the file; null for a person of the list that the file adds to
   * @returns null when taken, else the line of the first person with that NIK
   */
  add: (person: ListedPerson, line: number | null) => { readonly firstLine: number | null } | null
  /** Groups the persons by KK and puts the households in order; call once, after the last person. */
  group: () => { readonly households: number; readonly streams: readonly Stream[] }
  /** Households after a place, by stream, RT, address and head's name. */
  householdsAfter: (place: number, limit: number) => readonly StagedHousehold[]
  close: () => void
}

/**
 * Accepted rows wait here until their household is complete: rows of one KK may stand anywhere in the file. A
 * file of its own, thrown away afterwards: a million rows come and go without swelling the main file or holding
 * up its writers, and memory stays at the cache's 64 MB. Nothing in it survives a crash, nor needs to.
 */
export function openStaging(path: string): Staging {
  const connection = new BetterSqlite3(path)
  for (const pragma of [
    'journal_mode = off',
    'synchronous = off',
    'locking_mode = exclusive',
    'cache_size = -65536',
  ])
    connection.pragma(pragma)
  connection.exec(`
    create table person (id integer primary key, kk text not null, stream text not null, rt text not null,
      address text not null, name text not null, follows integer not null, body text not null);
    create table nik (nik integer primary key, line integer);
    create table household (place integer primary key, kk text not null, stream text not null);
    begin;
  `)
  const claim = connection.prepare<[string, number | null]>(
    'insert into nik values (?, ?) on conflict do nothing',
  )
  const claimed = connection.prepare<[string], { line: number | null }>('select line from nik where nik = ?')
  const insert = connection.prepare(
    'insert into person (kk, stream, rt, address, name, follows, body) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const after = connection.prepare<[number, number], { place: number; kk: string; stream: Stream }>(
    'select place, kk, stream from household where place > ? order by place limit ?',
  )
  const personsOf = connection.prepare<[string], { body: string }>(
    'select body from person where kk = ? order by follows, id',
  )
  return {
    add: (person, line) => {
      const { kk, nik, rt, address, name, relationship } = person
      if (nik !== null && claim.run(nik, line).changes === 0)
        return { firstLine: claimed.get(nik)?.line ?? null }
      const follows = relationship === 'kepala' ? 0 : 1
      insert.run(kk, streamOf(person), rt, address, name, follows, JSON.stringify(person))
      return null
    },
    group: () => {
      connection.exec(`
        create index person_by_kk on person (kk, follows, id);
        insert into household (kk, stream)
          select kk, stream from (
            select kk, stream, rt, address, name, row_number() over (partition by kk order by follows, id) as turn
            from person
          ) where turn = 1 order by stream, rt, address, name, kk;
        commit;
      `)
      const count = connection.prepare<[], { households: number }>(
        'select count(*) as households from household',
      )
      const streams = connection.prepare<[], { stream: Stream }>(
        'select distinct stream from household order by stream',
      )
      return {
        households: count.get()?.households ?? 0,
        streams: streams.all().map(({ stream }) => stream),
      }
    },
    householdsAfter: (place, limit) =>
      after.all(place, limit).map((row) => ({
        ...row,
        persons: personsOf.all(row.kk).map(({ body }) => JSON.parse(body) as ListedPerson),
      })),
    close: () => connection.close(),
  }
}
