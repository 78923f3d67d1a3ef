/** Ids are born on the device: in time order (RFC 9562 version 7), or from a name (version 5). */
export interface Ids {
  uuidv7(): string
  uuidv5(name: string, namespace: string): string
}
