import 'fake-indexeddb/auto'
import { effect } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { HalfTyped } from '../../ports/half-typed.ts'
import { field } from '../../sync/testing/phone.ts'
import { createAutosave } from './autosave.ts'
import { createSurveyDesk } from './survey-desk.ts'

const VISIT = 'visits/019aa000-0000-7000-8000-000000000001'

/** The desk of a household that was met, over a phone's own work, with what its recorder heard. */
async function openDesk() {
  const { phone, household } = await field()
  await phone.fieldWork.answer(household, [
    { path: `${VISIT}/order`, to: 1 },
    { path: `${VISIT}/at`, to: '2026-11-23T02:00:00.000Z' },
    { path: `${VISIT}/form`, to: 2 },
    { path: `${VISIT}/result`, to: 'selesai' },
  ])
  const autosave = createAutosave(
    (edits) => phone.fieldWork.answer(household, edits),
    phone.clock,
    (error) => {
      throw error
    },
  )
  const heard: string[] = []
  const reopen = (halfTyped: HalfTyped = {}) =>
    createSurveyDesk(
      {
        work: phone.fieldWork,
        clock: phone.clock,
        autosave,
        recorder: {
          typed: (path) => heard.push(`typed ${path}`),
          chose: (edits) => heard.push(...edits.map(({ path }) => `chose ${path}`)),
          left: () => heard.push('left'),
        },
      },
      phone.view(household),
      halfTyped,
    )
  const desk = reopen()
  /** How often a reader of the desk runs: once at first, then for what it read alone. */
  const countRuns = (read: () => unknown) => {
    const runs = { count: 0 }
    effect(() => {
      read()
      runs.count += 1
    })
    return runs
  }
  return { phone, household, autosave, desk, reopen, heard, countRuns }
}

test('an answer wakes the readers of its own path, and no others, when it is given and when it is saved', async () => {
  const { autosave, desk, countRuns } = await openDesk()
  const floor = countRuns(() => [desk.valueOf('dwelling/floor'), desk.messagesOf('dwelling/floor')])
  const wall = countRuns(() => [
    desk.valueOf('dwelling/wall'),
    desk.messagesOf('dwelling/wall'),
    desk.standingOf('dwelling/wall'),
  ])
  const document = countRuns(() => desk.document)

  desk.choose([{ path: 'dwelling/floor', to: 'tanah' }])
  expect(desk.valueOf('dwelling/floor')).toBe('tanah')
  expect([floor.count, wall.count, document.count]).toEqual([2, 1, 2])
  await autosave.flush()
  expect(desk.document.dwelling.floor).toBe('tanah')
  expect([floor.count, wall.count, document.count]).toEqual([2, 1, 2])
})

test('whoever asks whether a question is asked hears when another answer decides it', async () => {
  const { desk, countRuns } = await openDesk()
  const watt = countRuns(() => desk.standingOf('dwelling/powerWatt'))
  expect(desk.standingOf('dwelling/powerWatt').isAsked).toBe(false)
  desk.choose([{ path: 'dwelling/powerSource', to: 'pln_meteran' }])
  expect(desk.standingOf('dwelling/powerWatt')).toEqual({
    isAsked: true,
    isRequired: true,
    isOptional: false,
  })
  expect(watt.count).toBe(2)
})

test('the result of a visit that is about to begin must be given', async () => {
  const { desk } = await openDesk()
  const fresh = 'visits/019aa000-0000-7000-8000-000000000002/result'
  expect(desk.standingOf(fresh)).toEqual({ isAsked: true, isRequired: true, isOptional: false })
})

test('a NIK that another house has since the survey was opened is said when it is looked at again', async () => {
  const { phone, desk } = await openDesk()
  const found = { path: 'members/a/nik', kind: 'check', key: 'nik-elsewhere', level: 'warning' } as const
  const said = { ...found, text: { id: 'Rumah lain', en: 'Another house' }, confirmed: null }
  expect(desk.findings).not.toContainEqual(said)
  phone.fieldWork.nikFindings = () => [said]
  desk.lookAgain()
  expect(desk.findings).toContainEqual(said)
})

test('a field says what is wrong once it was left, and what it lacks once all do', async () => {
  const { desk } = await openDesk()
  desk.type('economy/spending', 5)
  expect(desk.messagesOf('economy/spending')).toEqual({})
  desk.leave('economy/spending')
  expect(desk.messagesOf('economy/spending')).not.toEqual({})
  expect(desk.messagesOf('dwelling/roof')).toEqual({})
  desk.sayMissing()
  expect(desk.messagesOf('dwelling/roof').error?.id).toBe('Belum diisi')
})

test('an entry that begins after all was looked over lacks nothing yet', async () => {
  const { desk } = await openDesk()
  desk.sayMissing()
  desk.choose([{ path: 'problems/01900000-0000-7000-8000-0000000000b1/order', to: 1 }])
  const subject = 'problems/01900000-0000-7000-8000-0000000000b1/subject'
  expect(desk.findings.some(({ path }) => path === subject)).toBe(true)
  expect(desk.messagesOf(subject)).toEqual({})
  desk.sayMissing()
  expect(desk.messagesOf(subject).error?.id).toBe('Belum diisi')
})

test('blanks at the ends stand on the screen while a field is in hand, and are no part of the answer', async () => {
  const { desk, autosave, heard } = await openDesk()
  desk.type('location/address', 'Gg. Kenanga 3 ')
  expect(desk.valueOf('location/address')).toBe('Gg. Kenanga 3 ')
  expect(desk.answerOf('location/address')).toBe('Gg. Kenanga 3')
  desk.leave('location/address')
  await autosave.flush()
  expect(desk.valueOf('location/address')).toBe('Gg. Kenanga 3')
  expect(heard).toEqual(['typed location/address', 'left'])
})

test('what stands in a field and makes no answer holds the word of a save back', async () => {
  const { desk } = await openDesk()
  desk.hold('economy/spending', '5jt')
  expect(desk.unread).toEqual(['economy/spending'])
  desk.hold('economy/spending', null)
  expect(desk.unread).toEqual([])
})

test('what makes no answer is said once its field was left, named on the last page, and still there tomorrow', async () => {
  const { phone, household, desk, reopen } = await openDesk()
  const named = () => desk.findings.filter(({ path }) => path === 'economy/spending')
  expect(named().map(({ kind }) => kind)).toEqual(['missing'])
  desk.hold('economy/spending', '5jt')
  expect(desk.messagesOf('economy/spending')).toEqual({})
  desk.leave('economy/spending')
  expect(desk.messagesOf('economy/spending').error?.id).toContain('5jt')
  expect(named().map(({ kind, level }) => [kind, level])).toEqual([['check', 'error']])
  const kept = await vi.waitFor(async () => {
    const { halfTyped } = (await phone.fieldWork.place(household)) ?? {}
    expect(halfTyped).toEqual({ 'economy/spending': '5jt' })
    return halfTyped
  })
  expect(reopen(kept).heldAt('economy/spending')).toBe('5jt')
  expect(reopen(kept).findings).toEqual(desk.findings)
})

test('where a question is not asked any more, what stood half typed in it keeps nobody', async () => {
  const { desk } = await openDesk()
  desk.choose([{ path: 'economy/debts', to: ['bank_koperasi'] }])
  desk.hold('economy/debtAmount', 'x')
  expect(desk.unread).toEqual(['economy/debtAmount'])
  desk.choose([{ path: 'economy/debts', to: ['tidak_ada'] }])
  expect(desk.unread).toEqual([])
})
