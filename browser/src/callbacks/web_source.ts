/** The sources that pages fetch rows for. A chunk of its own: few documents have one. */
import type { Document } from "../document/document.js";
import type { Model } from "../model/model.js";
import type { Subscription } from "../model/types.js";
import { isRecord } from "../model/value.js";
import { learn } from "../model/vocabulary.js";
import { WEB_SCHEMA } from "../model/web_schema.js";
import { changeHere } from "./here.js";
import { columnsOf, following, lastRows } from "./web_rows.js";

/** Makes columns of an answer, by the code of the application. */
export type Adapt = (adapter: unknown, source: Model, response: unknown) => unknown;

/** So many bytes an answer may have. */
const MAX_BYTES = 20 * 2 ** 20;

/** So many rows are kept of those that are appended, if nobody says how many. */
const MAX_ROWS = 1_000_000;

/** How long an answer may take. */
const PATIENCE_MS = 30_000;

/** How long nobody has to look at a page for it to stop fetching. */
const HIDDEN_MS = 300_000;

/** Requests never follow each other faster than this. */
const LEAST_MS = 20;

/** The longest pause after failures, unless the application's own is longer. */
const LONGEST_MS = 60_000;

/** How long until those who refused to send events are asked again. */
const REFUSED_MS = 15_000;

/** How often those that wait look whether they are still wanted. */
const LOOK_MS = 1_000;

const EVENTS = "ServerSentDataSource";

const watched = new WeakMap<Model, Fetching>();

/** Begin to fetch for a source, unless it is fetched for already. */
export function fetchFor(source: Model, document: Document, adapt: Adapt): void {
  learn(WEB_SCHEMA);
  if (watched.has(source)) return;
  const fetching = new Fetching(source, document, adapt);
  watched.set(source, fetching);
  fetching.start();
}

/** Fetches for one source as long as its document has it. */
class Fetching {
  readonly #source: Model;
  readonly #document: Document;
  readonly #adapt: Adapt;
  readonly #told = new Set<string>();
  readonly #subscription: Subscription;
  readonly #look: ReturnType<typeof setInterval>;
  /** Ends what is under way: a request, the pause before the next, a stream of events. */
  #current: AbortController | undefined;
  #hidden: number | undefined;

