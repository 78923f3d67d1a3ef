import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { changeSchema } from './change.ts'
import { PROTOCOL_VERSION, syncReplySchema } from './protocol.ts'
import { syncRequestSchema } from './request.ts'

// A wire change cannot slip by: released files are never edited; a new protocol version gets new ones.
test.each([
  ['change', changeSchema],
  ['sync-request', syncRequestSchema],
  ['sync-reply', syncReplySchema],
] as const)('the %s of this protocol version is the one that was released', async (name, schema) => {
  const written = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), null, 2)
  await expect(`${written}\n`).toMatchFileSnapshot(`./wire/v${PROTOCOL_VERSION}/${name}.json`)
})
