/** What stands between a record and the disk. The name of its place is bound to the seal. */
export interface Sealer {
  seal(table: string, id: string, plain: object): Promise<Uint8Array>
  /**
   * What `seal` was given for each of these, in their order; null where the bytes were sealed for another place, or
   * cannot be read. All at once, because a list is thousands of records.
   */
  openAll(
    table: string,
    records: readonly { readonly id: string; readonly sealed: Uint8Array }[],
  ): Promise<readonly ({ readonly plain: unknown } | null)[]>
  /** As `seal`, for what is bytes already. */
  sealBytes(table: string, id: string, plain: Uint8Array): Promise<Uint8Array>
  /** What `sealBytes` was given at the same place; rejects where `openAll` gives null. */
  openBytes(table: string, id: string, sealed: Uint8Array): Promise<Uint8Array>
}
