import { describe, expect, test, vi } from "vitest";
import type { Document } from "../../src/document/document.js";
import type { ErrorInfo } from "../../src/session/sync.js";
import { TRANSITIONS } from "../../src/transport/link.js";
import { openSession } from "../../src/transport/session.js";
import type { Kept, SessionHandle } from "../../src/transport/session.js";
import { SCHEMA, SNAPSHOT, WELCOME } from "../support/session.js";
import { World } from "../support/world.js";

class Page {
  readonly world = new World();
  readonly statuses: [string, string][] = [];
  readonly documents: Document[] = [];
  readonly errors: ErrorInfo[] = [];
  readonly session: SessionHandle;

  reloads = 0;

  constructor(options: { token?: string; kept?: Kept; reloadable?: boolean } = {}) {
    this.session = openSession(
      {
        url: "https://docs.example/docsync/sliders/",
        tab: "tab",
        ...options,
        onStatus: (status, reason) => this.statuses.push([status, reason]),
        onDocument: (document) => this.documents.push(document),
        onError: (info) => this.errors.push(info),
        onPageChanged: () => {
          this.reloads += 1;
          return options.reloadable ?? false;
        },
      },
      SCHEMA,
      this.world,
    );
  }

  get status(): string | undefined {
    return this.statuses.at(-1)?.[0];
  }

  get reason(): string | undefined {
    return this.statuses.at(-1)?.[1];
  }

  /** Become live, for the first time or again. */
  begin(): this {
    this.world.socket.open();
    this.world.socket.receive(WELCOME);
    if (this.documents.length === 0) this.world.socket.receive(SNAPSHOT);
    return this;
  }
}

describe("opening", () => {
  test.each([
    [{ token: "abc.def" }, ["docsync.v1", "docsync.token.abc.def"]],
    [{}, ["docsync.v1"]],
  ])("offers %o as subprotocols", (options, protocols) => {
    const { world } = new Page(options);
    expect(world.socket.url).toBe("wss://docs.example/docsync/sliders/ws");
    expect(world.socket.protocols).toEqual(protocols);
  });

  test("gives the document when it has arrived, then tells that it is live", () => {
    const page = new Page();
    page.world.socket.open();
    page.world.socket.receive(WELCOME);
    expect(page.session.document).toBeUndefined();
    page.world.socket.receive(SNAPSHOT);
    expect(page.documents).toEqual([page.session.document]);
    expect(page.statuses).toEqual([
      ["connecting", ""],
      ["live", ""],
    ]);
  });

  test("comes back with the resume key and keeps the document", () => {
    const page = new Page({ token: "t" }).begin();
    page.world.socket.end();
    expect(page.status).toBe("reconnecting");
    page.world.pass(1000);
    expect(page.world.socket.protocols).toEqual(["docsync.v1", "docsync.resume.r.k"]);
    page.begin();
    expect(page.world.socket.messages("hello")).toMatchObject([{ epoch: "e1", revision: 3 }]);
    expect(page.status).toBe("live");
    expect(page.documents).toHaveLength(1);
  });

  test("a socket that the browser refuses to open is final", () => {
    const world = new World();
    world.refusal = new Error("insecure");
    const statuses: string[] = [];
    openSession(
      {
        url: "http://a/b",
        onStatus: (status) => statuses.push(status),
        onDocument: () => undefined,
        onError: () => undefined,
      },
      SCHEMA,
      world,
    );
    expect(statuses).toEqual(["connecting", "refused"]);
    expect(world.watched).toBe(false);
  });
});

describe("edits", () => {
  test("of one moment leave as one message", async () => {
    const page = new Page().begin();
    const slider = page.session.document?.model(1);
    slider?.set("value", 2);
    slider?.set("value", 3);
    await page.world.rest();
    expect(page.world.socket.messages("patch")).toMatchObject([
      { seq: 1, changes: [{ value: 3 }] },
    ]);
  });

  test("wait while the socket is full", async () => {
    const page = new Page().begin();
    page.world.socket.bufferedAmount = 1_000_000;
    page.session.document?.model(1)?.set("value", 2);
    await page.world.rest();
    expect(page.world.socket.messages("patch")).toEqual([]);
    page.world.socket.bufferedAmount = 0;
    page.world.pass(50);
    expect(page.world.socket.messages("patch")).toHaveLength(1);
  });

  test("that wait leave when the connection is back", async () => {
    const page = new Page().begin();
    page.world.socket.end();
    page.session.document?.model(1)?.set("value", 2);
    await page.world.rest();
    page.world.pass(1000);
    page.begin();
    expect(page.world.socket.messages("patch")).toHaveLength(1);
  });

  test("after the end are errors", () => {
    const page = new Page().begin();
    const slider = page.session.document?.model(1);
    page.session.close();
    expect(() => slider?.set("value", 2)).toThrow(/belongs to no session/);
  });
});

