import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lazily, steadily } from "../../src/views/lazily.js";

/** What cannot be loaded for a number of times. */
function failing(times: number): { load: () => Promise<string>; asked: () => number } {
  let asked = 0;
  return {
    load: async () => {
      asked++;
      await Promise.resolve();
      if (asked <= times) throw new TypeError("the connection is lost");
      return "code";
    },
    asked: () => asked,
  };
}

describe("code that comes when it is needed", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is loaded once", async () => {
    const { load, asked } = failing(0);
    const come = vi.fn();
    const bring = lazily(load);
    bring(come);
    bring(come);
    await vi.advanceTimersByTimeAsync(0);
    expect(come.mock.calls).toEqual([["code"], ["code"]]);
    expect(asked()).toBe(1);
  });

  it("is asked for again by who asks later, and does not come to who has asked before", async () => {
    const { load, asked } = failing(1);
    const [early, late, fail] = [vi.fn(), vi.fn(), vi.fn()];
    const bring = lazily(load);
    bring(early, fail);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fail).toHaveBeenCalledOnce();
    bring(late);
    await vi.advanceTimersByTimeAsync(0);
    expect(late).toHaveBeenCalledWith("code");
    expect(early).not.toHaveBeenCalled();
    expect(asked()).toBe(2);
  });

  it("comes to who waits for it, if it belongs on the page", async () => {
    const { load, asked } = failing(2);
    const [one, other, fail] = [vi.fn(), vi.fn(), vi.fn()];
    const bring = steadily(load);
    bring(one, fail);
    bring(other);
    await vi.advanceTimersByTimeAsync(0);
    expect(fail).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(one.mock.calls).toEqual([["code"]]);
    expect(other.mock.calls).toEqual([["code"]]);
    expect(fail).toHaveBeenCalledOnce();
    expect(asked()).toBe(3);
  });

  it("is not asked for forever", async () => {
    const { load, asked } = failing(Infinity);
    steadily(load)(vi.fn());
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked()).toBe(5);
  });
});
