import BetterSqlite3 from 'better-sqlite3'
import { applyMigrations, expectMigrated } from './migrations.ts'

declare const writing: unique symbol

type Rows = { readonly [column: string]: string | number | null }
export type Parameter = string | number | null | Uint8Array

/** A prepared statement that reads; `Row` is trusted, since only our own migrations shape the tables. */
export type Query<Row> = {
  readonly get: (...parameters: Parameter[]) => Row | undefined
  readonly all: (...parameters: Parameter[]) => Row[]
  readonly iterate: (...parameters: Parameter[]) => IterableIterator<Row>
}

/** A prepared statement that writes; it runs only with the transaction in hand. */
export type Command = (tx: Transaction, ...parameters: Parameter[]) => { changes: number; lastId: number }

/** Proof of an open `begin immediate` transaction; it exists only inside {@link Database.write}. */
export type Transaction = { readonly [writing]: true; readonly at: Date }

export type Reader = {
  /** Prepares a statement that reads. */
  query: <Row = Rows>(sql: string) => Query<Row>
}

export type Database = Reader & {
  /** Prepares a statement that writes. */
  command: (sql: string) => Command
  /** Runs synchronous work in one durable transaction; what it throws rolls everything back. */
  write: <Result>(work: (tx: Transaction) => Result) => Result
  /**
   * Copies the whole database to a new file by SQLite's backup API, in one step that nobody's writes begin anew: it
   * blocks its thread, so it belongs into one of its own, whose connection does nothing else meanwhile.
   * @param look reads at the very moment that the copy shows
   */
  copyTo: <Seen>(path: string, look: () => Seen) => Promise<Seen>
  /** Runs synchronous reading on one moment of the database, whoever writes meanwhile. */
  read: <Result>(work: () => Result) => Result
  /** Makes a function for SQL, called for each row: new ids inside a statement. */
  define: (name: string, call: () => string) => void
  close: () => void
  readonly path: string
}

/**
 * Opens a SQLite file (`:memory:` in unit tests), brings it to the newest schema, and keeps one connection.
 * WAL with `synchronous = FULL`: what was acknowledged survives a power cut.
 * @param clock time of the transactions
 * @param schema `expect` leaves the schema alone, for a file that a running server holds
 * @throws Error where the file is newer than this program, or with `expect` older
 */
export function openDatabase(
  path: string,
  clock: () => Date,
  schema: 'bring' | 'expect' = 'bring',
): Database {
  const connection = new BetterSqlite3(path, { fileMustExist: schema === 'expect' })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma(`wal_autocheckpoint = ${PAGES_BEFORE_CHECKPOINT}`)
  // Workers with their own connection keep their transactions short; this is far more than any of them takes.
  connection.pragma('busy_timeout = 10000')
  if (schema === 'expect') expectMigrated(connection)
  else applyMigrations(connection)
  const readAtOnce = connection.transaction((work: () => unknown) => work())
  const transact = connection.transaction((work: (tx: Transaction) => unknown) =>
    work({ at: clock() } as Transaction),
  )
  return {
    path,
    ...readerOf(connection),
    command: (sql) => {
      const statement = connection.prepare<Binding>(sql)
      const bind = binderOf(sql)
      return (_tx, ...parameters) => {
        const { changes, lastInsertRowid } = statement.run(...bind(parameters))
        return { changes, lastId: Number(lastInsertRowid) }
      }
    },
    write: <Result>(work: (tx: Transaction) => Result) => transact.immediate(work) as Result,
    read: <Result>(work: () => Result) => readAtOnce.deferred(work) as Result,
    copyTo: async (copyPath, look) => {
      connection.exec('begin')
      try {
        const seen = look()
        await connection.backup(copyPath, { progress: () => ALL_PAGES })
        return seen
      } finally {
        connection.exec('commit')
      }
    },
    define: (name, call) => connection.function(name, { deterministic: false }, call),
    close: () => connection.close(),
  }
}

/** What reads through a connection. */
export function readerOf(connection: BetterSqlite3.Database): Reader {
  return {
    query: <Row>(sql: string): Query<Row> => {
      const statement = connection.prepare<Binding, Row>(sql)
      const bind = binderOf(sql)
      return {
        get: (...parameters) => statement.get(...bind(parameters)),
        all: (...parameters) => statement.all(...bind(parameters)),
        iterate: (...parameters) => statement.iterate(...bind(parameters)),
      }
    },
  }
}

/** 64 MB of a log beside the file: so far a thread of its own is waited for, which does it without holding anybody up. */
const PAGES_BEFORE_CHECKPOINT = 16_384

/** As many as the backup API takes in one step. */
const ALL_PAGES = 0x7fffffff

type Binding = (Parameter | Record<string, Parameter>)[]

/** better-sqlite3 takes `?` in order, but numbered parameters (`?1`) by name. */
function binderOf(sql: string): (parameters: Parameter[]) => Binding {
  if (!/\?\d/.test(sql)) return (parameters) => parameters
  return (parameters) => [Object.fromEntries(parameters.map((value, index) => [index + 1, value]))]
}
