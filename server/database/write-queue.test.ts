import { afterEach, beforeEach, expect, test } from 'vitest'
import BetterSqlite3 from 'better-sqlite3'
import { openDatabase, type Database } from './database.ts'
import { createWriteQueue, type WriteJob } from './write-queue.ts'

const COMMIT_MS = 10

let database: Database
let commits = 0
/** what the disk says to the next commit */
let failure: Error | null = null

/** The database on a disk that takes its time. */
const slow: Pick<Database, 'write'> = {
  write: (work) => {
    const result = database.write((tx) => {
      const done = work(tx)
      const until = performance.now() + COMMIT_MS
      while (performance.now() < until);
      if (failure) throw failure
      return done
    })
    commits += 1
    return result
  },
}

beforeEach(() => {
  database = openDatabase(':memory:', () => new Date())
  commits = 0
  failure = null
})
afterEach(() => database.close())

const put = () => database.command('insert into setting (key, value) values (?, ?)')
const stored = () =>
  database
    .query<{ key: string }>('select key from setting order by key')
    .all()
    .map(({ key }) => key)

/** A job that stores its numbers one by one. */
function storing(name: string, count: number): WriteJob & { readonly done: () => number } {
  const insert = put()
  let done = 0
  let from = 0
  return {
    step: (tx) => {
      insert(tx, `${name}${done}`, '')
      done += 1
      return done === count
    },
    seal: () => undefined,
    settle: (isDurable) => {
      if (!isDurable) done = from
      from = done
    },
    done: () => done,
  }
}

test('[S15] what comes in at once shares the commits of a disk that takes 10 ms', async () => {
  const queue = createWriteQueue(slow)
  const insert = put()
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => queue.write((tx) => insert(tx, String(index), ''))),
  )
  expect(stored()).toHaveLength(100)
  expect(commits).toBeLessThanOrEqual(5)
})

test('[S15] what comes in during a commit shares the next one', async () => {
  const queue = createWriteQueue(slow)
  const insert = put()
  const first = queue.write((tx) => insert(tx, 'first', ''))
  await new Promise((resume) => setImmediate(resume))
  const others = Array.from({ length: 20 }, (_, index) => queue.write((tx) => insert(tx, `${index}`, '')))
  await Promise.all([first, ...others])
  expect(commits).toBe(2)
})

test('[S6] nothing is told before the commit that holds it', async () => {
  const queue = createWriteQueue(slow)
  const insert = put()
  let commitsWhenTold = -1
  await queue.write((tx) => insert(tx, 'one', '')).then(() => (commitsWhenTold = commits))
  expect(commitsWhenTold).toBe(1)
})

test('[S15] a long job takes turns with short ones', async () => {
  const queue = createWriteQueue(slow)
  const long = storing('long', 60)
  const running = queue.run({
    ...long,
    step: (tx) => {
      const until = performance.now() + 1
      while (performance.now() < until);
      return long.step(tx, false)
    },
  })
  const insert = put()
  await queue.write((tx) => insert(tx, 'short', ''))
  expect(long.done()).toBeLessThan(60)
  await running
  expect(stored()).toHaveLength(61)
})

test('[S4] work that fails takes nobody’s work along, and leaves nothing half done', async () => {
  const queue = createWriteQueue(slow)
  const insert = put()
  const before = queue.run(storing('before', 3))
  const bad = queue.write((tx) => {
    insert(tx, 'half', '')
    throw new RangeError('a bug')
  })
  const after = queue.run(storing('after', 3))
  await expect(bad).rejects.toThrow('a bug')
  await Promise.all([before, after])
  expect(stored().sort()).toEqual(['after0', 'after1', 'after2', 'before0', 'before1', 'before2'])
})

test('[S6] a full disk fails all that shared the commit, and nobody after it', async () => {
  const queue = createWriteQueue(slow)
  failure = new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL')
  const [one, two] = [storing('one', 1), storing('two', 1)]
  const outcomes = await Promise.allSettled([queue.run(one), queue.run(two)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect([one.done(), two.done(), stored(), queue.waiting()]).toEqual([0, 0, [], 0])
  failure = null
  await queue.run(one)
  expect(stored()).toEqual(['one0'])
})

test('[S6] where no transaction can begin, everybody who waits is told, and the next one is tried anew', async () => {
  let isClosed = true
  const queue = createWriteQueue({
    write: (work) => {
      if (isClosed) throw new TypeError('The database connection is not open')
      return database.write(work)
    },
  })
  const outcomes = await Promise.allSettled([queue.run(storing('one', 1)), queue.run(storing('two', 1))])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(queue.waiting()).toBe(0)
  isClosed = false
  await queue.run(storing('three', 1))
  expect(stored()).toEqual(['three0'])
})
