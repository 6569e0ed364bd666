import { describe, expect, it } from "vitest";
import { stepped } from "../../src/views/calendar/clock.js";
import { placeFor } from "../../src/views/calendar/place.js";

const MINUTE = { size: 60, count: 60 };
const HOUR = { size: 3600, count: 24 };

describe("a step of a clock", () => {
  it.each([
    [MINUTE, "14:31", 15, true, "14:45"],
    [MINUTE, "14:31", 15, false, "14:30"],
    [MINUTE, "14:45", 15, true, "15:00"],
    [MINUTE, "14:00", 15, false, "13:45"],
    [MINUTE, "00:00", 1, false, "23:59"],
    [MINUTE, "23:50", 7, true, "23:56"],
    [MINUTE, "23:56", 7, true, "00:00"],
    [HOUR, "14:20", 3, true, "15:20"],
    [HOUR, "23:20", 1, true, "00:20"],
    [HOUR, "00:20", 5, false, "20:20"],
    [HOUR, "10:00", 100, true, "00:00"],
  ])("of %o from %s by %i (up: %s) is %s", (unit, from, by, up, to) => {
    const read = (words: string) => Number(words.slice(0, 2)) * 3600 + Number(words.slice(3)) * 60;
    expect(stepped(read(from), unit, by, up)).toBe(read(to));
  });

  it("goes back by the other way, and never leaves the day", () => {
    for (let seconds = 0; seconds < 86_400; seconds += 597) {
      for (const unit of [MINUTE, HOUR]) {
        const there = stepped(seconds, unit, 1, true);
        expect(stepped(there, unit, 1, false)).toBe(seconds);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThan(86_400);
      }
    }
  });
});

describe("the place of a panel", () => {
  const page = { width: 390, height: 800 };
  const panel = { width: 280, height: 400 };
  const field = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 40 });

  it.each([
    ["auto", 100, { left: 20, top: 144 }],
    ["auto", 600, { left: 20, top: 196 }],
    ["above", 600, { left: 20, top: 196 }],
    ["above", 100, { left: 20, top: 144 }],
    ["below", 600, { left: 20, top: 196 }],
    ["auto", 380, { left: 20, top: 424, room: 368 }],
    ["above", 390, { left: 20, top: 8, room: 378 }],
  ])("that is %s of a field at %i is %o", (position, top, found) => {
    expect(placeFor(field(20, top), panel, page, position, false)).toEqual(found);
  });

  it.each([
    [{ left: 20, right: 90 }, false, 94],
    [{ left: 310, right: 380 }, false, 106],
    [{ left: 310, right: 380 }, true, 106],
  ])("that has no room above and below is beside %o (mirrored: %s)", (across, mirrored, left) => {
    const low = { width: 400, height: 300 };
    const around = { ...across, top: 130, bottom: 160 };
    expect(placeFor(around, { width: 200, height: 250 }, low, "auto", mirrored).left).toBe(left);
  });

  it("covers its field where it could hardly be seen otherwise", () => {
    const low = { width: 390, height: 480 };
    expect(placeFor(field(20, 220), panel, low, "auto", false)).toEqual({ left: 20, top: 72 });
  });

  it("is on the page on both sides", () => {
    expect(placeFor(field(300, 0), panel, page, "auto", false).left).toBe(102);
    expect(placeFor(field(20, 0), panel, page, "auto", true).left).toBe(8);
  });
});