  constructor(source: Model, document: Document, adapt: Adapt) {
    this.#source = source;
    this.#document = document;
    this.#adapt = adapt;
    this.#subscription = source.observe((change) => {
      if (change.kind === "set" && FETCHED_BY.test(change.field)) this.start();
    });
    this.#look = setInterval(this.#check, LOOK_MS);
    window.document.addEventListener("visibilitychange", this.#check);
  }

  /** Begin, or begin anew after the source was changed. */
  start(): void {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    void this.#run(current.signal);
  }

  #end(): void {
    this.#current?.abort();
    this.#subscription.cancel();
    clearInterval(this.#look);
    window.document.removeEventListener("visibilitychange", this.#check);
    watched.delete(this.#source);
  }

  readonly #check = (): void => {
    const { editor, models } = this.#document;
    if (editor === undefined || models.get(this.#source.id) !== this.#source) {
      this.#end();
    } else if (!window.document.hidden) {
      this.#hidden = undefined;
      if (this.#current === undefined) this.start();
    } else {
      this.#hidden ??= Date.now();
      const once = this.#source.type !== EVENTS && this.#source.get("polling_interval") === null;
      if (once || Date.now() - this.#hidden < HIDDEN_MS) return;
      this.#current?.abort();
      this.#current = undefined;
    }
  };

  async #run(signal: AbortSignal): Promise<void> {
    try {
      const address = this.#address();
      if (address === undefined) return;
      if (this.#source.type === EVENTS) this.#listen(address, signal);
      else await this.#poll(address, signal);
    } catch (cause) {
      if (!signal.aborted) this.#note(cause);
    }
  }

  /** Return where to fetch from, if anywhere. */
  #address(): string | undefined {
    const told = this.#source.get("data_url");
    if (typeof told !== "string" || told === "") return undefined;
    const { href, protocol } = new URL(told, window.document.baseURI);
    if (protocol !== "http:" && protocol !== "https:") {
      throw new TypeError("the address is not one of http or https");
    }
    return href;
  }

  #listen(address: string, signal: AbortSignal): void {
    const events = new EventSource(address);
    // One after another, however long adapters take.
    let last: Promise<unknown> = Promise.resolve();
    events.onmessage = ({ data }: MessageEvent<string>) => {
      last = last
        .then(() => this.#take(parse(data), signal))
        .catch((cause: unknown) => {
          this.#note(cause);
        });
    };
    events.onerror = () => {
      // Lost connections browsers open again by themselves, but not those that were refused.
      if (events.readyState !== EventSource.CLOSED || signal.aborted) return;
      this.#note("the address gave no stream of events, or the page may not ask there");
      setTimeout(() => {
        if (!signal.aborted) this.#listen(address, signal);
      }, REFUSED_MS);
    };
    signal.addEventListener("abort", () => {
      events.close();
    });
  }

  async #poll(address: string, signal: AbortSignal): Promise<void> {
    let failures = 0;
    let since: string | undefined;
    for (;;) {
      const began = Date.now();
      try {
        const answer = await this.#request(address, since, signal);
        if (answer !== undefined) {
          since = answer.since;
          await this.#take(parse(answer.text), signal);
        }
        failures = 0;
      } catch (cause) {
        if (signal.aborted) return;
        failures += 1;
        this.#note(cause);
      }
      const interval = this.#source.get("polling_interval");
      if (typeof interval !== "number") return;
      const least = Math.max(LEAST_MS, interval);
      const longest = Math.max(least, LONGEST_MS);
      const pause = Math.min(longest, least * 2 ** Math.min(failures, 16));
      // Pages that failed together do not come back together.
      const wait = failures === 0 ? pause : pause * (0.75 + Math.random() / 2);
      await elapsed(Math.max(0, began + wait - Date.now()), signal);
      if (signal.aborted) return;
    }
  }

  async #request(
    address: string,
    since: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly since: string } | undefined> {
    const source = this.#source;
    const told = source.get("http_headers");
    const headers = new Headers({ "Content-Type": String(source.get("content_type")) });
    for (const [name, value] of Object.entries(isRecord(told) ? told : {})) {
      headers.set(name, String(value));
    }
    if (since !== undefined && source.get("if_modified") === true) {
      headers.set("If-Modified-Since", since);
    }
    const answer = await fetch(address, {
      method: String(source.get("method")),
      headers,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    if (answer.status === 304) return undefined;
    if (!answer.ok) throw new Error(`the answer was ${answer.status} ${answer.statusText}`);
    const text = await readAll(answer);
    if (answer.status === 204) return undefined;
    const { headers: got } = answer;
    return { text, since: got.get("Last-Modified") ?? got.get("Date") ?? new Date().toUTCString() };
  }

  /** Show what has come. */
  async #take(response: unknown, signal: AbortSignal): Promise<void> {
    const source = this.#source;
    const adapter = source.get("adapter");
    const fresh = columnsOf(await this.#adapt(adapter, source, response));
    if (signal.aborted) return;
    const limit = source.get("max_size");
    const rollover = typeof limit === "number" ? limit : MAX_ROWS;
    const known = source.get("data");
    const rows =
      source.get("mode") === "append" ? following(known, fresh) : { first: true, columns: fresh };
    const { id } = source;
    if (!rows.first) {
      const { columns } = rows;
      changeHere(this.#document, {
        kind: "columns_streamed",
        model: id,
        field: "data",
        columns,
        rollover,
      });
    } else {
      const value =
        source.get("mode") === "append" ? lastRows(rows.columns, rollover) : rows.columns;
      changeHere(this.#document, { kind: "field_changed", model: id, field: "data", value });
    }
  }

  /** Write to the console what went wrong, once. */
  #note(cause: unknown): void {
    const words = cause instanceof Error ? cause.message : String(cause);
    if (this.#told.has(words)) return;
    this.#told.add(words);
    const url = String(this.#source.get("data_url"));
    console.error(`DocSync: ${this.#source.type} got no rows from ${url}: ${words}`);
  }
}

/** The fields that say what is fetched, and when. */
const FETCHED_BY = /^(?:data_url|polling_interval|method|http_headers|content_type)$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TypeError(`the answer is no JSON (${String(cause)})`, { cause });
  }
}

async function readAll(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_BYTES) {
      void reader.cancel();
      throw new RangeError(`the answer has more than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function elapsed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
