import { describe, expect, it } from "vitest";
import { chromeColor, sizeOf } from "../../src/views/figure/palette.js";
import { MemoryModel } from "../memory_model.js";

function color(fields: Record<string, unknown>): string | undefined {
  return chromeColor(new MemoryModel("Figure", fields), "border_fill_color", "token");
}

describe("the colour of what surrounds the data", () => {
  it("is the page's own where the author left the default", () => {
    expect(color({})).toBe("token");
  });

  it("is the author's, even one that is the default elsewhere", () => {
    expect(color({ border_fill_color: "black" })).toBe("black");
    expect(color({ border_fill_color: "white" })).toBe("white");
    expect(color({ border_fill_color: [1, 2, 3] })).toBe("rgb(1 2 3)");
  });

  it("is none where there is to be none", () => {
    expect(color({ border_fill_color: null })).toBeUndefined();
  });
});

describe("the size of a font", () => {
  it.each([
    ["12px Sans", 12],
    ["italic 600 72px Sans", 72],
    ["700 10.5px 'Font 3000'", 10.5],
  ])("of %s is %d", (font, size) => {
    expect(sizeOf(font)).toBe(size);
  });
});
