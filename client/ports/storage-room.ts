/** Bytes that the browser lets this app use, and uses already; both are estimates. */
export type StorageRoom = { readonly quota: number; readonly usage: number }
