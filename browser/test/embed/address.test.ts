import { describe, expect, it } from "vitest";
import { appAddress, appOfScript, noteScript, readArguments } from "../../src/embed/address.js";

const PAGE = "https://example.com/shop/item?x=1";

describe("the address of an app", () => {
  it("may be absolute, or relative to the page", () => {
    expect(appAddress("https://host/docsync/sliders/", PAGE)).toBe("https://host/docsync/sliders");
    expect(appAddress("/docsync/sliders", PAGE)).toBe("https://example.com/docsync/sliders");
    expect(appAddress("sliders", PAGE)).toBe("https://example.com/shop/sliders");
  });

  it("is that of the page's autoload script if none is given", () => {
    expect(appAddress(null, PAGE)).toBeUndefined();
    noteScript("https://host/docsync/sliders/autoload.js?v=1");
    expect(appAddress(null, PAGE)).toBe("https://host/docsync/sliders");
  });

  it("lies where its autoload script lies", () => {
    expect(appOfScript("https://host/a/b/autoload.js")).toBe("https://host/a/b");
  });
});

describe("arguments", () => {
  it("are lists of texts by name", () => {
    expect(readArguments('{"N":["10"],"one":"x","two":2}')).toEqual({
      N: ["10"],
      one: ["x"],
      two: ["2"],
    });
    expect(readArguments(null)).toEqual({});
  });

  it("are refused when they are something else", () => {
    expect(() => readArguments("[1]")).toThrow(TypeError);
    expect(() => readArguments("{")).toThrow(SyntaxError);
  });
});
