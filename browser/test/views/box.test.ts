import { describe, expect, it } from "vitest";
import { boxStyle, heldIn, readMargin } from "../../src/views/box.js";
import { readOptions } from "../../src/views/option.js";
import { MemoryModel } from "../memory_model.js";

function style(fields: Record<string, unknown>, parent: "row" | "column" = "column") {
  return boxStyle(new MemoryModel("Slider", fields), parent);
}

describe("the box of a view", () => {
  it("has the size that the model gives", () => {
    expect(style({ width: 400, height: 300 })).toMatchObject({ width: "400px", height: "300px" });
    expect(style({})).toMatchObject({ width: "", height: "" });
  });

  it("stretches along a row, and across a column", () => {
    expect(style({ sizing_mode: "stretch_width" }, "row")).toMatchObject({ flex: "1 1 0" });
    expect(style({ sizing_mode: "stretch_width" })).toMatchObject({
      width: "auto",
      alignSelf: "stretch",
      flex: "",
    });
  });

  it("takes over the mode of its parent", () => {
    const model = new MemoryModel("Row", { sizing_mode: "inherit" });
    expect(boxStyle(model, "row", "stretch_width")).toMatchObject({ flex: "1 1 0" });
    expect(boxStyle(model, "row", "")).toMatchObject({ flex: "" });
  });

  it("stretches to no less than what is in it", () => {
    expect(style({ sizing_mode: "stretch_both" }).minHeight).toBe("min-content");
    expect(style({ sizing_mode: "stretch_both", height: 50 }).minHeight).toBe("50px");
  });

  it("lets figures share a height that is given, and else keep theirs", () => {
    const held = (type: string, fields: object, mode = ""): string =>
      heldIn(new MemoryModel(type, { ...fields }), mode);
    expect(held("Column", { min_height: 500 }, "stretch_both")).toBe("60px");
    expect(held("Row", { height: 500 })).toBe("60px");
    expect(held("GridBox", { height: 500 }, "stretch_both")).toBe("60px");
    expect(held("Row", {}, "stretch_height")).toBe("");
    expect(held("GridPlot", {}, "stretch_both")).toBe("");
    expect(held("Figure", { height: 500 }, "stretch_both")).toBe("");
    for (const [type, fields, mode] of [
      ["Column", {}, "stretch_width"],
      ["Column", { min_height: 500 }, "stretch_width"],
      ["Tabs", { height: 500 }, "stretch_both"],
    ] as const) {
      expect(held(type, fields, mode)).toBe("initial");
    }
    const figure = new MemoryModel("Figure", { height: 300, sizing_mode: "stretch_both" });
    expect(boxStyle(figure, "column").minHeight).toBe("var(--_held, 300px)");
  });

  it("keeps its proportions when it scales", () => {
    const fields = { sizing_mode: "scale_width", width: 400, height: 300 };
    expect(style(fields)).toMatchObject({ aspectRatio: "400 / 300", height: "auto" });
  });

  it("is never wider than its parent", () => {
    expect(style({ max_width: 900 }).maxWidth).toBe("min(900px, 100%)");
  });

  it("leaves room for its margins", () => {
    expect(style({ margin: 5 })).toMatchObject({
      margin: "5px 5px 5px 5px",
      maxWidth: "calc(100% - 10px)",
    });
    expect(style({ margin: [0, 20], max_width: 400 }).maxWidth).toBe(
      "min(400px, calc(100% - 40px))",
    );
    expect(style({ margin: 0 })).toMatchObject({ margin: "", maxWidth: "" });
  });

  it("has one, two or four margins", () => {
    expect([5, [1, 2], [1, 2, 3, 4], null].map(readMargin)).toEqual([
      [5, 5, 5, 5],
      [1, 2, 1, 2],
      [1, 2, 3, 4],
      [0, 0, 0, 0],
    ]);
  });
});

describe("options", () => {
  it("are texts or pairs", () => {
    expect(readOptions(["a", ["b", "B"]])).toEqual([
      {
        options: [
          { value: "a", label: "a" },
          { value: "b", label: "B" },
        ],
      },
    ]);
  });

  it("may stand under headings", () => {
    expect(readOptions({ Fruit: ["Apple"] })).toEqual([
      { label: "Fruit", options: [{ value: "Apple", label: "Apple" }] },
    ]);
  });
});
