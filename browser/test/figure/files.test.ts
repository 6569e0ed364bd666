import { beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryModel } from "../memory_model.js";

/** A picture that comes when the test says so. */
class Picture extends EventTarget {
  static readonly all: Picture[] = [];
  crossOrigin: string | null = "";
  src = "";
  complete = false;
  naturalWidth = 0;
  naturalHeight = 0;

  constructor() {
    super();
    Picture.all.push(this);
  }

  come(width: number, height: number): void {
    Object.assign(this, { complete: true, naturalWidth: width, naturalHeight: height });
    this.dispatchEvent(new Event("load"));
  }
}

let now = 0;
const redraw = vi.fn();
const model = new MemoryModel("ImageURL");

/** Return what asks for a picture, and for one of 62 MB that has come. */
async function asking() {
  vi.resetModules();
  const { pictureAt } = await import("../../src/views/figure/painters/files.js");
  const ask = (url: string): unknown => pictureAt(url, redraw, model);
  const have = (url: string): void => {
    ask(url);
    Picture.all.at(-1)?.come(4_000, 3_900);
  };
  return { ask, have };
}

describe("pictures from files", () => {
  beforeEach(() => {
    now = 0;
    Picture.all.length = 0;
    redraw.mockClear();
    vi.stubGlobal("Image", Picture);
    vi.spyOn(performance, "now").mockImplementation(() => now);
  });

  it("are asked for once, and drawn when they have come", async () => {
    const { ask } = await asking();
    expect([ask("a.png"), ask("a.png")]).toEqual([undefined, undefined]);
    expect(Picture.all.map(({ src }) => src)).toEqual(["a.png"]);
    Picture.all[0]?.come(10, 10);
    expect(redraw).toHaveBeenCalledTimes(1);
    expect(ask("a.png")).toBe(Picture.all[0]);
  });

  it("are asked for without its consent where another server says nothing of that", async () => {
    const { ask } = await asking();
    ask("https://example.org/a.png");
    const [picture] = Picture.all;
    expect(picture?.crossOrigin).toBe("anonymous");
    picture?.dispatchEvent(new Event("error"));
    expect([picture?.crossOrigin, picture?.src]).toEqual([null, "https://example.org/a.png"]);
    picture?.come(10, 10);
    expect(redraw).toHaveBeenCalledTimes(1);
    expect(ask("https://example.org/a.png")).toBe(picture);
  });

  it("are not asked for again once they are lost", async () => {
    const { ask } = await asking();
    ask("https://example.org/a.png");
    const [picture] = Picture.all;
    for (let index = 0; index < 2; index += 1) picture?.dispatchEvent(new Event("error"));
    if (picture !== undefined) picture.src = "";
    ask("https://example.org/a.png");
    picture?.dispatchEvent(new Event("error"));
    expect([Picture.all.length, picture?.src]).toEqual([1, ""]);
  });

  it("are kept by the thousand if they are small", async () => {
    const { ask } = await asking();
    for (let index = 0; index < 4_000; index += 1) {
      ask(`${index}.png`);
      Picture.all.at(-1)?.come(32, 32);
      now += 1_000;
    }
    expect(ask("0.png")).toBe(Picture.all[0]);
  });

  it("are let go of if they are large and were not asked for of late", async () => {
    const { ask, have } = await asking();
    for (let index = 0; index < 5; index += 1) {
      have(`${index}.png`);
      now += 20_000;
    }
    // Four of them are all that is kept.
    expect(Picture.all).toHaveLength(5);
    expect(ask("1.png")).toBe(Picture.all[1]);
    expect(ask("0.png")).toBe(undefined);
    expect(Picture.all).toHaveLength(6);
  });

  it("stay while they are shown: they would be asked for again at once", async () => {
    const { ask, have } = await asking();
    const urls = Array.from({ length: 10 }, (_, index) => `${index}.png`);
    for (const url of urls) have(url);
    now += 5_000;
    expect(urls.map(ask)).toEqual(Picture.all);
    now += 20_000;
    have("another.png");
    expect(ask("0.png")).toBe(undefined);
    expect(ask("9.png")).toBe(Picture.all[9]);
  });

  it("count for as much as their addresses, which may be all of them", async () => {
    const { ask, have } = await asking();
    for (let index = 0; index < 4; index += 1) {
      have(`${index}.png`);
      now += 20_000;
    }
    ask(`data:image/svg+xml,${"a".repeat(7_000_000)}`);
    expect(ask("1.png")).toBe(Picture.all[1]);
    expect(ask("0.png")).toBe(undefined);
  });
});
