import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeList } from '../../server/demo/generate/generate-list.ts'
import { newId } from '../../server/platform/ids.ts'
import { importSchema } from '../../shared/api/imports.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { signIn, siteOf } from '../../tests/support/browser-session.ts'
import { listLinesOf } from '../../tests/support/families.ts'
import { startServer, type ServerProcess } from '../../tests/support/server-process.ts'

/** Where the demo's enumerator works. */
const KELURAHAN = '32.73.01.1001'
const SEED = 7

/** The built product with a synthetic list of so many households in one enumerator's areas, these families among them. */
export async function startField(
  households: number,
  families: readonly SurveyDocument[],
): Promise<ServerProcess> {
  const server = await startServer()
  const directory = mkdtempSync(join(tmpdir(), 'yesjitu-bench-'))
  try {
    const path = join(directory, 'daftar.txt')
    await writeList(
      { households: households - families.length, seed: SEED, kelurahan: [KELURAHAN] },
      createWriteStream(path),
    )
    const list = [readFileSync(path, 'utf8').trimEnd(), ...families.flatMap(listLinesOf), ''].join('\n')
    await importList(server, list)
    return server
  } catch (error) {
    await server.end()
    throw error
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function importList(server: ServerProcess, list: string): Promise<void> {
  const admin = await signIn(siteOf(server), 'admin', 'demo-bandung', newId<DeviceId>())
  const begun = await admin.post('/api/imports?name=daftar.txt&asOf=2025-11-30', new Blob([list]))
  const { id } = importSchema.parse(await begun.json())
  for (;;) {
    const { state } = importSchema.parse(await (await admin.get(`/api/imports/${id}`)).json())
    if (state === 'published') return
    if (state === 'failed') throw new Error('the list could not be imported')
    await pause(100)
  }
}
