import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../../shared/survey/document.ts'
import { createHasher } from '../platform/hasher.ts'
import { joinEdits } from './join-edits.ts'

const halfEmoji = '\u{1F3E0}'.slice(0, 1)

test('half an emoji is replaced before it is stored, for no hash can be made of it', async () => {
  const edits = [{ path: 'location/address', to: `Gg. \u{1F3E0} Mawar ${halfEmoji}` }]
  const { patch } = joinEdits({ document: EMPTY_DOCUMENT, conflicts: [] }, {}, edits)
  expect(patch['location/address']?.to).toBe('Gg. \u{1F3E0} Mawar \uFFFD')
  await expect(createHasher().hashOf(patch)).resolves.toHaveLength(64)
})
