import { expect } from '@playwright/test'
import { COLUMNS, lineOf } from '../../server/features/imports/layout.ts'
import { newId } from '../../server/platform/ids.ts'
import { importSchema } from '../../shared/api/imports.ts'
import type { DeviceId } from '../../shared/ids.ts'
import type { SurveyDocument } from '../../shared/survey/document.ts'
import { signIn, siteOf } from './browser-session.ts'
import { listLinesOf } from './families.ts'
import type { ServerProcess } from './server-process.ts'

/** A list with one family alone, in the enumerator's area. */
export async function importList(server: ServerProcess, listed: SurveyDocument, asOf: string): Promise<void> {
  const admin = await signIn(siteOf(server), 'admin', 'demo-bandung', newId<DeviceId>())
  const list = new Blob([[lineOf(COLUMNS), ...listLinesOf(listed), ''].join('\n')])
  const begun = await admin.post(`/api/imports?name=daftar.csv&asOf=${asOf}`, list)
  const { id } = importSchema.parse(await begun.json())
  await expect
    .poll(async () => importSchema.parse(await (await admin.get(`/api/imports/${id}`)).json()).state)
    .toBe('published')
}
