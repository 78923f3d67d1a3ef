/** What stands between a record and the disk. The name of its place is bound to the seal. */
export interface Sealer {
  seal(table: string, id: string, plain: object): Promise<Uint8Array>
  /** What `seal` was given at the same place; rejects where the bytes were sealed for another. */
  open(table: string, id: string, sealed: Uint8Array): Promise<unknown>
  /** As `seal`, for what is bytes already. */
  sealBytes(table: string, id: string, plain: Uint8Array): Promise<Uint8Array>
  /** What `sealBytes` was given at the same place; rejects as `open` does. */
  openBytes(table: string, id: string, sealed: Uint8Array): Promise<Uint8Array>
}
