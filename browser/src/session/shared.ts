import type { Document } from "../document/document.js";
import type { SessionStatus } from "../transport/connection.js";
import type { Kept, SessionHandle, SessionOptions } from "../transport/session.js";

/** A session as one of those sees it that show it. */
export interface SharedHandle extends SessionHandle {
  /** Whether this is the one that speaks for all on the page: what concerns everybody is said once. */
  readonly first: boolean;
}

type Open = (options: SessionOptions) => SessionHandle;

/**
 * The sessions of a page: those who ask for the same one get the same one.
 *
 * They share its connection, its document and its fate, and it ends when the last of them has closed it. What they
 * have to agree in is the address and the token; without a token everybody has a session of their own. A session that
 * has ended by itself is no longer found.
 */
export class SharedSessions {
  readonly #open: Open;
  readonly #shared = new Map<string, Shared>();

  constructor(open: Open) {
    this.#open = open;
  }

  join(options: SessionOptions): SharedHandle {
    const key = JSON.stringify([options.url, options.token]);
    const named = options.token !== undefined;
    const known = named ? this.#shared.get(key) : undefined;
    const shared = known ?? new Shared(options, this.#open);
    if (named) shared.onStanding = this.#keeper(key, shared);
    return shared.add(options);
  }

  #keeper(key: string, shared: Shared): (stands: boolean) => void {
    const keep = (stands: boolean): void => {
      const found = this.#shared.get(key);
      if (stands) this.#shared.set(key, found ?? shared);
      else if (found === shared) this.#shared.delete(key);
    };
    keep(true);
    return keep;
  }
}

class Shared {
  /** Called when the session begins, and when it has ended. */
  onStanding: (stands: boolean) => void = () => undefined;

  readonly #members = new Set<SessionOptions>();
  readonly #session: SessionHandle;
  #status: SessionStatus = "connecting";
  #reason = "";
  #document: Document | undefined;

  constructor(options: SessionOptions, open: Open) {
    this.#session = open({
      ...options,
      onStatus: (status, reason) => {
        this.#stand(status, reason);
      },
      onDocument: (document) => {
        this.#document = document;
        this.#tell((member) => {
          member.onDocument(document);
        });
      },
      onError: (info) => {
        this.#first?.onError(info);
      },
    });
  }

  add(member: SessionOptions): SharedHandle {
    this.#members.add(member);
    const welcome = (): void => {
      if (!this.#members.has(member)) return;
      if (this.#document !== undefined) member.onDocument(this.#document);
      member.onStatus(this.#status, this.#reason);
    };
    // Those who come later are told what the others have heard.
    if (this.#members.size > 1) queueMicrotask(welcome);
    const document = (): Document | undefined => this.#session.document;
    const kept = (): Kept | undefined => this.#session.kept;
    const isFirst = (): boolean => this.#first === member;
    return {
      get document() {
        return document();
      },
      get kept() {
        return kept();
      },
      get first() {
        return isFirst();
      },
      close: () => {
        this.#remove(member);
      },
      restart: () => {
        this.#document = undefined;
        this.#session.restart();
        this.#stand("connecting", "");
      },
    };
  }

  get #first(): SessionOptions | undefined {
    const [first] = this.#members;
    return first;
  }

  #stand(status: SessionStatus, reason: string): void {
    this.#status = status;
    this.#reason = reason;
    this.onStanding(status !== "refused" && status !== "gone");
    this.#tell((member) => {
      member.onStatus(status, reason);
    });
  }

  #remove(member: SessionOptions): void {
    if (!this.#members.delete(member)) return;
    if (this.#members.size === 0) {
      this.onStanding(false);
      this.#session.close();
      return;
    }
    // Another one speaks for all now.
    this.#first?.onStatus(this.#status, this.#reason);
  }

  #tell(call: (member: SessionOptions) => void): void {
    for (const member of [...this.#members]) if (this.#members.has(member)) call(member);
  }
}
