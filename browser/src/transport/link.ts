/** Where a connection is, from its first attempt to its end. */
export type LinkState =
  "idle" | "connecting" | "greeting" | "live" | "probing" | "waiting" | "ended";

export type LinkEvent = "connect" | "opened" | "lived" | "unopened" | "lost" | "end";

/** The states that follow; any other pair is a fault of ours. */
export const TRANSITIONS: Readonly<
  Record<LinkState, Readonly<Partial<Record<LinkEvent, LinkState>>>>
> = {
  idle: { connect: "connecting", end: "ended" },
  // A socket is being opened.
  connecting: { opened: "greeting", unopened: "probing", lost: "waiting", end: "ended" },
  // It is open, and the document is on its way.
  greeting: { lived: "live", lost: "waiting", end: "ended" },
  live: { lost: "waiting", end: "ended" },
  // It did not open, and the server is asked why.
  probing: { lost: "waiting", end: "ended" },
  // For the next attempt.
  waiting: { connect: "connecting", end: "ended" },
  ended: { end: "ended" },
};
