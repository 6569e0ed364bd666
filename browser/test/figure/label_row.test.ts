import { describe, expect, it } from "vitest";
import type { Policy, Side } from "../../src/views/figure/label_row.js";
import { breakWords } from "../../src/views/figure/lines.js";
import {
  depthOf,
  gapOf,
  keepApart,
  leaveOut,
  rowOf,
  turnOn,
} from "../../src/views/figure/label_row.js";
import type { WordStyle } from "../../src/views/figure/words.js";
import { coverOf } from "../../src/views/figure/words.js";

// Outside of a browser every letter is 7 px wide.
const STYLE: WordStyle = { font: "10px x", size: 10, color: "red", alpha: 1, lineHeight: 1.2 };

function row(
  side: Side,
  words: readonly string[],
  places: readonly number[],
  orientation: unknown = "horizontal",
): ReturnType<typeof rowOf> {
  return rowOf({ side, style: STYLE, turn: turnOn(side, orientation), standoff: 5 }, words, places);
}

function shown(policy: Policy, words: readonly string[], places: readonly number[]): string[] {
  return leaveOut(row("below", words, places), policy, 4).labels.map((label) => label.words);
}

describe("words that are longer than the frame", () => {
  it("keep the lines that they were given", () => {
    const given = (words: string): string | undefined =>
      breakWords(row("below", [words], [0]), 82).labels[0]?.words;
    expect(given("one\ntwo\naaaaaaa bbbbbbb")).toBe("one\ntwo\naaaaaaa bbbbbbb");
    expect(given("one two\naaaaaaa bbbbbbb ccccccc")).toBe("one two\naaaaaaa…");
    expect(given("one\ntwo\nthree\naaaaaaa bbbbbbb ccccccc")).toBe("one\ntwo\nthree\naaaaaaa…");
  });

  const title = row("below", ["a title of many words that goes on and on"], [0]);

  it("stand in two lines, of which the last is cut if there were more", () => {
    expect(breakWords(title, 200).labels[0]?.words).toBe(
      "a title of many words that goes\non and on",
    );
    expect(breakWords(title, 90).labels[0]?.words).toBe("a title of many\nwords that goes…");
    // 15 letters and the dots are wider than 15 letters.
    const two = row("below", ["aaaaaaa aaaaaaa bbbbbbb bbbbbbb ccccccc"], [0]);
    expect(breakWords(two, 82).labels[0]?.words).toBe("aaaaaaa aaaaaaa\nbbbbbbb…");
    expect(depthOf(breakWords(title, 200))).toBe(depthOf(title) + 12);
  });

  it("stay as they are where they have room, or stand across it", () => {
    expect(breakWords(title, 300)).toBe(title);
    const upright = row("below", ["a title of many words"], [0], "vertical");
    expect(breakWords(upright, 30)).toBe(upright);
  });
});

describe("words", () => {
  it("stand across or along their axis, or turned", () => {
    expect(turnOn("below", "horizontal").angle).toBe(0);
    expect(turnOn("left", "horizontal").angle).toBe(0);
    expect(turnOn("left", "parallel").angle).toBeCloseTo(-Math.PI / 2);
    expect(turnOn("right", "parallel").angle).toBeCloseTo(Math.PI / 2);
    expect(turnOn("below", "vertical").angle).toBeCloseTo(Math.PI / 2);
    expect(turnOn("above", "normal").angle).toBeCloseTo(-Math.PI / 2);
  });

  it("that rise end at their tick below the frame, and begin there above it", () => {
    const below = coverOf("four", STYLE, turnOn("below", Math.PI / 4));
    expect(below.left).toBeLessThan(-18);
    expect(below.right).toBeLessThan(8);
    const above = coverOf("four", STYLE, turnOn("above", Math.PI / 4));
    expect(above.right).toBeGreaterThan(18);
    expect(above.left).toBeGreaterThan(-8);
  });

  it("that are turned need the room of their other side", () => {
    expect(depthOf(row("below", ["four"], [0]))).toBeCloseTo(5 + 12 + 3);
    expect(depthOf(row("below", ["four"], [0], "vertical"))).toBeCloseTo(5 + 28 + 3);
    expect(depthOf(row("left", ["four"], [0]))).toBeCloseTo(5 + 28 + 3);
    expect(depthOf(row("left", ["four"], [0], "vertical"))).toBeCloseTo(5 + 12 + 3);
    expect(depthOf(row("below", ["a\nb"], [0]))).toBeCloseTo(5 + 24 + 3);
    expect(depthOf(row("below", [""], [0]))).toBe(0);
  });
});

describe("labels", () => {
  it("stand apart if there is a gap between each and the next", () => {
    const words = ["one", "three", "one"];
    // 21 px and 35 px wide: half of both is 28 px.
    expect(keepApart(row("below", words, [0, 38, 76]), 10)).toBe(true);
    expect(keepApart(row("below", words, [0, 37, 76]), 10)).toBe(false);
    expect(keepApart(row("below", words, [76, 38, 0]), 10)).toBe(true);
    expect(keepApart(row("left", words, [0, 22, 44]), 10)).toBe(true);
    expect(keepApart(row("left", words, [0, 21, 44]), 10)).toBe(false);
    expect(keepApart(row("below", ["alone"], [0]), 10)).toBe(true);
  });

  it("are left out at equal distances", () => {
    const words = ["aaa", "bbb", "ccc", "ddd", "eee"];
    expect(shown("even", words, [0, 30, 60, 90, 120])).toEqual(words);
    expect(shown("even", words, [0, 20, 40, 60, 80])).toEqual(["aaa", "ccc", "eee"]);
    expect(shown("even", words, [0, 10, 20, 30, 40])).toEqual(["aaa", "ddd"]);
    expect(shown("even", words, [0, 0.1, 0.2, 0.3, 0.4])).toEqual(["aaa"]);
  });

  it("lie as near as lines of a text where they are turned", () => {
    const names = ["2015", "2016", "2017", "2015", "2016", "2017"];
    const places = [0, 17, 34, 51, 68, 85];
    for (const orientation of [1, "vertical", Math.PI / 2]) {
      const turned = row("below", names, places, orientation);
      expect(leaveOut(turned, "even", gapOf("below", turned.turn)).labels).toHaveLength(6);
    }
    const flat = row("below", names, places);
    expect(leaveOut(flat, "even", gapOf("below", flat.turn)).labels).toHaveLength(2);
  });

  it("come nearer to each other where somebody has chosen their places", () => {
    const turned = row("below", ["2015", "2016", "2017"], [0, 13, 26], 1);
    expect(leaveOut(turned, "even", gapOf("below", turned.turn, true)).labels).toHaveLength(3);
    const upright = row("left", ["Mon", "Tue", "Wed"], [0, 15, 30]);
    expect(leaveOut(upright, "even", gapOf("left", upright.turn, true)).labels).toHaveLength(3);
    expect(leaveOut(upright, "even", gapOf("left", upright.turn)).labels).toHaveLength(2);
  });

  it("are all there, or as many as fit, if somebody wants that", () => {
    const words = ["aaa", "bbb", "ccc", "d"];
    expect(shown("all", words, [0, 5, 10, 15])).toEqual(words);
    expect(shown({ least: 5 }, words, [0, 20, 27, 45])).toEqual(["aaa", "ccc"]);
  });
});
