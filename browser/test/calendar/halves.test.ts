import { afterEach, describe, expect, it, vi } from "vitest";

const { DateTimeFormat } = Intl;
const NINE = Date.UTC(2026, 1, 3, 9, 30);
const THREE = Date.UTC(2026, 1, 3, 15, 30);

/** Read patterns as somebody does who speaks another language. */
async function speaking(language: string) {
  vi.resetModules();
  const of = function (asked: string | undefined, options: Intl.DateTimeFormatOptions) {
    return new DateTimeFormat(asked ?? language, options);
  };
  vi.stubGlobal("Intl", {
    ...Intl,
    PluralRules: Intl.PluralRules,
    Locale: Intl.Locale,
    DateTimeFormat: of,
  });
  return import("../../src/views/calendar/pattern.js");
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("the halves of a day", () => {
  it.each([
    ["en-US", "9:30 AM", "3:30 PM"],
    ["en-GB", "9:30 am", "3:30 pm"],
    ["ja", "9:30 午前", "3:30 午後"],
    ["ko", "9:30 오전", "3:30 오후"],
    ["ar", "9:30 ص", "3:30 م"],
    ["el", "9:30 π.μ.", "3:30 μ.μ."],
    ["ms", "9:30 PG", "3:30 PTG"],
  ])("have their names in %s", async (language, morning, afternoon) => {
    const { hintOf, read, write } = await speaking(language);
    expect(write(NINE, "h:i K")).toBe(morning);
    expect(write(THREE, "h:i K")).toBe(afternoon);
    for (const time of [NINE, THREE]) {
      expect(read(write(time, "h:i K"), "h:i K", NINE)).toBe(time);
    }
    expect(hintOf("K")).toBe(morning.slice(5));
  });

  it.each(["ja", "es", "ar", "ms"])("are read in English too, in %s", async (language) => {
    const { read, write } = await speaking(language);
    expect(read("3:30 pm", "h:i K", NINE)).toBe(THREE);
    expect(read("9:30 a.m.", "h:i K", NINE)).toBe(NINE);
    expect(read(write(THREE, "h:i K"), "h:i K", NINE)).toBe(THREE);
  });
});
