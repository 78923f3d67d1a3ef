import { expect, test } from 'vitest'
import { cameraFault, createCamera } from './camera.ts'

const failure = (name: string) => Object.assign(new Error(name), { name })

test.each([
  ['NotAllowedError', 'camera-refused'],
  ['NotFoundError', 'no-camera'],
  ['OverconstrainedError', 'no-camera'],
  ['NotReadableError', 'camera-busy'],
])('%s of the browser is said as %s', (name, code) => {
  expect(cameraFault(failure(name))).toEqual({ fault: code })
})

test('anything else is a bug', () => {
  expect(() => cameraFault(failure('TypeError'))).toThrow('TypeError')
})

test('a browser without cameras has none', async () => {
  expect(await createCamera(undefined).open(null, () => {})).toEqual({ fault: 'no-camera' })
})

/** A device with these cameras; the one asked for, or the first, is in use. */
function devicesWith(ids: readonly string[]) {
  const track = Object.assign(new EventTarget(), { stopped: false, stop: () => {}, getSettings: () => ({}) })
  return {
    track,
    devices: {
      getUserMedia: ({ video }: { video: { deviceId?: { exact: string } } }) => {
        track.getSettings = () => ({ deviceId: video.deviceId?.exact ?? ids[0] })
        track.stop = () => (track.stopped = true)
        return Promise.resolve({ getVideoTracks: () => [track] })
      },
      enumerateDevices: () =>
        Promise.resolve([
          { kind: 'audioinput', deviceId: 'mic' },
          ...ids.map((deviceId) => ({ kind: 'videoinput', deviceId })),
        ]),
    } as unknown as MediaDevices,
  }
}

test('the switch goes round all cameras, and there is none for a single one', async () => {
  const { devices } = devicesWith(['back', 'front'])
  const camera = createCamera(devices)
  expect(await camera.open(null, () => {})).toMatchObject({ other: 'front' })
  expect(await camera.open('front', () => {})).toMatchObject({ other: 'back' })
  expect(await createCamera(devicesWith(['only']).devices).open(null, () => {})).toMatchObject({
    other: null,
  })
})

test('closing releases the camera; that it was taken away is heard', async () => {
  const { devices, track } = devicesWith(['back'])
  let lost = 0
  const opened = await createCamera(devices).open(null, () => (lost += 1))
  if ('fault' in opened) throw new Error(opened.fault)
  track.dispatchEvent(new Event('ended'))
  expect(lost).toBe(1)
  opened.close()
  expect(track.stopped).toBe(true)
})
