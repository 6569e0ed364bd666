import { describe, expect, test } from "vitest";
import { probe } from "../../src/transport/probe.js";
import type { Attempt } from "../../src/transport/probe.js";
import { World } from "../support/world.js";

const ATTEMPT: Attempt = {
  url: "https://docs.example/docsync/sliders",
  credential: { token: "t" },
  admitted: false,
};

function refusal(status: number, error: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ error, message: "words" }) };
}

async function judged(
  answers: World["answers"],
  attempt: Partial<Attempt> = {},
): Promise<{ verdict: unknown; world: World }> {
  const world = new World();
  world.answers = answers;
  return { verdict: await probe(world, { ...ATTEMPT, ...attempt }), world };
}

test("asks the same question by HTTP", async () => {
  const { world } = await judged([{}]);
  expect(world.requests).toEqual([
    {
      url: "https://docs.example/docsync/sliders/ws",
      method: "POST",
      body: '{"token":"t"}',
      opaque: false,
    },
  ]);
});

describe("answers", () => {
  test.each([
    ["the upgrade would be accepted", {}, "retry", "does a proxy stop it"],
    ["a forged token", refusal(403, "bad_token"), "refused", "words"],
    ["an expired token", refusal(403, "expired_token"), "refused", "Reload the page"],
    ["no such app", refusal(404, "unknown_app"), "refused", "words"],
    ["a session that is gone", refusal(410, "session_gone"), "gone", ""],
    ["a full server", refusal(503, "too_many_sessions"), "retry", "words"],
    ["a proxy without a server", { status: 502, body: "<html>" }, "retry", "status 502"],
  ])("%s", async (_, answer, kind, reason) => {
    const { verdict } = await judged([answer]);
    expect(verdict).toMatchObject({ kind, reason: expect.stringContaining(reason) as string });
  });

  test("a resume key of a server that has ended is a session that is gone", async () => {
    const { verdict } = await judged([refusal(403, "bad_token")], { credential: { resume: "k" } });
    expect(verdict).toMatchObject({ kind: "gone" });
  });
});

describe("no answer", () => {
  test("from a server that is there means that the origin is not allowed", async () => {
    const { verdict, world } = await judged([undefined, {}, undefined]);
    expect(world.requests[1]).toMatchObject({
      url: "https://docs.example/docsync/healthz",
      opaque: true,
    });
    expect(verdict).toEqual({
      kind: "refused",
      reason:
        "The server does not let pages of https://shop.example in. " +
        "Whoever runs it can allow them with --allow-websocket-origin shop.example",
    });
  });

  test("at all means that the server cannot be reached", async () => {
    const { verdict } = await judged([undefined, undefined]);
    expect(verdict).toMatchObject({ kind: "retry", reason: "The server cannot be reached." });
  });

  test("to a page that was let in before is no refusal", async () => {
    const { verdict, world } = await judged([undefined, {}, {}], { admitted: true });
    expect(verdict).toMatchObject({ kind: "retry" });
    expect(world.requests).toHaveLength(1);
  });

  test("from the page's own server is no matter of origins", async () => {
    const { world } = await judged([undefined, {}], {
      url: "https://shop.example/docsync/sliders",
    });
    expect(world.requests).toHaveLength(1);
  });

  test("from a server that comes up meanwhile is none", async () => {
    const { verdict } = await judged([undefined, {}, {}]);
    expect(verdict).toMatchObject({ kind: "retry" });
  });
});
