import { v5 } from 'uuid'
import type { Database } from '../../database/database.ts'
import { newId } from '../../platform/ids.ts'
import { NEWEST_SNAPSHOT } from '../../records/household-store.ts'
import type { AssignedArea } from '../../../shared/api/session.ts'
import type { Stream } from '../../../shared/population/area.ts'
import { nikHintOf, type NikHints } from '../../../shared/sync/nik-hint.ts'

type Kept = { readonly moment: string; readonly hints: readonly string[] }

export type NikHintReader = {
  /** Hints for each kelurahan of which the areas hold some RW but not all; lets others have their turn meanwhile. */
  read: (areas: readonly AssignedArea[]) => Promise<readonly NikHints[]>
}

/** Which NIK may be known in a kelurahan, a stream at a time. Rule [N9] of SPEC.md. */
export function createNikHintReader(database: Database): NikHintReader {
  const master = masterKey(database)
  const newest = database.query<{ id: string }>(NEWEST_SNAPSHOT)
  const lastSeq = database.query<{ seq: number | null }>('select max(seq) as seq from feed where stream = ?')
  const streamsOf = database.query<{ name: Stream; rw: string }>(
    'select name, rw from stream where kelurahan = ? order by name',
  )
  const numbers = database.query<{ nik: string }>(
    `with document (document) as (
       select document from listed_household where snapshot_id = ?1 and stream = ?2
       union all
       select document from register_household where stream = ?2 and to_period is null and state <> 'gone'
       union all
       select document from survey where kelurahan = ?3 and rw = ?4 and status <> 'folded'
     )
     select distinct member.value ->> 'nik' as nik
     from document, json_each(document.document, '$.members') member
     where nik is not null and member.value ->> 'removed' is null`,
  )
  const kept = new Map<Stream, Kept>()

  function hintsOf(stream: Stream, key: string): readonly string[] {
    const snapshot = newest.get()?.id ?? ''
    // Whatever changes in a stream is announced in it, or published with a list.
    const moment = `${snapshot} ${lastSeq.get(stream)?.seq ?? 0}`
    const before = kept.get(stream)
    if (before?.moment === moment) return before.hints
    const hints = numbers
      .all(snapshot, stream, ...stream.split('/'))
      .map(({ nik }) => nikHintOf(v5Of, key, nik))
    kept.set(stream, { moment, hints })
    return hints
  }

  return {
    read: async (areas) => {
      const found: NikHints[] = []
      for (const kelurahan of new Set(areas.map((area) => area.kelurahan))) {
        const held = new Set(areas.filter((area) => area.kelurahan === kelurahan).map(({ rw }) => rw))
        if (held.has(null)) continue
        const key = v5(kelurahan, master)
        const hints = new Set<string>()
        for (const { name, rw } of streamsOf.all(kelurahan)) {
          if (held.has(rw)) continue
          for (const hint of hintsOf(name, key)) hints.add(hint)
          await new Promise((resume) => setImmediate(resume))
        }
        found.push({ code: kelurahan, key, hints: [...hints].sort().join('') })
      }
      return found
    },
  }
}

const v5Of = (name: string, namespace: string) => v5(name, namespace)

/** Made once, so that hints of one day can be compared with another's. */
function masterKey(database: Database): string {
  const find = database.query<{ value: string }>(`select value from setting where key = 'nik-hint-key'`)
  const insert = database.command(
    `insert into setting (key, value) values ('nik-hint-key', ?) on conflict (key) do nothing`,
  )
  return find.get()?.value ?? database.write((tx) => (insert(tx, newId()), find.get()?.value ?? ''))
}
