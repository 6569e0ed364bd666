/** What a connection needs of the world; `browser.ts` has the real one, tests have their own. */
export interface Environment {
  /** A clock in milliseconds that never goes back. */
  now(): number;
  /** A number from 0 up to 1. */
  random(): number;
  /** A text of 22 characters that nobody can guess. */
  randomId(): string;
  /** Call the function once, later. */
  after(delayMs: number, call: () => void): Timer;
  /** Open a WebSocket; its listener is called later, never before this returns. */
  openSocket(url: string, protocols: readonly string[], listener: SocketListener): Socket;
  /** Ask by HTTP; rejects where no answer can be read. */
  request(url: string, request: Request): Promise<Answer>;
  /** Where the page comes from. */
  readonly origin: string;
  /** Call the listener when the page comes back, goes, or the network does; returns how to stop that. */
  watch(listener: (event: PageEvent) => void): () => void;
  /** Take note of an exception that belongs to nobody here. */
  report(error: unknown): void;
}

/**
 * `awake`: the page is visible, back from the cache of the browser, or the network is back.
 * `leaving`: the page goes away or into that cache.
 */
export type PageEvent = "awake" | "leaving";

export interface Timer {
  cancel(): void;
}

export interface Request {
  readonly method: "GET" | "POST";
  readonly body?: string;
  /** Whether it is enough to know that somebody answers. */
  readonly opaque: boolean;
}

export interface Answer {
  readonly status: number;
  text(): Promise<string>;
}

/** What happens to a socket. */
export interface SocketListener {
  opened(): void;
  received(data: string | ArrayBuffer): void;
  closed(code: number, reason: string): void;
}

/** The part of a `WebSocket` that is used. */
export interface Socket {
  readonly bufferedAmount: number;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}
