import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leastSpans } from "../../src/views/figure/aspect.js";
import type { Extent } from "../../src/views/figure/range.js";
import { ViewRange } from "../../src/views/figure/view_range.js";
import { MemoryModel } from "../memory_model.js";
import "../../src/views/figure/held.js";

/** A figure's range on a page: it is computed for each frame. */
class Page {
  readonly range: ViewRange;

  constructor(
    readonly model: MemoryModel,
    public data: Extent = { low: 0, high: 10 },
  ) {
    this.range = new ViewRange(model, undefined);
    this.frame();
  }

  frame(): void {
    this.range.update(() => this.data);
  }

  /** Show other data, as the next frame does. */
  show(low: number, high: number): void {
    this.replace(low, high);
    this.frame();
  }

  replace(low: number, high: number): void {
    this.data = { low, high };
    this.range.renewed = true;
  }

  /** Set an end or both, as somebody elsewhere does: every one of them moves the range. */
  set(ends: { start?: number; end?: number }): void {
    for (const [name, value] of Object.entries(ends)) {
      this.model.set(name, value);
      this.range.update(() => this.data);
    }
  }

  get ends(): readonly [number, number] {
    return [this.range.ends.start, this.range.ends.end];
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function following(fields: Record<string, unknown> = {}): MemoryModel {
  return new MemoryModel("DataRange1d", { range_padding: 0, ...fields });
}

/** Return a page that has told its ends. */
function told(model = following()): Page {
  const page = new Page(model);
  vi.runAllTimers();
  page.frame();
  return page;
}

describe("ends that a callback sets", () => {
  it("stay with the data that come at the same time, whichever is first", () => {
    const page = told();
    for (const [at, first] of ["data", "ends", "data", "ends"].entries()) {
      const base = 1000 * (at + 1);
      const ends = { start: base + 20, end: base + 60 };
      if (first === "ends") page.set(ends);
      page.replace(base, base + 100);
      if (first === "data") page.set(ends);
      page.frame();
      vi.runAllTimers();
      page.frame();
      expect(page.ends).toEqual([base + 20, base + 60]);
    }
  });

  it("wait for data that are still to come", () => {
    const page = told();
    page.set({ start: 200, end: 300 });
    page.frame();
    page.show(0, 11);
    expect(page.ends).toEqual([200, 300]);
    page.show(0, 210);
    page.show(0, 12);
    expect(page.ends).toEqual([0, 12]);
  });

  it("follow once data that were between them are beyond them", () => {
    const page = told();
    page.set({ start: 2, end: 6 });
    page.frame();
    page.show(5, 20);
    expect(page.ends).toEqual([2, 6]);
    page.show(Infinity, -Infinity);
    expect(page.ends).toEqual([2, 6]);
    page.show(100, 110);
    expect(page.ends).toEqual([100, 110]);
  });

  it("are freed one by one", () => {
    const page = told();
    page.set({ start: 2, end: 6 });
    page.frame();
    page.replace(100, 110);
    page.set({ start: 104 });
    page.frame();
    expect(page.ends).toEqual([104, 110]);
  });

  it("leave an end alone that the application gave from the start", () => {
    const page = told(following({ start: 0 }));
    page.set({ end: 6 });
    page.frame();
    page.show(100, 110);
    expect(page.ends).toEqual([0, 110]);
  });

  it("are told anew all at once, so that pages that do so together agree", () => {
    const model = following();
    const pages = [told(model), told(model)];
    pages[0]?.set({ start: 2, end: 6 });
    for (const page of pages) page.frame();
    model.sent.length = 0;
    for (const page of pages) page.show(100, 110);
    expect(model.sent).toEqual([]);
    vi.runAllTimers();
    const whole = { start: 100, end: 110, computed: [100, 110] };
    expect(model.sent.length).toBeGreaterThan(0);
    for (const values of model.sent) expect(values).toEqual(whole);
  });
});

describe("a range that follows its data", () => {
  const shown = (fields: Record<string, unknown>, low = 0, high = 10): readonly [number, number] =>
    new Page(new MemoryModel("DataRange1d", fields), { low, high }).ends;

  it.each<readonly [string, Record<string, unknown>, readonly [number, number]]>([
    ["adds a share", { range_padding: 0.2 }, [-1, 11]],
    ["adds units", { range_padding: 3, range_padding_units: "absolute" }, [-3, 13]],
    ["begins where it is to", { range_padding: 0, start: -7 }, [-7, 10]],
    ["ends where it is to", { range_padding: 0, end: 7 }, [0, 7]],
    ["follows the end", { range_padding: 0, follow: "end", follow_interval: 4 }, [6, 10]],
    ["follows the start", { range_padding: 0, follow: "start", follow_interval: 4 }, [0, 4]],
    ["runs backwards", { range_padding: 0, flipped: true }, [10, 0]],
    ["keeps within bounds", { range_padding: 0, bounds: [2, 8] }, [2, 8]],
    ["shows no less", { range_padding: 0, min_interval: 20 }, [-5, 15]],
    ["shows no more", { range_padding: 0, max_interval: 4 }, [3, 7]],
  ])("%s", (_, fields, expected) => {
    expect(shown(fields)).toEqual(expected);
  });

  it("shows so much around what is all alike", () => {
    expect(shown({ default_span: 6 }, 5, 5)).toEqual([2, 8]);
    expect(shown({}, 5, 5)).toEqual([4, 6]);
  });

  it("follows some renderers, or only what is to be seen", () => {
    const [one, other] = [new MemoryModel("GlyphRenderer"), new MemoryModel("GlyphRenderer")];
    const follows = (fields: Record<string, unknown>, renderer = one, visible = true): boolean =>
      new Page(new MemoryModel("DataRange1d", fields)).range.follows({ renderer, visible });
    expect(follows({ renderers: [one] })).toBe(true);
    expect(follows({ renderers: [one] }, other)).toBe(false);
    expect(follows({ renderers: "auto" }, other, false)).toBe(true);
    expect(follows({ renderers: "auto", only_visible: true }, other, false)).toBe(false);
  });
});

describe("a range", () => {
  it("of factors has the room between them that its author wants", () => {
    const factors = [
      ["a", "p", "1"],
      ["a", "p", "2"],
      ["a", "q", "1"],
      ["b", "p", "1"],
    ];
    const places = (fields: Record<string, unknown>): unknown =>
      new ViewRange(new MemoryModel("FactorRange", { factors, ...fields }), undefined).factors
        ?.places;
    const none = { factor_padding: 0, subgroup_padding: 0, group_padding: 0 };
    expect(places(none)).toEqual([0.5, 1.5, 2.5, 3.5]);
    expect(places({ ...none, factor_padding: 1 })).toEqual([0.5, 2.5, 3.5, 4.5]);
    expect(places({ ...none, subgroup_padding: 1 })).toEqual([0.5, 1.5, 3.5, 4.5]);
    expect(places({ ...none, group_padding: 1 })).toEqual([0.5, 1.5, 2.5, 4.5]);
  });

  it("is reset to where it began, or to where its author wants", () => {
    const reset = (fields: Record<string, unknown>): unknown => {
      const model = new MemoryModel("Range1d", { start: 0, end: 10, ...fields });
      const range = new ViewRange(model, undefined);
      model.setAll({ start: 3, end: 4 });
      range.reset(() => ({ low: 0, high: 1 }));
      return [model.get("start"), model.get("end")];
    };
    expect(reset({})).toEqual([0, 10]);
    expect(reset({ reset_start: -5, reset_end: 5 })).toEqual([-5, 5]);
  });

  it("is as long as another one where a unit is to be as long in both directions", () => {
    const unit = { start: 0, end: 10 };
    const wide = { width: 200, height: 100 };
    expect(leastSpans(unit, unit, wide, 1)).toEqual({ x: 20, y: 0 });
    expect(leastSpans(unit, unit, { width: 100, height: 200 }, 1)).toEqual({ x: 0, y: 20 });
    expect(leastSpans(unit, unit, wide, 2)).toEqual({ x: 0, y: 10 });
  });
});
