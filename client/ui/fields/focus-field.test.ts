import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { focusField, focusQuestion } from './focus-field.ts'

/** As much of a page as the focus looks at: controls by id, the radios that are chosen, and the room on the screen. */
type Control = {
  readonly id: string
  readonly field?: number
  readonly chosenOf?: string
  readonly isTyped?: boolean
}

let told: string[] = []
let controls: readonly Control[] = []
const SCREEN = { height: 740, bars: 120 }

function elementOf({ id, field, isTyped = false }: Control) {
  const place = {
    offsetHeight: field ?? 48,
    scrollIntoView: ({ block }: ScrollIntoViewOptions) => told.push(`scroll ${id} ${block}`),
  }
  return {
    ...place,
    matches: () => isTyped,
    closest: (selector: string) => (selector === '.field' && field !== undefined ? place : null),
    focus: ({ preventScroll }: FocusOptions) => told.push(`focus ${id}${preventScroll ? '' : ' and scroll'}`),
  }
}

beforeEach(() => {
  told = []
  const find = (isIt: (control: Control) => boolean) => {
    const found = controls.find(isIt)
    return found ? elementOf(found) : null
  }
  vi.stubGlobal('document', {
    documentElement: {},
    getElementById: (id: string) => find((control) => control.id === id),
    querySelector: (selector: string) =>
      find(({ chosenOf }) => selector === `input[type=radio][name="${chosenOf}"]:checked`),
  })
  vi.stubGlobal('window', { innerHeight: SCREEN.height })
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('getComputedStyle', () => ({ scrollPaddingBlockStart: `${SCREEN.bars}px` }))
})
afterEach(() => vi.unstubAllGlobals())

test('a question is brought into the middle, and its control focused without another scroll', () => {
  controls = [{ id: 'dwelling/floorArea', field: 120 }]
  expect(focusField('dwelling/floorArea')).toBe(true)
  expect(told).toEqual(['scroll dwelling/floorArea center', 'focus dwelling/floorArea'])
})

test('among radios the chosen one is focused, as the keyboard would', () => {
  controls = [
    { id: 'dwelling/floor', field: 400 },
    { id: 'dwelling/floor-tanah', field: 400, chosenOf: 'dwelling/floor' },
  ]
  focusField('dwelling/floor')
  expect(told.at(-1)).toBe('focus dwelling/floor-tanah')
})

test('a question that leaves no room for its label in the middle begins at the top', () => {
  const room = SCREEN.height - 2 * SCREEN.bars
  controls = [{ id: 'assets/held', field: room + 1 }]
  focusField('assets/held')
  expect(told[0]).toBe('scroll assets/held start')
  controls = [{ id: 'assets/held', field: room }]
  focusField('assets/held')
  expect(told[2]).toBe('scroll assets/held center')
})

test('what is no field is brought into view itself', () => {
  controls = [{ id: 'suggestions/household/floor' }]
  expect(focusField('suggestions/household/floor')).toBe(true)
  expect(told).toEqual(['scroll suggestions/household/floor center', 'focus suggestions/household/floor'])
})

test('what is not on this screen says so, and moves nothing', () => {
  controls = []
  expect(focusField('dwelling/floor')).toBe(false)
  expect(told).toEqual([])
})

test('a question that is typed keeps the focus by its label, without the keyboard; others by their control', () => {
  controls = [{ id: 'families/f1/kk', isTyped: true }, { id: 'families/f1/kk-label' }]
  focusQuestion('families/f1/kk')
  controls = [
    { id: 'dwelling/floor' },
    { id: 'dwelling/floor-label' },
    { id: 'dwelling/floor-tanah', chosenOf: 'dwelling/floor' },
  ]
  focusQuestion('dwelling/floor')
  expect(told).toEqual(['focus families/f1/kk-label', 'focus dwelling/floor-tanah'])
})