describe("close codes", () => {
  test.each([1000, 1001, 1005, 1006, 1011, 1012, 4408])("%i reconnects", (code) => {
    const page = new Page().begin();
    page.world.socket.end(code);
    expect(page.status).toBe("reconnecting");
    page.world.pass(30_000);
    expect(page.world.sockets).toHaveLength(2);
  });

  test.each([
    [1007, "no JSON", "refused", "no JSON"],
    [1009, "", "refused", "too big"],
    [4400, "gap", "refused", "gap"],
    [4410, "", "gone", ""],
    [4429, "8 watch", "refused", "8 watch"],
    [4500, "ZeroDivisionError", "refused", "ZeroDivisionError"],
  ])("%i %s ends as %s", (code, words, status, reason) => {
    const page = new Page().begin();
    page.world.socket.end(code, words);
    expect(page.status).toBe(status);
    expect(page.reason).toContain(reason);
    expect([page.world.watched, page.world.alarms]).toEqual([false, 0]);
  });

  test("4409 ends in silence", () => {
    const page = new Page().begin();
    page.world.socket.end(4409);
    expect(page.status).toBe("live");
    expect([page.world.watched, page.world.alarms]).toEqual([false, 0]);
  });

  test("1002 reconnects once, then reports", () => {
    const page = new Page().begin();
    page.world.socket.end(1002);
    page.world.pass(1000);
    page.begin();
    page.world.socket.end(1002, "bad frame");
    expect(page.statuses.at(-1)).toEqual([
      "refused",
      "The server found a fault in the connection: bad frame",
    ]);
  });

  test("a message against the protocol begins anew once, then reports", () => {
    const page = new Page().begin();
    page.world.socket.receive({ type: "nonsense" });
    expect(page.world.socket.closedWith).toBe(4400);
    page.world.pass(1000);
    page.world.socket.open();
    expect(page.world.socket.messages("hello")[0]).not.toHaveProperty("epoch");
    page.world.socket.receive({ type: "nonsense" });
    expect(page.status).toBe("refused");
    expect(page.world.reported).toHaveLength(2);
  });
});

describe("attempts", () => {
  test("come less and less often, and reset when the connection was good", () => {
    const page = new Page().begin();
    page.world.chance = 0.999;
    const gaps: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      page.world.socket.end();
      const before = page.world.now();
      while (page.world.sockets.length < attempt + 2) page.world.pass(10);
      gaps.push(page.world.now() - before);
      page.world.socket.open();
    }
    expect(gaps[0]).toBeLessThanOrEqual(250);
    expect(gaps[3]).toBeGreaterThan(1500);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
    page.world.socket.receive(WELCOME);
    page.world.pass(6_000);
    page.world.socket.end();
    page.world.pass(250);
    expect(page.world.sockets).toHaveLength(12);
  });

  test("are made at once when the page or the network is back", () => {
    const page = new Page().begin();
    page.world.chance = 0.999;
    page.world.socket.end();
    page.world.tell("awake");
    expect(page.world.sockets).toHaveLength(2);
  });

  test("stop while the page leaves", () => {
    const page = new Page().begin();
    page.world.tell("leaving");
    page.world.socket.end();
    page.world.pass(100_000);
    expect(page.world.sockets).toHaveLength(1);
    page.world.tell("awake");
    expect(page.world.sockets).toHaveLength(2);
  });

  test("an opening that hangs is given up", async () => {
    const page = new Page();
    page.world.pass(10_000);
    await page.world.rest();
    expect(page.world.requests[0]).toMatchObject({ method: "POST" });
    page.world.pass(1000);
    expect(page.world.sockets).toHaveLength(2);
  });
});

