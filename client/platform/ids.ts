import { v5, v7 } from 'uuid'
import type { Ids } from '../ports/ids.ts'

export function createIds(): Ids {
  return { uuidv7: () => v7(), uuidv5: (name, namespace) => v5(name, namespace) }
}
