import { beforeEach, describe, expect, it, vi } from "vitest";
import { Desk } from "../../src/views/figure/edit/desk.js";
import type { EditHost } from "../../src/views/figure/edit/desk.js";
import { Echo, applied, without } from "../../src/views/figure/edit/echo.js";
import { NDArray } from "../../src/model/value.js";
import { MemoryModel } from "../memory_model.js";

const columns = { x: Float64Array.of(1, 2), name: ["a", "b"] };

describe("columns as they will be", () => {
  it("leave those of the model alone", () => {
    const patch = { x: [[0, 9]], name: [[1, "c"]] } as const;
    const after = applied(columns, { kind: "columns_patched", field: "data", patches: patch });
    expect(after).toEqual({ x: Float64Array.of(9, 2), name: ["a", "c"] });
    expect(columns).toEqual({ x: Float64Array.of(1, 2), name: ["a", "b"] });
  });

  it("get rows, and lose the oldest ones beyond a limit", () => {
    const rows = { x: [3], name: ["c"] };
    const change = { kind: "columns_streamed", field: "data", columns: rows, rollover: 2 } as const;
    expect(applied(columns, change)).toEqual({ x: Float64Array.of(2, 3), name: ["b", "c"] });
    expect(columns.name).toEqual(["a", "b"]);
  });

  it("lose rows whatever they are stored in", () => {
    const gone = new Set([0]);
    expect(without(columns.x, gone)).toEqual(Float64Array.of(2));
    expect(without(columns.name, gone)).toEqual(["b"]);
    const table = new NDArray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    expect(without(table as never, gone)).toEqual([Float64Array.of(3, 4)]);
  });
});

describe("an edit that is on its way", () => {
  it("is seen until the server has dealt with it", () => {
    const source = new MemoryModel("ColumnDataSource", { data: columns });
    const courier = { lastSeq: 7, acked: 6 };
    const echo = new Echo(source, () => courier);
    echo.show({ kind: "columns_patched", field: "data", patches: { x: [[0, 5]] } });
    expect(echo.columns["x"]).toEqual(Float64Array.of(5, 2));
    expect(echo.settled["x"]).toEqual(Float64Array.of(1, 2));
    echo.make({ kind: "columns_patched", field: "data", patches: { x: [[0, 6]] } });
    echo.settle();
    expect(echo.columns["x"]).toEqual(Float64Array.of(6, 2));
    courier.acked = 7;
    echo.settle();
    expect(echo.differs).toBe(false);
    expect(echo.columns["x"]).toEqual(Float64Array.of(1, 2));
  });
});

describe("a figure that comes after another one was removed", () => {
  beforeEach(() => {
    vi.stubGlobal("window", globalThis);
    vi.stubGlobal("ShadowRoot", Map);
    return () => {
      vi.unstubAllGlobals();
    };
  });

  it("shows the edits that are on their way, too", () => {
    const source = new MemoryModel("ColumnDataSource", { data: columns });
    const document = { editor: { lastSeq: 1, acked: 0 } };
    const areas = [0, 1].map(() => ({ document, parentNode: null }));
    const [first, second] = areas.map((area) => {
      const host = { area, changed: () => undefined };
      return new Desk(host as unknown as EditHost);
    });
    const change = { kind: "columns_patched", field: "data", patches: { x: [[0, 6]] } } as const;
    first?.make(source, change);
    Object.assign(document.editor, { lastSeq: 2, acked: 1 });
    first?.leave();
    Object.assign(areas[0] ?? {}, { document: undefined });
    second?.make(source, change);
    expect(second?.echo(source).waits).toBe(true);
    second?.leave();
  });
});
