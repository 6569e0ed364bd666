import { describe, expect, it } from "vitest";
import type { Axis } from "../../src/views/figure/axis.js";
import { extras } from "../../src/views/figure/extras.js";
import type { Label } from "../../src/views/figure/label_row.js";
import { rowOf, turnOn } from "../../src/views/figure/label_row.js";
import type { Plot } from "../../src/views/figure/plot.js";
import "../../src/views/figure/short.js";

// Outside of a browser every letter is 7 px wide.
const style = { font: "10px x", size: 10, color: "red", alpha: 1, lineHeight: 1.2 };

/** Return names as they are where each has so much room. */
function cut(names: readonly string[], room: number, most = Infinity): string[] {
  const turn = turnOn("below", "horizontal");
  const places = names.map((_, at) => at * room);
  const row = rowOf({ side: "below", style, turn, standoff: 5 }, names, places);
  const axis = { side: "below", most } as unknown as Axis;
  const rooms = names.map(() => room);
  return (extras.cut?.(axis, row, rooms).labels ?? []).map(({ words }: Label) => words);
}

describe("names without room", () => {
  it("end where their room does", () => {
    expect(cut(["Mathematics", "Art"], 50)).toEqual(["Mathem…", "Art"]);
  });

  it("stay whole where hardly a letter would be left, or little would be saved", () => {
    expect(cut(["W", "G0", "G1", "abc"], 5)).toEqual(["W", "G0", "G1", "abc"]);
    expect(cut(["Group 1", "Group 2"], 20)).toEqual(["Group 1", "Group 2"]);
    expect(cut(["A name that goes on and on"], 20)).toEqual(["A n…"]);
  });

  it("keep letters whole that are made of many characters", () => {
    const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";
    expect(cut([`${family}${family}${family}${"x".repeat(80)}`], 20)).toEqual([
      `${family}${family}${family}…`,
    ]);
  });
});

it("What is said of shortened names ends with their being shortened", () => {
  const listeners: ((event: unknown) => void)[] = [];
  const host = {
    title: "",
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.push(listener),
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
  };
  const axis = { side: "left", most: 0, factorAt: () => "Mathematics" } as unknown as Axis;
  const plot = {
    source: { axes: [axis] },
    canvas: { parentElement: host },
    axisAt: () => ({ axis, value: 0.5 }),
  } as unknown as Plot;
  const row = rowOf(
    { side: "left", style, turn: turnOn("left", "horizontal"), standoff: 5 },
    ["Mathematics"],
    [0],
  );
  const told = (width: number): string => {
    extras.limit?.(plot, { width, height: 100 });
    extras.cut?.(axis, row);
    for (const listener of listeners) listener({ currentTarget: host, clientX: 1, clientY: 1 });
    return host.title;
  };
  expect(told(100)).toBe("Mathematics");
  expect(told(900)).toBe("");
});
