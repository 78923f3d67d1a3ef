import { expect, test } from 'vitest'
import { createHasher } from './hasher.ts'

test('the hash is over canonical JSON: the order of keys does not matter, RFC 8785 numbers do', async () => {
  const { hashOf } = createHasher()
  expect(await hashOf({ b: 1.0, a: ['x', null] })).toBe(await hashOf({ a: ['x', null], b: 1 }))
  expect(await hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

test('bytes are hashed as they are', async () => {
  const abc = await createHasher().hashOfBytes(new TextEncoder().encode('abc'))
  expect(abc).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
