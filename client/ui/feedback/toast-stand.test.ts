import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createToasts, type Toasts } from './toast-stand.ts'

const SAID = { text: 'Semua sudah diterima server.' }
const UNDOABLE = { text: 'Bayu dikeluarkan', action: { label: 'Urungkan', run: () => {} } }

let toasts: Toasts
beforeEach(() => {
  vi.useFakeTimers()
  toasts = createToasts()
})
afterEach(() => vi.useRealTimers())

const said = () => toasts.current.value?.text ?? null

test.each([
  ['words', SAID, 5000],
  ['what can be undone', UNDOABLE, 8000],
])('%s go by themselves, soon', (_, toast, ms) => {
  toasts.show(toast)
  vi.advanceTimersByTime(ms - 1)
  expect(said()).toBe(toast.text)
  vi.advanceTimersByTime(1)
  expect(said()).toBeNull()
})

test('what is said next has its whole time', () => {
  toasts.show(SAID)
  vi.advanceTimersByTime(4000)
  toasts.show({ text: 'Permintaan disimpan' })
  vi.advanceTimersByTime(4999)
  expect(said()).toBe('Permintaan disimpan')
  vi.advanceTimersByTime(1)
  expect(said()).toBeNull()
})

test('closed early, it does not take the next one with it', () => {
  toasts.show(SAID)
  toasts.clear()
  expect(said()).toBeNull()
  vi.advanceTimersByTime(4000)
  toasts.show(UNDOABLE)
  vi.advanceTimersByTime(4000)
  expect(said()).toBe(UNDOABLE.text)
})

test('a tap beside it takes words away, and leaves what can be undone', () => {
  toasts.show(SAID)
  toasts.tapBeside()
  expect(said()).toBeNull()
  toasts.show(UNDOABLE)
  toasts.tapBeside()
  expect(said()).toBe(UNDOABLE.text)
})

test('another screen takes an undo away, and leaves the words that led there', () => {
  toasts.show(UNDOABLE)
  toasts.leaveScreen()
  expect(said()).toBeNull()
  toasts.show(SAID)
  toasts.leaveScreen()
  expect(said()).toBe(SAID.text)
})
