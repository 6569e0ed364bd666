import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document/document.js";
import { SharedSessions } from "../../src/session/shared.js";
import type { SharedHandle } from "../../src/session/shared.js";
import type { SessionOptions } from "../../src/transport/session.js";
import { makeDocument } from "../support/session.js";

/** A session that has been opened, as the one that opened it sees it. */
interface Opened {
  readonly options: SessionOptions;
  closed: boolean;
  restarts: number;
}

class Page {
  readonly opened: Opened[] = [];
  readonly sessions: SharedSessions = new SharedSessions((options) => {
    const opened: Opened = { options, closed: false, restarts: 0 };
    this.opened.push(opened);
    return {
      document: undefined,
      kept: undefined,
      close: () => {
        opened.closed = true;
      },
      restart: () => {
        opened.restarts += 1;
      },
    };
  });

  get only(): Opened {
    const [opened] = this.opened;
    if (opened === undefined || this.opened.length > 1) throw new Error("not one session");
    return opened;
  }
}

class Member {
  readonly heard: unknown[] = [];
  readonly handle: SharedHandle;

  constructor(page: Page, token = "t", url = "/app") {
    this.handle = page.sessions.join({
      url,
      token,
      onStatus: (status) => this.heard.push(status),
      onDocument: (document: Document) => this.heard.push(document),
      onError: ({ message }) => this.heard.push(`error: ${message}`),
    });
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("those who name the same session", () => {
  test("open it once and hear the same", () => {
    const page = new Page();
    const members = [new Member(page), new Member(page)];
    const document = makeDocument();
    page.only.options.onStatus("live", "");
    page.only.options.onDocument(document);
    for (const member of members) expect(member.heard).toEqual(["live", document]);
  });

  test("hear what was before them", async () => {
    const page = new Page();
    new Member(page);
    const document = makeDocument();
    page.only.options.onDocument(document);
    page.only.options.onStatus("live", "");
    const late = new Member(page);
    expect(late.heard).toEqual([]);
    await turn();
    expect(late.heard).toEqual([document, "live"]);
  });

  test("close it when the last of them has", () => {
    const page = new Page();
    const [one, two] = [new Member(page), new Member(page)];
    one.handle.close();
    one.handle.close();
    expect(page.only.closed).toBe(false);
    page.only.options.onStatus("live", "");
    expect(one.heard).toEqual([]);
    expect(two.heard.at(-1)).toBe("live");
    two.handle.close();
    expect(page.only.closed).toBe(true);
    new Member(page);
    expect(page.opened).toHaveLength(2);
  });

  test("hear of an error once, by the first that is there", () => {
    const page = new Page();
    const [one, two] = [new Member(page), new Member(page)];
    expect([one.handle.first, two.handle.first]).toEqual([true, false]);
    page.only.options.onError({ message: "a" });
    one.handle.close();
    expect(two.handle.first).toBe(true);
    page.only.options.onError({ message: "b" });
    expect(one.heard).toEqual(["error: a"]);
    expect(two.heard).toEqual(["connecting", "error: b"]);
  });

  test("begin anew together", () => {
    const page = new Page();
    const [one, two] = [new Member(page), new Member(page)];
    page.only.options.onStatus("gone", "");
    two.handle.restart();
    expect(page.only.restarts).toBe(1);
    expect(one.heard).toEqual(["gone", "connecting"]);
    expect(two.heard).toEqual(one.heard);
  });
});

test.each([
  ["another token", "u", "/app"],
  ["another address", "t", "/other"],
])("%s is another session", (_, token, url) => {
  const page = new Page();
  new Member(page);
  new Member(page, token, url);
  expect(page.opened).toHaveLength(2);
});

test("without a token everybody has a session", () => {
  const page = new Page();
  new Member(page, "");
  const fresh = (): SharedHandle =>
    page.sessions.join({
      url: "/app",
      onStatus: () => undefined,
      onDocument: () => undefined,
      onError: () => undefined,
    });
  fresh();
  fresh();
  expect(page.opened).toHaveLength(3);
});

test("a session that was refused is not joined, and is found again when it begins anew", () => {
  const page = new Page();
  const one = new Member(page);
  page.only.options.onStatus("refused", "no");
  const two = new Member(page);
  expect(page.opened).toHaveLength(2);
  two.handle.close();
  one.handle.restart();
  new Member(page);
  expect(page.opened).toHaveLength(2);
});
