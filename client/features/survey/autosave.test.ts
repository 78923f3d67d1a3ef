import { expect, test } from 'vitest'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { Edit } from '../../ports/field-work.ts'
import { createAutosave, PAUSE_MS } from './autosave.ts'

const NAME = 'members/a/name'
const FLOOR = 'dwelling/floor'

/** A disk that answers when told to, and a clock turned by hand. */
function desk() {
  const saves: { edits: readonly Edit[]; answer: (outcome: 'saved' | Fault | Error) => Promise<void> }[] = []
  const reported: unknown[] = []
  const timers: { at: number; act: () => void; isOff: boolean }[] = []
  let now = 0
  const autosave = createAutosave(
    (edits) =>
      new Promise((resolve, reject) => {
        saves.push({
          edits,
          answer: async (outcome) => {
            if (outcome instanceof Error) reject(outcome)
            else resolve(outcome)
            await new Promise((done) => setImmediate(done))
          },
        })
      }),
    {
      after: (ms, act) => {
        const timer = { at: now + ms, act, isOff: false }
        timers.push(timer)
        return () => {
          timer.isOff = true
        }
      },
    },
    (error) => reported.push(error),
  )
  const pass = (ms: number) => {
    now += ms
    for (const timer of timers.splice(0)) {
      if (timer.at > now) timers.push(timer)
      else if (!timer.isOff) timer.act()
    }
  }
  return { autosave, saves, pass, reported }
}

test('typing is saved a pause after the last key, once', () => {
  const { autosave, saves, pass } = desk()
  autosave.type(NAME, 'Am', [])
  pass(PAUSE_MS - 1)
  autosave.type(NAME, 'Ami', [])
  pass(PAUSE_MS - 1)
  expect(saves).toHaveLength(0)
  pass(1)
  expect(saves.map(({ edits }) => edits)).toEqual([[{ path: NAME, to: 'Ami' }]])
})

test('saved is said only when the disk has all of it', async () => {
  const { autosave, saves } = desk()
  autosave.choose([{ path: FLOOR, to: 'tanah' }])
  expect(autosave.state.value.kind).toBe('saving')
  autosave.choose([{ path: FLOOR, to: 'bambu' }])
  await saves[0]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saving')
  expect(autosave.inHand.value.get(FLOOR)).toBe('bambu')
  await saves[1]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saved')
  expect(autosave.inHand.value.size).toBe(0)
})

test('one save runs at a time, and what came meanwhile goes together', async () => {
  const { autosave, saves } = desk()
  autosave.choose([{ path: FLOOR, to: 'tanah' }])
  autosave.choose([{ path: 'dwelling/wall', to: 'bambu' }])
  autosave.choose([{ path: 'dwelling/roof', to: 'seng' }])
  expect(saves).toHaveLength(1)
  await saves[0]?.answer('saved')
  expect(saves[1]?.edits.map(({ path }) => path)).toEqual(['dwelling/wall', 'dwelling/roof'])
})

test('blanks at the ends are not saved, but stay while the field is in hand', async () => {
  const { autosave, saves, pass } = desk()
  autosave.type(NAME, 'Ibu ', [])
  pass(PAUSE_MS)
  expect(saves[0]?.edits).toEqual([{ path: NAME, to: 'Ibu' }])
  await saves[0]?.answer('saved')
  expect(autosave.inHand.value.get(NAME)).toBe('Ibu ')
  await autosave.leave()
  expect(autosave.inHand.value.has(NAME)).toBe(false)
})

test('a number that is being typed is saved as a number', () => {
  const { autosave, saves, pass } = desk()
  autosave.type('dwelling/floorArea', 3, [])
  autosave.type('dwelling/floorArea', 36, [])
  expect(autosave.inHand.value.get('dwelling/floorArea')).toBe(36)
  pass(PAUSE_MS)
  expect(saves.map(({ edits }) => edits)).toEqual([[{ path: 'dwelling/floorArea', to: 36 }]])
})

test('an emptied field is no answer', () => {
  const { autosave, saves, pass } = desk()
  autosave.type(NAME, '  ', [])
  pass(PAUSE_MS)
  expect(saves[0]?.edits).toEqual([{ path: NAME, to: null }])
})

test('leaving a field saves without the pause', () => {
  const { autosave, saves } = desk()
  autosave.type(NAME, 'Aminah', [])
  void autosave.leave()
  expect(saves).toHaveLength(1)
})

