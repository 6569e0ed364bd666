import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PlotEvents } from "../../src/views/figure/events.js";
import { MemoryModel } from "../memory_model.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it.each([
  [undefined, 500],
  [80, 80],
])("A movement has ended once a figure rests: lod_timeout %s", (lod_timeout, rest) => {
  const subscribed_events = ["lodstart", "lodend"];
  const fields = lod_timeout === undefined ? {} : { lod_timeout };
  const model = new MemoryModel("Figure", { subscribed_events, ...fields });
  const events = new PlotEvents(model, () => undefined);
  const told = (): unknown[] => model.sent.map(({ event }) => event);
  events.moved();
  vi.advanceTimersByTime(rest - 1);
  events.moved();
  vi.advanceTimersByTime(rest - 1);
  expect(told()).toEqual(["lodstart"]);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual(["lodstart", "lodend"]);
});
