/** How an embedded document stands. */
export type Status = "connecting" | "live" | "reconnecting" | "refused" | "gone";

/** The detail of the DOM event `docsync:status`. */
export interface StatusDetail {
  readonly status: Status;
  /** Why, in words for people; empty if there is nothing to say. */
  readonly reason: string;
}

/** The detail of the DOM event `docsync:error`: something of the application or of the page failed. */
export interface ErrorDetail {
  /** By which the server's log has it. */
  readonly id?: string;
  readonly message: string;
  /** Only from a server in development. */
  readonly traceback?: string;
}
