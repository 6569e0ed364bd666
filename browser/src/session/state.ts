/** Where a client is in its conversation with the server. */
export type ClientState = "offline" | "greeting" | "syncing" | "live";

/** What moves it on: the connection, and the messages of the server by their meaning. */
export type ClientEvent =
  "open" | "lost" | "begun" | "resumed" | "snapshot" | "patch" | "ack" | "error" | "pong";

/** The states that follow; any other pair is against the protocol. */
export const TRANSITIONS: Readonly<
  Record<ClientState, Readonly<Partial<Record<ClientEvent, ClientState>>>>
> = {
  // No connection. Edits wait.
  offline: { open: "greeting", lost: "offline" },
  // Hello is sent, welcome has not come.
  greeting: {
    begun: "syncing",
    resumed: "live",
    error: "greeting",
    pong: "greeting",
    lost: "offline",
  },
  // Welcome has come, and the document that we had, if any, is not the server's.
  syncing: { snapshot: "live", error: "syncing", pong: "syncing", lost: "offline" },
  // The document follows the server; edits are sent.
  live: {
    snapshot: "live",
    patch: "live",
    ack: "live",
    error: "live",
    pong: "live",
    lost: "offline",
  },
};

/** Return the next state, or nothing if the event must not happen now. */
export function advance(state: ClientState, event: ClientEvent): ClientState | undefined {
  return TRANSITIONS[state][event];
}
