export interface Hasher {
  /** SHA-256, in hex, over the canonical JSON (RFC 8785) of a value. */
  hashOf(value: unknown): Promise<string>
  /** SHA-256, in hex, over bytes as they are. */
  hashOfBytes(bytes: Uint8Array): Promise<string>
}
