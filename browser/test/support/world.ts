import type {
  Answer,
  Environment,
  PageEvent,
  Request,
  Socket,
  SocketListener,
  Timer,
} from "../../src/transport/environment.js";

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  bufferedAmount = 0;
  readonly sent: string[] = [];
  closedWith: number | undefined | null = null;

  constructor(
    readonly url: string,
    readonly protocols: readonly string[],
    readonly listener: SocketListener,
  ) {}

  send(data: string | Uint8Array): void {
    this.sent.push(String(data));
  }

  close(code?: number): void {
    this.closedWith = code;
  }

  open(): void {
    this.listener.opened();
  }

  receive(message: object): void {
    this.listener.received(JSON.stringify(message));
  }

  end(code = 1006, reason = ""): void {
    this.listener.closed(code, reason);
  }

  /** The messages of one type that were sent. */
  messages(type: string): unknown[] {
    return this.sent
      .map((text) => JSON.parse(text) as { type: string })
      .filter((message) => message.type === type);
  }
}

interface Alarm extends Timer {
  readonly at: number;
  readonly call: () => void;
}

/** A world in which time passes and things happen when the test says so. */
export class World implements Environment {
  readonly origin = "https://shop.example";
  readonly sockets: FakeSocket[] = [];
  readonly requests: (Request & { readonly url: string })[] = [];
  readonly reported: unknown[] = [];
  /** What requests are answered with, in turn; nothing means that no answer can be read. */
  answers: (Partial<{ status: number; body: string }> | undefined)[] = [];
  chance = 0.5;
  refusal: Error | undefined;
  #now = 0;
  #alarms: Alarm[] = [];
  #listeners = new Set<(event: PageEvent) => void>();
  #ids = 0;

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  randomId(): string {
    this.#ids += 1;
    return `id${this.#ids}`;
  }

  after(delayMs: number, call: () => void): Timer {
    const alarm: Alarm = {
      at: this.#now + delayMs,
      call,
      cancel: () => {
        this.#alarms = this.#alarms.filter((other) => other !== alarm);
      },
    };
    this.#alarms.push(alarm);
    return alarm;
  }

  openSocket(url: string, protocols: readonly string[], listener: SocketListener): Socket {
    if (this.refusal !== undefined) throw this.refusal;
    const socket = new FakeSocket(url, protocols, listener);
    this.sockets.push(socket);
    return socket;
  }

  request(url: string, request: Request): Promise<Answer> {
    this.requests.push({ url, ...request });
    const answer = this.answers.shift();
    if (answer === undefined) return Promise.reject(new TypeError("Failed to fetch"));
    const { status = 200, body = '{"ok": true}' } = answer;
    return Promise.resolve({ status, text: () => Promise.resolve(body) });
  }

  watch(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(error: unknown): void {
    this.reported.push(error);
  }

  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  get alarms(): number {
    return this.#alarms.length;
  }

  /** The newest socket. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("no socket was opened");
    return socket;
  }

  tell(event: PageEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Let time pass; what is due happens in order. */
  pass(delayMs: number): void {
    const end = this.#now + delayMs;
    for (;;) {
      const due = this.#alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#now = due.at;
      due.cancel();
      due.call();
    }
    this.#now = end;
  }

  /** Let everything happen that needs no time. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}
