import type { Dexie, Table } from 'dexie'
import type { Upload, UploadStore } from '../ports/uploads.ts'

type UploadRow = Omit<Upload, 'sha256'> & { readonly id: string }
type Choice = { readonly id: 'onlyOnWifi'; readonly isOn: boolean }

/**
 * How far each photo is on its way to the server. Rows stand open: they hold hashes, ids and sizes, as the rows of
 * the photos themselves do.
 */
export function createUploadStore(database: Dexie): UploadStore {
  const photos = database.table<object, string>('photos')
  const uploads = database.table('uploads') as Table<UploadRow, string>
  const choices = database.table('uploadChoices') as Table<Choice, string>
  return {
    kept: async () => new Set(await photos.toCollection().primaryKeys()),
    all: async () => (await uploads.toArray()).map(({ id, ...row }) => ({ ...row, sha256: id })),
    put: async (rows) =>
      void (await uploads.bulkPut(rows.map(({ sha256, ...row }) => ({ ...row, id: sha256 })))),
    remove: (sha256s) => uploads.bulkDelete([...sha256s]),
    onlyOnWifi: async () => (await choices.get('onlyOnWifi'))?.isOn ?? false,
    setOnlyOnWifi: async (isOn) => void (await choices.put({ id: 'onlyOnWifi', isOn })),
  }
}
