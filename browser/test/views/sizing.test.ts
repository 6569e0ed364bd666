import { describe, expect, it } from "vitest";
import { applySizing } from "../../src/views/adorn/sizing.js";
import { MemoryModel } from "../memory_model.js";

/** Return the sizes of a figure of 300 by 600 pixels, or of others. */
function sizes(fields: Record<string, unknown>): { width?: string; height?: string } {
  const model = new MemoryModel("Figure", { width: 300, height: 600, ...fields });
  const style = { width: "300px", height: "600px", resize: "" };
  applySizing({ style } as unknown as HTMLElement, model, "column");
  return { width: style.width, height: style.height };
}

describe("policies", () => {
  it.each([
    ["stretch_width", "300px", "120px"],
    ["stretch_height", "120px", "600px"],
    ["stretch_both", "300px", "600px"],
    ["scale_width", "300px", "auto"],
    ["fixed", "300px", "600px"],
    ["inherit", "120px", "120px"],
    [null, "120px", "120px"],
  ])("come after a sizing mode of %s", (mode, width, height) => {
    const fields = { sizing_mode: mode, width_policy: "min", height_policy: "min" };
    const ratio = mode === "scale_width" ? { aspect_ratio: 2 } : {};
    expect(sizes({ ...fields, ...ratio })).toEqual({ width, height });
  });
});

describe("proportions that are asked for", () => {
  it("let the shorter side of what has both sizes follow the longer one", () => {
    expect(sizes({ aspect_ratio: 2 })).toEqual({ width: "300px", height: "auto" });
    expect(sizes({ aspect_ratio: 0.5 })).toEqual({ width: "auto", height: "600px" });
  });

  it("let a side that is not fixed follow the one that is", () => {
    const wide = { aspect_ratio: 0.5, width_policy: "fixed" };
    expect(sizes(wide)).toEqual({ width: "300px", height: "auto" });
    const high = { aspect_ratio: 2, height_policy: "fixed" };
    expect(sizes(high)).toEqual({ width: "auto", height: "600px" });
  });

  it("leave sizes alone that are fixed", () => {
    const fixed = { aspect_ratio: 2, sizing_mode: "fixed" };
    expect(sizes(fixed)).toEqual({ width: "300px", height: "600px" });
  });

  it("leave the height alone where only the width follows the page", () => {
    const wide = { aspect_ratio: 2, sizing_mode: "stretch_width" };
    expect(sizes(wide).height).toBe("600px");
    expect(sizes({ ...wide, height: null }).height).toBe("auto");
    expect(sizes({ ...wide, sizing_mode: "scale_width" }).height).toBe("auto");
  });

  it("let a side without a size follow the other one", () => {
    expect(sizes({ aspect_ratio: 0.5, height: null }).height).toBe("auto");
    expect(sizes({ aspect_ratio: 2, width: null }).width).toBe("auto");
  });
});
