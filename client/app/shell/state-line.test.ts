import { expect, test } from 'vitest'
import { fault } from '../../../shared/faults.ts'
import type { SyncState } from '../../ports/sync.ts'
import { formatsOf } from '../../ui/language/formats.ts'
import { wordsIn } from '../../ui/language/language.ts'
import { statusWords } from '../../ui/words.ts'
import { stateLineWords } from '../language/words.ts'
import { stateLineOf } from './state-line.ts'

const now = new Date('2026-11-23T07:05:00Z')
const lastAt = '2026-11-23T02:12:00Z'

function line(state: SyncState, unsent: number, photosLeft: string | null = null) {
  const said = wordsIn(stateLineWords, 'id')
  return stateLineOf(state, unsent, photosLeft, said, wordsIn(statusWords, 'id'), formatsOf('id'), now)
}

test('offline says what waits and when it was sent last', () => {
  const state: SyncState = {
    kind: 'offline',
    fault: fault('unreachable'),
    waiting: 7,
    lastAt,
    retryAt: lastAt,
  }
  expect(line(state, 7)).toEqual({
    sign: 'offline',
    main: 'Luring · 7 belum terkirim',
    detail: 'terakhir kirim 09.12',
  })
})

test('a busy server is no missing network', () => {
  const state: SyncState = { kind: 'offline', fault: fault('busy'), waiting: 7, lastAt, retryAt: lastAt }
  expect(line(state, 7).main).toBe('Server sibuk · 7 belum terkirim')
})

test('it says sent only while nothing waits', () => {
  expect(line({ kind: 'up-to-date', at: lastAt }, 0)).toMatchObject({
    sign: 'sent',
    main: 'Daring · semua terkirim',
  })
  expect(line({ kind: 'up-to-date', at: lastAt }, 1)).toMatchObject({
    sign: 'waiting',
    main: 'Daring · 1 belum terkirim',
  })
})

test('photos that wait are said once no survey does', () => {
  const state: SyncState = { kind: 'up-to-date', at: lastAt }
  expect(line(state, 0, '3 foto menunggu')).toMatchObject({
    sign: 'waiting',
    main: 'Daring · 3 foto menunggu',
  })
  expect(line(state, 2, '3 foto menunggu').main).toBe('Daring · 2 belum terkirim')
})

test('sending counts up, receiving counts after it', () => {
  const base = { kind: 'sending', waiting: 0, lastAt: null } as const
  expect(line({ ...base, sent: 3, total: 7, received: 0, expected: 0 }, 7).main).toBe('Mengirim 3 dari 7')
  expect(line({ ...base, sent: 7, total: 7, received: 250, expected: 1400 }, 0).main).toBe(
    'Menerima 250 dari 1.400',
  )
  expect(line({ ...base, sent: 0, total: 0, received: 0, expected: 0 }, 0)).toMatchObject({
    main: 'Memeriksa kabar baru',
    detail: 'belum pernah kirim',
  })
})

test('what needs a person is no mere offline', () => {
  const state: SyncState = { kind: 'stopped', fault: fault('sequence-gap'), waiting: 2, lastAt }
  expect(line(state, 2)).toMatchObject({
    sign: 'stopped',
    main: 'Kiriman terhenti',
    detail: '2 belum terkirim',
  })
})
