import { expect, test } from 'vitest'
import type { AccountId, DeviceId } from '../../shared/ids.ts'
import { createIds } from './ids.ts'
import { createDeviceTraces } from './device-traces.ts'
import { TRACES } from './traced.ts'

const { uuidv7 } = createIds()
const account = uuidv7() as AccountId

function storageWith(text: string | null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value
    },
  }
}

const traceOf = (unsent: number, isLost = false) => ({
  device: uuidv7() as DeviceId,
  account,
  unsent,
  notedAt: '2026-11-23T02:00:00.000Z',
  isLost,
})

test('[D1] the newest word of a device counts, and other devices keep theirs', () => {
  const storage = storageWith(null)
  const [first, second] = [traceOf(1), traceOf(4, true)]
  const traces = createDeviceTraces(storage)
  traces.note(first)
  traces.note(second)
  traces.note({ ...first, unsent: 3 })
  expect(createDeviceTraces(storage).all()).toEqual([second, { ...first, unsent: 3 }])
  // What a start looks for before anything is parsed.
  expect(storage.getItem()).toContain(`"device":"${first.device}"`)
  expect(storage.getItem()).toContain('true')
  traces.forget(second.device)
  expect(traces.all()).toEqual([{ ...first, unsent: 3 }])
})

test('what cannot be read or written is no reason to stop', () => {
  expect(createDeviceTraces(storageWith('{broken')).all()).toEqual([])
  expect(createDeviceTraces(storageWith('[{"device":1}]')).all()).toEqual([])
  const refusing = {
    getItem: () => {
      throw new DOMException('no', 'SecurityError')
    },
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  const traces = createDeviceTraces(refusing)
  traces.note(traceOf(1))
  expect(traces.all()).toEqual([])
  expect(TRACES).toBe('yesjitu-traces')
})
