export type Hint = 'reconnected' | 'disconnected' | 'shown' | 'service-worker'

/** Hints that it may be worth trying the server now: to send, or to find out that it is gone. Never believed: only a reply tells the truth. */
export interface Connectivity {
  listen(hear: (hint: Hint) => void): () => void
  /** Asks the browser for the hint `service-worker` once there is a network, where it can. */
  askForWake(): void
}
