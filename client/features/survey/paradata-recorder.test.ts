import { expect, test } from 'vitest'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { SurveyDocument } from '../../../shared/survey/document.ts'
import { formatParadata, parseParadata } from '../../../shared/survey/paradata.ts'
import { documentOf, withAnswers } from '../../../shared/survey/path.ts'
import type { Edit } from '../../ports/field-work.ts'
import { createParadataRecorder } from './paradata-recorder.ts'

const begun = documentOf([
  ['visits/v1/order', 1],
  ['visits/v1/at', '2026-11-23T03:00:00Z'],
  ['visits/v1/result', 'selesai'],
])

function open(document: SurveyDocument = begun) {
  let now = Date.parse('2026-11-23T03:00:00Z')
  let held = document
  let outcome: 'saved' | Fault = 'saved'
  const written: Edit[] = []
  const recorder = createParadataRecorder({
    clock: { now: () => new Date(now) },
    section: 'visit',
    saved: () => held,
    write: (edit) => write([edit]),
  })
  async function write(edits: readonly Edit[]): Promise<'saved' | Fault> {
    if (outcome === 'saved') {
      written.push(...edits)
      held = withAnswers(
        held,
        edits.map(({ path, to }) => [path, to]),
      )
    }
    return outcome
  }
  return {
    recorder,
    finish: () => recorder.finish(write, (result) => result === 'saved'),
    written,
    wait: (seconds: number) => (now += seconds * 1000),
    answer: (path: string, to: string) => {
      recorder.chose([{ path, to }], held)
      held = withAnswers(held, [[path, to]])
    },
    fail: (next: 'saved' | Fault) => (outcome = next),
    now: () => held,
    read: () => parseParadata(String(written.at(-1)?.to)),
  }
}

test('where somebody stood is where the visit began and ended, and alone it leaves nothing', async () => {
  const { recorder, answer, written, read } = open()
  recorder.stands('geo:-6.876543,107.583210;u=12')
  await recorder.keep()
  expect(written).toEqual([])
  answer('dwelling/floor', 'tanah')
  recorder.stands('geo:-6.880000,107.590000;u=5')
  await recorder.keep()
  expect(read()).toMatchObject({
    startPosition: 'geo:-6.876543,107.583210;u=12',
    endPosition: 'geo:-6.880000,107.590000;u=5',
  })
})

test('who only looks leaves nothing', async () => {
  const { recorder, wait, written } = open()
  wait(40)
  recorder.enter('members')
  recorder.stir()
  recorder.hide()
  await recorder.keep()
  expect(written).toEqual([])
})

test('what was answered is written once to the last visit, with the time that it took', async () => {
  const { recorder, wait, answer, written, read } = open()
  recorder.enter('dwelling')
  wait(12)
  answer('dwelling/floor', 'tanah')
  answer('dwelling/floor', 'keramik')
  answer('dwelling/roof', 'seng')
  await recorder.keep()
  await recorder.keep()
  expect(written.map(({ path }) => path)).toEqual(['visits/v1/paradata'])
  expect(read()?.sections.dwelling).toEqual({ seconds: 12, visits: 1, answered: 2, changed: 1 })
})

test('a text is one answer, however many keys it took', async () => {
  const { recorder, now, read } = open()
  for (const path of ['location/address', 'location/address', 'location/address']) recorder.typed(path, now())
  recorder.left()
  recorder.typed('location/address', withAnswers(now(), [['location/address', 'Gg.']]))
  await recorder.keep()
  expect(read()?.sections.location).toMatchObject({ answered: 1, changed: 1 })
})

test('an opening of another day goes on with the record', async () => {
  const first = formatParadata({
    startedAt: '2026-11-20T10:00:00+07:00',
    endedAt: '2026-11-20T10:10:00+07:00',
    startPosition: null,
    endPosition: null,
    sessions: 2,
    pauses: { count: 1, seconds: 70 },
    sections: { dwelling: { seconds: 100, visits: 1, answered: 9, changed: 0 } },
  })
  const { recorder, finish, wait, answer, read } = open(withAnswers(begun, [['visits/v1/paradata', first]]))
  recorder.enter('dwelling')
  wait(10)
  answer('dwelling/floor', 'tanah')
  await recorder.keep()
  wait(10)
  answer('dwelling/roof', 'seng')
  await finish()
  expect(read()).toMatchObject({
    startedAt: '2026-11-20T10:00:00+07:00',
    sessions: 3,
    sections: { dwelling: { seconds: 120, answered: 11 } },
  })
})

test('a second visit has a record of its own', async () => {
  const { recorder, wait, answer, written, read } = open()
  wait(50)
  answer('visits/v1/note', 'Kosong')
  await recorder.keep()
  answer('visits/v2/result', 'selesai')
  answer('visits/v2/order', '2')
  wait(20)
  recorder.stir()
  await recorder.keep()
  expect(written.map(({ path }) => path)).toEqual(['visits/v1/paradata', 'visits/v2/paradata'])
  expect(read()).toMatchObject({ sessions: 1, sections: { visit: { seconds: 20, visits: 1, answered: 1 } } })
})

test('before a submission it is written all the same; without a visit there is nowhere to', async () => {
  const looked = open()
  looked.wait(30)
  await looked.finish()
  expect(looked.read()?.sections.visit?.seconds).toBe(30)
  const unvisited = open(documentOf([['location/address', 'Gg. Mawar 3']]))
  unvisited.answer('location/rt', '004')
  await unvisited.finish()
  expect(unvisited.written).toEqual([])
})

test('what could not be written is tried again', async () => {
  const { recorder, answer, fail, written } = open()
  answer('dwelling/floor', 'tanah')
  fail(fault('storage-full'))
  await recorder.keep()
  expect(written).toEqual([])
  fail('saved')
  await recorder.keep()
  expect(written).toHaveLength(1)
})

test('what went with a submission that was not taken is written with the next occasion', async () => {
  const { recorder, finish, wait, fail, written } = open()
  wait(30)
  fail(fault('storage-full'))
  await finish()
  fail('saved')
  await recorder.keep()
  expect(written).toHaveLength(1)
  await recorder.keep()
  expect(written).toHaveLength(1)
})

test('a fix of the survey’s own question tells where it was', async () => {
  const { recorder, answer, read } = open()
  answer('location/position', 'geo:-6.876543,107.583210;u=12')
  await recorder.keep()
  expect(read()).toMatchObject({
    startPosition: 'geo:-6.876543,107.583210;u=12',
    endPosition: 'geo:-6.876543,107.583210;u=12',
  })
})

test('of somebody who objects to being located no place is written, neither one that was written before', async () => {
  const { recorder, answer, finish, read } = open()
  recorder.stands('geo:-6.876543,107.583210;u=12')
  answer('location/position', 'geo:-6.876543,107.583210;u=8')
  await recorder.keep()
  expect(read()?.startPosition).not.toBeNull()
  answer('location/positionMissing', 'keberatan')
  await recorder.keep()
  expect(read()).toMatchObject({ startPosition: null, endPosition: null })
  recorder.stands('geo:-6.880000,107.590000;u=5')
  await finish()
  expect(read()).toMatchObject({ startPosition: null, endPosition: null })
})
