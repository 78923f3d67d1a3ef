import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { Session } from '../../../shared/api/session.ts'
import { fault, type Fault } from '../../../shared/faults.ts'
import type { AccountId, DeviceId } from '../../../shared/ids.ts'
import type { Api } from '../../ports/api.ts'
import type { FieldWork } from '../../ports/field-work.ts'
import type { Installation, KnownDevice } from '../../ports/installation.ts'
import type { SyncEngine } from '../../ports/sync.ts'
import { createSessionModel, type Field, type FieldKit } from './session-model.ts'

function sessionOf(username: string, role: Session['account']['role'] = 'enumerator'): Session {
  return {
    account: { id: `account-${username}` as AccountId, username, name: username, role },
    device: `device-${username}` as DeviceId,
    areas: [],
    receiptKey: 'key',
  }
}

function house(known: Session | null, answers: { session?: Session | Fault; signIn?: Session | Fault }) {
  let current: KnownDevice | null = known && { session: known, lastUsed: '2026-11-23T00:00:00Z' }
  const installation: Installation = {
    current: () => Promise.resolve(current),
    deviceFor: (username) => Promise.resolve(`device-${username}` as DeviceId),
    use: (session) => {
      current = { session, lastUsed: '2026-11-23T00:00:00Z' }
      return Promise.resolve('saved')
    },
    leave: () => {
      current = null
      return Promise.resolve('saved')
    },
  }
  const api = {
    session: () => Promise.resolve(answers.session ?? fault('unreachable')),
    signIn: () => Promise.resolve(answers.signIn ?? fault('wrong-credentials')),
    signOut: () => Promise.resolve(fault('unreachable')),
    sync: () => Promise.resolve(fault('signed-out')),
  } as Partial<Api> as Api
  const sync = vi.fn<SyncEngine['sync']>(() => Promise.resolve())
  const close = vi.fn<() => void>()
  const openField = vi.fn<(session: Session, api: Api) => Promise<Field>>(() =>
    Promise.resolve({
      work: {} as FieldWork,
      sync: { sync } as Partial<SyncEngine> as SyncEngine,
      photosLeft: signal(null),
      kit: () => Promise.resolve({} as FieldKit),
      close,
    }),
  )
  const model = createSessionModel({
    api,
    openInstallation: () => Promise.resolve(installation),
    deviceName: () => Promise.resolve('test'),
    openField,
  })
  return { model, sync, close, openField, current: () => current }
}

test('a known device opens without the network', async () => {
  const { model } = house(sessionOf('rina'), { session: fault('unreachable') })
  await model.open()
  expect(model.state.value.kind).toBe('signed-in')
  expect(model.expired.value).toBe(false)
})

test('an ended session leaves the work open and asks for a sign-in', async () => {
  const { model, sync, openField } = house(sessionOf('rina'), {
    session: fault('signed-out'),
    signIn: sessionOf('rina'),
  })
  await model.open()
  expect(model.state.value.kind).toBe('signed-in')
  expect(model.expired.value).toBe(true)
  expect(await model.signIn('rina', 'x')).toBeNull()
  expect(model.expired.value).toBe(false)
  expect(sync).toHaveBeenCalledTimes(1)
  expect(openField).toHaveBeenCalledTimes(1)
})

test('a cookie of another account counts as ended', async () => {
  const { model } = house(sessionOf('rina'), { session: sessionOf('asep') })
  await model.open()
  expect(model.expired.value).toBe(true)
  expect(model.state.value).toMatchObject({ session: { account: { username: 'rina' } } })
})

test('a sync that finds the session ended is heard too', async () => {
  const { model, openField } = house(sessionOf('rina'), {})
  await model.open()
  const api = openField.mock.calls[0]?.[1]
  await api?.sync({
    protocol: 2,
    device: 'device-rina' as DeviceId,
    epoch: null,
    cursors: {},
    scope: 0,
    changes: [],
  })
  expect(model.expired.value).toBe(true)
})

test('another user on a shared phone gets another device, and the first one’s is closed', async () => {
  const { model, close, openField } = house(sessionOf('rina'), { signIn: sessionOf('asep') })
  await model.open()
  await model.signIn('asep', 'x')
  expect(close).toHaveBeenCalledTimes(1)
  expect(openField.mock.calls[1]?.[0]).toMatchObject({ device: 'device-asep' })
})

test('a wrong password changes nothing', async () => {
  const { model, current } = house(null, { signIn: fault('wrong-credentials') })
  await model.open()
  expect(await model.signIn('rina', 'x')).toEqual(fault('wrong-credentials'))
  expect(model.state.value.kind).toBe('signed-out')
  expect(current()).toBeNull()
})

test('signing out works without the network and keeps nobody in use', async () => {
  const { model, close, current } = house(sessionOf('rina'), {})
  await model.open()
  expect(await model.signOut()).toBeNull()
  expect(model.state.value.kind).toBe('signed-out')
  expect(close).toHaveBeenCalledTimes(1)
  expect(current()).toBeNull()
})

test('only enumerators have a field device', async () => {
  const { model, openField } = house(sessionOf('sri', 'supervisor'), {})
  await model.open()
  expect(openField).not.toHaveBeenCalled()
  expect(model.state.value).toMatchObject({ kind: 'signed-in', field: null })
})

test('storage that cannot be opened is said, not hidden', async () => {
  const { model, openField } = house(sessionOf('rina'), {})
  openField.mockRejectedValueOnce(new Error('denied'))
  await expect(model.open()).rejects.toThrow('denied')
  expect(model.state.value.kind).toBe('failed')
})
