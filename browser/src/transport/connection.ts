import { decodeMessage, encodeMessage } from "../protocol/index.js";
import type { Welcome } from "../protocol/index.js";
import type { SyncState } from "../session/sync.js";
import { Backoff } from "./backoff.js";
import type { Environment, PageEvent, Socket, Timer } from "./environment.js";
import { TRANSITIONS } from "./link.js";
import type { LinkEvent, LinkState } from "./link.js";
import { Liveness } from "./liveness.js";
import { probe } from "./probe.js";
import type { Credential } from "./probe.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

const OPEN_TIMEOUT_MS = 10_000;
/** The application builds its document meanwhile. */
const GREETING_TIMEOUT_MS = 60_000;
/** A connection that lived so long was a good one: the next failure is not a repeated one. */
const SETTLED_MS = 5_000;
/** More than this waits in the queue, where it can still collapse, and not in the socket. */
const MAX_BUFFERED = 256 * 1024;
const DRAIN_MS = 50;

/** How a session stands, for those who look at it. */
export type SessionStatus = "connecting" | "live" | "reconnecting" | "refused" | "gone";

export interface ConnectionOptions {
  readonly environment: Environment;
  /** The app's address by http or https, without a slash at the end. */
  readonly url: string;
  readonly token?: string;
  /** The key of a session that this page was in before it was loaded again. */
  readonly resume?: string;
  readonly sync: SyncState;
  /** Told about every change, with words for people where there are any. */
  readonly onStatus: (status: SessionStatus, reason: string) => void;
  /** Told that the page is to be loaded again; returns whether it is. */
  readonly onPageChanged: () => boolean;
}