test('what the disk refused stays on the screen and goes with the next save, newer words first', async () => {
  const { autosave, saves, pass } = desk()
  autosave.type(NAME, 'Aminah', [{ path: FLOOR, to: 'tanah' }])
  pass(PAUSE_MS)
  await saves[0]?.answer(fault('storage-full'))
  expect(autosave.state.value).toEqual({ kind: 'failed', fault: fault('storage-full') })
  expect(autosave.inHand.value.get(NAME)).toBe('Aminah')
  autosave.type(NAME, 'Aminah b. Sukri', [])
  void autosave.leave()
  expect(saves[1]?.edits).toEqual([
    { path: NAME, to: 'Aminah b. Sukri' },
    { path: FLOOR, to: 'tanah' },
  ])
  await saves[1]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saved')
})

test('what a save threw at is not lost: it is tried again, and then called saved', async () => {
  const { autosave, saves, reported } = desk()
  autosave.choose([{ path: FLOOR, to: 'tanah' }])
  await saves[0]?.answer(new Error('connection lost'))
  expect(autosave.state.value).toEqual({ kind: 'failed', fault: fault('save-failed') })
  expect(autosave.inHand.value.get(FLOOR)).toBe('tanah')
  expect(reported).toEqual([new Error('connection lost')])
  void autosave.flush()
  expect(saves[1]?.edits).toEqual([{ path: FLOOR, to: 'tanah' }])
  await saves[1]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saved')
  expect(autosave.inHand.value.size).toBe(0)
})

test('an edit that is refused stays in hand, and holds no other back', async () => {
  const { autosave, saves } = desk()
  autosave.choose([{ path: 'dwelling/wall', to: 'bambu' }])
  autosave.choose([{ path: NAME, to: 'Aminah' }])
  autosave.choose([{ path: FLOOR, to: 'kaca' }])
  await saves[0]?.answer('saved')
  await saves[1]?.answer(new Error('no answer of the questionnaire'))
  await saves[2]?.answer('saved')
  await saves[3]?.answer(new Error('no answer of the questionnaire'))
  expect(saves.slice(1).map(({ edits }) => edits)).toEqual([
    [
      { path: NAME, to: 'Aminah' },
      { path: FLOOR, to: 'kaca' },
    ],
    [{ path: NAME, to: 'Aminah' }],
    [{ path: FLOOR, to: 'kaca' }],
  ])
  expect([...autosave.inHand.value]).toEqual([[FLOOR, 'kaca']])
  expect(autosave.state.value.kind).toBe('failed')
  autosave.choose([{ path: FLOOR, to: 'tanah' }])
  expect(saves[4]?.edits).toEqual([{ path: FLOOR, to: 'tanah' }])
  await saves[4]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saved')
})

test('what was chosen while a save threw is saved without another touch', async () => {
  const { autosave, saves } = desk()
  autosave.choose([{ path: FLOOR, to: 'kaca' }])
  autosave.choose([{ path: NAME, to: 'Aminah' }])
  await saves[0]?.answer(new Error('no answer of the questionnaire'))
  expect(saves[1]?.edits).toEqual([{ path: NAME, to: 'Aminah' }])
  await saves[1]?.answer('saved')
  expect(autosave.state.value.kind).toBe('failed')
  expect([...autosave.inHand.value]).toEqual([[FLOOR, 'kaca']])
})

test('an act of several edits goes whole or not at all, whatever was thrown', async () => {
  const { autosave, saves } = desk()
  const move = [
    { path: 'members/a/family', to: 'f2' },
    { path: 'members/a/relationship', to: null },
  ]
  autosave.choose([{ path: FLOOR, to: 'tanah' }])
  autosave.choose(move)
  autosave.choose([{ path: 'dwelling/wall', to: 'bambu' }])
  await saves[0]?.answer('saved')
  await saves[1]?.answer(new Error('connection lost'))
  await saves[2]?.answer(new Error('connection lost'))
  await saves[3]?.answer('saved')
  expect(saves.slice(2).map(({ edits }) => edits)).toEqual([move, [{ path: 'dwelling/wall', to: 'bambu' }]])
  expect([...autosave.inHand.value.keys()]).toEqual(move.map(({ path }) => path))
  void autosave.flush()
  expect(saves[4]?.edits).toEqual(move)
  await saves[4]?.answer('saved')
  expect(autosave.state.value.kind).toBe('saved')
})
