/** Other open pages of this installation. */
export interface Tabs {
  tell(message: unknown): void
  /** Only what other pages tell; the answer stops listening. */
  listen(hear: (message: unknown) => void): () => void
}