describe("a silent connection", () => {
  test("is asked, and lives if anything answers", () => {
    const page = new Page().begin();
    page.world.pass(30_000);
    expect(page.world.socket.messages("ping")).toHaveLength(1);
    page.world.socket.receive({ type: "pong", n: 1 });
    page.world.pass(29_000);
    expect(page.status).toBe("live");
    expect(page.world.socket.messages("ping")).toHaveLength(1);
  });

  test("is dead if nothing answers for 5 s", () => {
    const page = new Page().begin();
    page.world.pass(34_999);
    expect(page.status).toBe("live");
    page.world.pass(1);
    expect(page.status).toBe("reconnecting");
  });

  test("is asked at once when the page is back", () => {
    const page = new Page().begin();
    page.world.tell("awake");
    expect(page.world.socket.messages("ping")).toHaveLength(1);
    page.world.pass(5_000);
    expect(page.status).toBe("reconnecting");
  });

  test("is not asked while there are messages", () => {
    const page = new Page().begin();
    for (let turn = 0; turn < 10; turn += 1) {
      page.world.pass(20_000);
      page.world.socket.receive({ type: "error", id: "7", message: "failed" });
    }
    expect(page.world.socket.messages("ping")).toHaveLength(0);
    expect(page.errors).toHaveLength(10);
  });
});

describe("ends", () => {
  test("closing says goodbye and leaves nothing behind", () => {
    const page = new Page().begin();
    page.session.close();
    expect(page.world.socket.closedWith).toBe(1000);
    expect([page.world.watched, page.world.alarms]).toEqual([false, 0]);
  });

  test("a restart is a new peer with a new document", () => {
    const page = new Page({ token: "t" }).begin();
    page.world.socket.end(4410);
    page.session.restart();
    expect(page.world.socket.protocols).toEqual(["docsync.v1", "docsync.token.t"]);
    page.world.socket.open();
    expect(page.world.socket.messages("hello")).toEqual([
      { type: "hello", protocol: 1, tab: "id1" },
    ]);
    page.world.socket.receive(WELCOME);
    page.world.socket.receive(SNAPSHOT);
    expect(page.documents).toHaveLength(2);
    expect(page.documents[0]).not.toBe(page.documents[1]);
  });

  test("what is done to a document before the next one comes is no error", () => {
    const page = new Page({ token: "t" }).begin();
    const slider = page.session.document?.roots[0];
    page.session.restart();
    slider?.set("value", 7);
    expect(slider?.get("value")).toBe(7);
    expect(page.world.socket.sent).toHaveLength(0);
  });

  test("every state can end", () => {
    for (const events of Object.values(TRANSITIONS)) {
      expect(events.end).toBe("ended");
    }
  });
});

describe("development", () => {
  const RENEWED = { ...WELCOME, epoch: "e2", revision: 0, seq: null };

  function comeBack(page: Page): void {
    page.world.socket.open();
    page.world.socket.receive(RENEWED);
    page.world.socket.receive({ ...SNAPSHOT, epoch: "e2", revision: 0, title: "New" });
  }

  test.each([4411, 4412])("returns at once and without a word after %i", (code) => {
    const page = new Page({ token: "t" }).begin();
    page.world.socket.end(code, "code");
    expect(page.world.socket.protocols).toEqual(["docsync.v1", "docsync.resume.r.k"]);
    expect(page.status).toBe("live");
    comeBack(page);
    expect(page.statuses.map(([status]) => status)).not.toContain("reconnecting");
    expect(page.documents).toHaveLength(2);
    expect(page.session.document?.title).toBe("New");
    expect(page.reloads).toBe(code === 4412 ? 1 : 0);
  });

  test("says so if it cannot return", () => {
    const page = new Page({ token: "t" }).begin();
    page.world.socket.end(4411, "code");
    page.world.socket.open();
    page.world.socket.end(1006, "");
    expect(page.status).toBe("reconnecting");
  });

  test("leaves it to a page that loads itself again", () => {
    const page = new Page({ token: "t", reloadable: true }).begin();
    const { socket } = page.world;
    socket.end(4412, "page");
    expect(page.world.socket).toBe(socket);
    expect(page.session.kept).toEqual({ tab: "tab", resume: "r.k" });
  });

  test("a page that was loaded again is in its session as before", () => {
    const page = new Page({ token: "t", kept: { tab: "before", resume: "k" } });
    expect(page.world.socket.protocols).toEqual(["docsync.v1", "docsync.resume.k"]);
    page.begin();
    expect(page.world.socket.messages("hello")).toMatchObject([{ tab: "before" }]);
  });

  test("a session that has ended meanwhile gives way to that of the page", async () => {
    const page = new Page({ token: "t", kept: { tab: "before", resume: "k" } });
    page.world.answers = [{ status: 410, body: '{"error": "session_gone", "message": "it is"}' }];
    page.world.socket.end();
    await vi.waitFor(() => {
      page.world.pass(1000);
      expect(page.world.sockets).toHaveLength(2);
    });
    expect(page.world.socket.protocols).toEqual(["docsync.v1", "docsync.token.t"]);
    expect(page.begin().status).toBe("live");
  });
});
