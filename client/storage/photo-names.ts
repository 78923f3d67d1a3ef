import type { Dexie } from 'dexie'

/** Hashes of all photos on the device, without their bytes. */
export async function photoNames(database: Dexie): Promise<readonly string[]> {
  return (await database.table('photos').toCollection().primaryKeys()) as string[]
}