/**
 * Keeps a session's socket open as long as that makes sense: spec/protocol.md sections 2 and 10.
 *
 * What the messages mean is the business of the `SyncState`.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #environment: Environment;
  readonly #sync: SyncState;
  readonly #backoff: Backoff;
  readonly #liveness: Liveness;
  readonly #unwatch: () => void;
  #state: LinkState = "idle";
  #socket: Socket | undefined;
  #timer: Timer | undefined;
  #resumeKey: string | undefined;
  #liveSinceMs = 0;
  #admitted = false;
  #faulty = false;
  #leaving = false;
  #pumping = false;
  #pings = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#environment = options.environment;
    this.#sync = options.sync;
    this.#resumeKey = options.resume;
    this.#backoff = new Backoff(() => this.#environment.random());
    this.#liveness = new Liveness(
      this.#environment,
      () => {
        this.#ping();
      },
      () => {
        this.#closed(1006, "");
      },
    );
    this.#unwatch = this.#environment.watch((event) => {
      this.#pageChanged(event);
    });
  }

  get state(): LinkState {
    return this.#state;
  }

  /** What lets this page back into the session, once it was let in. */
  get resumeKey(): string | undefined {
    return this.#resumeKey;
  }

  /** Make the first attempt. */
  start(): void {
    this.#connect("");
  }

  /** Send what waits, as soon as the page has done what it does now. */
  wake(): void {
    if (!this.#pumping) {
      this.#pumping = true;
      queueMicrotask(() => {
        this.#pumping = false;
        this.#pump();
      });
    }
  }

  /** Say goodbye and do nothing any more. */
  close(): void {
    this.#end();
  }

  #advance(event: LinkEvent): void {
    const next = TRANSITIONS[this.#state][event];
    if (next === undefined) {
      throw new Error(`${event} came while ${this.#state}`);
    }
    this.#state = next;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  // Opening

  #connect(reason: string): void {
    this.#options.onStatus(this.#admitted ? "reconnecting" : "connecting", reason);
    this.#attempt();
  }

  #attempt(): void {
    this.#advance("connect");
    try {
      this.#socket = this.#openSocket();
    } catch (error) {
      this.#finish({ kind: "refused", reason: `The browser refused to connect: ${String(error)}` });
      return;
    }
    this.#timer = this.#environment.after(OPEN_TIMEOUT_MS, () => {
      this.#closed(1006, "");
    });
  }

  #openSocket(): Socket {
    // Sockets that we have let go of may still have something to say.
    const ifCurrent = (call: () => void): void => {
      if (this.#socket === socket) {
        call();
      }
    };
    const url = `${this.#options.url}/ws`.replace(/^http/, "ws");
    const socket: Socket = this.#environment.openSocket(url, this.#protocols(), {
      opened: () => {
        ifCurrent(() => {
          this.#opened();
        });
      },
      received: (data) => {
        ifCurrent(() => {
          this.#received(data);
        });
      },
      closed: (code, reason) => {
        ifCurrent(() => {
          this.#closed(code, reason);
        });
      },
    });
    return socket;
  }

  #protocols(): string[] {
    const credential = this.#credential();
    if ("resume" in credential) {
      return ["docsync.v1", `docsync.resume.${credential.resume}`];
    }
    return "token" in credential
      ? ["docsync.v1", `docsync.token.${credential.token}`]
      : ["docsync.v1"];
  }

  #credential(): Credential {
    if (this.#resumeKey !== undefined) {
      return { resume: this.#resumeKey };
    }
    return this.#options.token === undefined ? {} : { token: this.#options.token };
  }

  #opened(): void {
    this.#advance("opened");
    this.#socket?.send(this.#sync.open());
    this.#timer = this.#environment.after(GREETING_TIMEOUT_MS, () => {
      this.#closed(1006, "");
    });
  }

  // Messages

  #received(data: string | ArrayBuffer): void {
    this.#liveness.heard();
    try {
      const message = decodeMessage(data);
      this.#sync.receive(message);
      if (message.type === "welcome") {
        this.#welcomed(message);
      }
    } catch (error) {
      this.#violated(error);
      return;
    }
    if (this.#state === "greeting" && this.#sync.state === "live") {
      this.#advance("lived");
      this.#liveSinceMs = this.#environment.now();
      this.#options.onStatus("live", "");
    }
    this.#pump();
  }

  #welcomed(welcome: Welcome): void {
    this.#resumeKey = welcome.resume;
    this.#admitted = true;
    this.#liveness.start(welcome.ping_ms);
  }

  /** The server broke the rules: what we hold may be wrong, so begin anew, once. */
  #violated(error: unknown): void {
    this.#environment.report(error);
    const reason = `The server sent what this page does not understand: ${String(error)}`;
    this.#hangUp(4400);
    this.#sync.forget();
    this.#decide({ kind: "once", reason });
  }

  #pump(): void {
    const socket = this.#socket;
    if (socket === undefined || this.#state !== "live") {
      return;
    }
    while (socket.bufferedAmount <= MAX_BUFFERED) {
      const payload = this.#sync.take();
      if (payload === undefined) {
        return;
      }
      socket.send(payload);
    }
    this.#timer?.cancel();
    this.#timer = this.#environment.after(DRAIN_MS, () => {
      this.#pump();
    });
  }

  #ping(): void {
    this.#pings += 1;
    this.#socket?.send(encodeMessage({ type: "ping", n: this.#pings }));
  }

  // Endings

  #closed(code: number, reason: string): void {
    const unopened = this.#state === "connecting";
    this.#hangUp(undefined);
    if (unopened) {
      this.#probe();
    } else {
      this.#decide(verdictOf(code, reason));
    }
  }

  /** Let go of the socket, whatever state it is in. */
  #hangUp(code: number | undefined): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#liveness.stop();
    socket?.close(code);
    this.#sync.lost();
  }

  #probe(): void {
    this.#advance("unopened");
    const { url } = this.#options;
    const attempt = { url, credential: this.#credential(), admitted: this.#admitted };
    probe(this.#environment, attempt).then(
      (verdict) => {
        if (this.#state === "probing") {
          this.#decide(verdict);
        }
      },
      (error: unknown) => {
        this.#environment.report(error);
      },
    );
  }

  #decide(verdict: Verdict): void {
    if (this.#state === "live" && this.#environment.now() - this.#liveSinceMs >= SETTLED_MS) {
      this.#backoff.reset();
      this.#faulty = false;
    }
    if (verdict.kind === "renewed") {
      this.#renew(verdict.page);
    } else if (verdict.kind === "gone" && !this.#admitted && this.#resumeKey !== undefined) {
      // The session from before did not wait for us.
      this.#resumeKey = undefined;
      this.#wait("");
    } else if (verdict.kind === "retry") {
      if (verdict.soon) {
        this.#backoff.reset();
      }
      this.#wait(verdict.reason);
    } else if (verdict.kind === "once" && !this.#faulty) {
      this.#faulty = true;
      this.#wait(verdict.reason);
    } else {
      this.#finish(verdict);
    }
  }

  /** Come back without a word: whoever works on the application sees it change, and nothing else. */
  #renew(page: boolean): void {
    if (page && this.#options.onPageChanged()) {
      this.#end();
      return;
    }
    this.#advance("lost");
    if (!this.#leaving) {
      this.#attempt();
    }
  }

  #wait(reason: string): void {
    this.#advance("lost");
    this.#options.onStatus(this.#admitted ? "reconnecting" : "connecting", reason);
    // A page that goes away must not come back by itself.
    if (!this.#leaving) {
      this.#timer = this.#environment.after(this.#backoff.next(), () => {
        this.#connect(reason);
      });
    }
  }

  #finish(verdict: Exclude<Verdict, { kind: "retry" | "renewed" }>): void {
    this.#end();
    if (verdict.kind === "gone") {
      this.#options.onStatus("gone", verdict.reason);
    } else if (verdict.kind !== "replaced") {
      this.#options.onStatus("refused", verdict.reason);
    }
  }

  #end(): void {
    if (this.#state === "ended") {
      return;
    }
    this.#advance("end");
    this.#unwatch();
    this.#hangUp(1000);
  }

  #pageChanged(event: PageEvent): void {
    this.#leaving = event === "leaving";
    if (event === "leaving") {
      return;
    }
    if (this.#state === "waiting") {
      this.#backoff.reset();
      this.#connect("");
    } else {
      this.#liveness.doubt();
    }
  }
}
