import { expect, test } from 'vitest'
import type { Found, Mark, Records, Write } from '../../ports/records.ts'

export type Notes = { notes: { readonly text: string }; others: { readonly text: string } }

/** A store that stands the contract: pages are opened on one disk, and the disk has no more room when it is full. */
export type ContractStore = {
  readonly open: () => Promise<Records<Notes>>
  readonly fill: () => void
  readonly empty: () => void
}

const KEYS = { area: '32.73.01.1001/005', state: 'new', at: '2026-11-23T02:00:00.000Z' }

const put = (id: string, text: string, over: Mark | null = null, state = 'new'): Write<Notes> => ({
  table: 'notes',
  id,
  kind: 'put',
  keys: { ...KEYS, state, survey: `survey of ${id}` },
  body: { text },
  over,
})

const textsOf = (rows: readonly Found<Notes['notes']>[]) => rows.map(({ id, body }) => `${id} ${body.text}`)
const markOf = async (records: Records<Notes>, id = 'a') =>
  (await records.all('notes')).find((row) => row.id === id)?.mark ?? null

/** What `Records` promises, whatever keeps them: the same tests for the real database and for one in memory. */
export function recordsContract(openStore: () => ContractStore): void {
  test('what was saved is there for the next page, found by table, state and survey', async () => {
    const store = openStore()
    const records = await store.open()
    const other: Write<Notes> = { ...put('a', 'elsewhere'), table: 'others' }
    expect(await records.commit([put('a', 'one'), put('b', 'two', null, 'old'), other])).toBe('saved')
    records.close()
    const again = await store.open()
    expect(textsOf(await again.all('notes')).sort()).toEqual(['a one', 'b two'])
    expect(textsOf(await again.all('others'))).toEqual(['a elsewhere'])
    expect(textsOf(await again.where('notes', 'state', 'old'))).toEqual(['b two'])
    expect(textsOf(await again.where('notes', 'survey', 'survey of a'))).toEqual(['a one'])
    const [row] = await again.where('notes', 'state', 'new')
    expect(row).toMatchObject({ id: 'a', ...KEYS, survey: 'survey of a' })
  })

  test('a write that is based on something older writes nothing, and the listeners hear what is there', async () => {
    const store = openStore()
    const [one, two] = [await store.open(), await store.open()]
    await one.commit([put('a', 'first')])
    const heard: unknown[] = []
    two.listen((changed) => heard.push(...changed.map(({ found }) => found?.body.text)))
    expect(await two.commit([put('b', 'beside'), put('a', 'second')])).toBe('stale')
    expect(heard).toContain('first')
    expect(textsOf(await one.all('notes'))).toEqual(['a first'])
    expect(await two.commit([put('a', 'second', await markOf(two))])).toBe('saved')
    expect(textsOf(await one.all('notes'))).toEqual(['a second'])
  })

  test.each(['put', 'remove', 'check'] as const)('a %s over a row that is gone is stale', async (kind) => {
    const records = await openStore().open()
    await records.commit([put('a', 'first')])
    const over = await markOf(records)
    const gone = { table: 'notes', id: 'a', over } as const
    expect(await records.commit([{ ...gone, kind: 'remove' }])).toBe('saved')
    expect(await records.all('notes')).toEqual([])
    const write: Write<Notes> = kind === 'put' ? put('a', 'second', over) : { ...gone, kind }
    expect(await records.commit([write])).toBe('stale')
    expect(await records.all('notes')).toEqual([])
  })

  test('a check guards a row without writing it', async () => {
    const records = await openStore().open()
    await records.commit([put('a', 'first')])
    const guard = { table: 'notes', id: 'a', kind: 'check' } as const
    expect(await records.commit([put('b', 'second'), { ...guard, over: null }])).toBe('stale')
    const over = await markOf(records)
    expect(await records.commit([put('b', 'second'), { ...guard, over }])).toBe('saved')
    expect(textsOf(await records.all('notes')).sort()).toEqual(['a first', 'b second'])
  })

  test('of two pages that write over the same row at the same time one is stale', async () => {
    const store = openStore()
    const [one, two] = [await store.open(), await store.open()]
    const outcomes = await Promise.all([one.commit([put('a', 'one')]), two.commit([put('a', 'two')])])
    expect(outcomes.sort()).toEqual(['saved', 'stale'])
    expect(await one.all('notes')).toHaveLength(1)
  })

  test('a page hears of its own write before it is told that it is saved, other pages soon after', async () => {
    const store = openStore()
    const [one, two] = [await store.open(), await store.open()]
    const heard: unknown[] = []
    const heardElsewhere: unknown[] = []
    one.listen((changed) => heard.push(...changed.map(({ found }) => found?.body.text)))
    two.listen((changed) => heardElsewhere.push(...changed.map(({ found }) => found?.body.text)))
    await one.commit([put('a', 'first')])
    expect(heard).toEqual(['first'])
    await expect.poll(() => heardElsewhere).toEqual(['first'])
    await one.commit([{ table: 'notes', id: 'a', kind: 'remove', over: await markOf(one) }])
    await expect.poll(() => heardElsewhere).toEqual(['first', undefined])
  })

  test('where there is no room, nothing is written and nobody hears of it; with room again it goes on', async () => {
    const store = openStore()
    const records = await store.open()
    await records.commit([put('a', 'first')])
    const over = await markOf(records)
    const heard: unknown[] = []
    records.listen((changed) => heard.push(...changed))
    store.fill()
    expect(await records.commit([put('a', 'second', over), put('b', 'beside')])).toEqual({
      fault: 'storage-full',
    })
    expect(heard).toEqual([])
    store.empty()
    expect(textsOf(await records.all('notes'))).toEqual(['a first'])
    expect(await records.commit([put('a', 'second', over)])).toBe('saved')
  })
}
