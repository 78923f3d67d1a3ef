import { expect, test } from 'vitest'
import { createLocator } from './locator.ts'

type Answer = GeolocationCoordinates | 'no place'

/** A device that answers so; it counts how often it was asked. */
function device(answer: Answer, state: PermissionState | 'unknown') {
  let asked = 0
  const geolocation: Pick<Geolocation, 'getCurrentPosition'> = {
    getCurrentPosition: (found, failed) => {
      asked += 1
      if (answer === 'no place') failed?.({ code: 3 } as GeolocationPositionError)
      else found({ coords: answer } as GeolocationPosition)
    },
  }
  const permissions: Pick<Permissions, 'query'> = {
    query: () =>
      state === 'unknown'
        ? Promise.reject(new TypeError('geolocation is no name here'))
        : Promise.resolve({ state } as PermissionStatus),
  }
  return { locator: createLocator(geolocation as Geolocation, permissions), asked: () => asked }
}

const HERE = { latitude: -6.876543, longitude: 107.58321, accuracy: 12 } as GeolocationCoordinates

test('a glance says where the device is, once the person has allowed it', async () => {
  const { locator } = device(HERE, 'granted')
  expect(await locator.glance()).toEqual({ latitude: -6.876543, longitude: 107.58321, accuracyM: 12 })
})

test.each(['prompt', 'denied', 'unknown'] as const)('nobody is asked for a glance: %s', async (state) => {
  const { locator, asked } = device(HERE, state)
  expect(await locator.glance()).toBeNull()
  expect(asked()).toBe(0)
})

test('a glance that finds no place is none', async () => {
  expect(await device('no place', 'granted').locator.glance()).toBeNull()
})
