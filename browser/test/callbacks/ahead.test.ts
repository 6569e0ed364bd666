import { beforeEach, describe, expect, test, vi } from "vitest";
import "../../src/callbacks/ahead.js";
import { CallbackRunner } from "../../src/callbacks/runner.js";
import { Facades } from "../../src/callbacks/facade.js";
import { Stage } from "./stage.js";

interface Source {
  data: Record<string, unknown[]>;
  stream(rows: object, rollover?: number): void;
  patch(patches: object): void;
  get_length(): number;
  readonly change: { emit(): void };
}

interface Told {
  readonly seq: number;
  readonly changes?: readonly Readonly<Record<string, unknown>>[];
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation((...words) => {
    throw new Error(words.join(" "));
  });
});

describe("rows that an author has streamed or patched", () => {
  function made(data: Readonly<Record<string, unknown>> = { x: [1, 2], y: [3, 4] }): {
    stage: Stage;
    source: Source;
  } {
    const stage = new Stage(["ColumnDataSource", { data }]);
    const facades = new Facades(
      stage.document,
      new CallbackRunner(stage.document, () => undefined),
    );
    return { stage, source: facades.of(stage.model(1)) as unknown as Source };
  }

  function changes(stage: Stage): readonly Readonly<Record<string, unknown>>[] {
    return stage.sent().flatMap((message) => (message as Told).changes ?? []);
  }

  /** Let the server return a change of rows, of ours where a message of ours is acknowledged with it. */
  function returned(stage: Stage, change: object, ack?: number): void {
    stage.sync.receive({
      type: "patch",
      revision: stage.document.revision + 1,
      changes: [{ field: "data", model: 1, ...change } as never],
      ...(ack === undefined ? {} : { ack }),
    });
  }

  const streamed = { kind: "columns_streamed", columns: { x: [9], y: [9] } };

  test("are seen by the author at once, in the columns that were asked for before, too", () => {
    const { stage, source } = made();
    const { data } = source;
    source.stream({ x: [9], y: [8] }, 2);
    source.patch({ y: [[1, 7]] });
    expect(data).toEqual({ x: [2, 9], y: [4, 7] });
    expect(source.data).toBe(data);
    expect(source.get_length()).toBe(2);
    expect(stage.model(1).get("data")).toEqual({ x: [1, 2], y: [3, 4] });
  });

  test("are kept where the columns are edited afterwards", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9] });
    source.data["x"]?.splice(0, 1, 5);
    source.change.emit();
    expect(changes(stage).at(-1)).toMatchObject({
      kind: "field_changed",
      value: { x: [5, 2, 9], y: [3, 4, 9] },
    });
  });

  test("are kept where the columns were edited before", () => {
    const { stage, source } = made();
    source.data["x"]?.splice(0, 1, 5);
    source.stream({ x: [9], y: [9] });
    source.change.emit();
    expect(changes(stage).at(-1)).toMatchObject({ value: { x: [5, 2, 9], y: [3, 4, 9] } });
  });

  test("are kept where the columns are set", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9] });
    source.data = { ...source.data, z: [1, 2, 3] };
    expect(changes(stage).at(-1)).toMatchObject({
      value: { x: [1, 2, 9], y: [3, 4, 9], z: [1, 2, 3] },
    });
    expect(stage.model(1).get("data")).toMatchObject({ x: [1, 2, 9] });
    returned(stage, streamed, 1);
    expect(source.data["x"]).toEqual([1, 2, 9]);
  });

  test("are no edit of the columns by themselves", () => {
    const { stage, source } = made();
    expect(source.data["x"]).toEqual([1, 2]);
    source.stream({ x: [9], y: [9] });
    source.change.emit();
    expect(changes(stage).map(({ kind }) => kind)).toEqual(["columns_streamed"]);
  });

  test("are named as the server has them", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9] }, 2);
    source.patch({ x: [[0, 6]] });
    source.patch({ x: [[{ start: 0, stop: 2 }, [7, 8]]] });
    source.patch({ x: [[{}, [3, 4]]] });
    const [, one, two, three] = changes(stage) as { patches: { x: [[unknown, unknown]] } }[];
    expect(one?.patches.x[0][0]).toBe(1);
    expect(two?.patches.x[0][0]).toEqual({ $slice: [1, 3, null] });
    expect(three?.patches.x[0][0]).toEqual({ $slice: [1, 3, null] });
    expect(source.data["x"]).toEqual([3, 4]);
  });

  test("are not counted twice once the server has returned them", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9] }, 2);
    expect(source.data["x"]).toEqual([2, 9]);
    changes(stage);
    returned(stage, { ...streamed, rollover: 2 }, 1);
    expect(source.data["x"]).toEqual([2, 9]);
    source.patch({ x: [[0, 6]] });
    expect(changes(stage)[0]).toMatchObject({ patches: { x: [[0, 6]] } });
  });

  test("come after those of others that the server has had before", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9] });
    expect(source.data["x"]).toEqual([1, 2, 9]);
    returned(stage, { kind: "columns_streamed", columns: { x: [0], y: [0] } });
    expect(source.data["x"]).toEqual([1, 2, 0, 9]);
  });

  test("are gone where the server has refused them", () => {
    const { stage, source } = made();
    source.stream({ x: [9], y: [9, 9] });
    expect(source.data["y"]).toHaveLength(4);
    changes(stage);
    const rejected = [{ seq: 1, error: "bad_rows", message: "unequal" }];
    stage.sync.receive({ type: "ack", seq: 1, revision: 3, rejected });
    expect(source.data["y"]).toEqual([3, 4]);
  });

  test("are patched in columns that were set before them", () => {
    const { stage, source } = made();
    source.data = { x: [5, 6], y: [7, 8] };
    source.patch({ x: [[1, 0]] });
    // The server would refuse it: the columns that it names are replaced by the message before.
    expect(changes(stage).map(({ kind, value }) => [kind, value])).toEqual([
      ["field_changed", { x: [5, 0], y: [7, 8] }],
    ]);
  });

  test("follow typed arrays as well", () => {
    const { stage, source } = made({ x: Float64Array.from([1, 2]), y: Int32Array.from([3, 4]) });
    source.stream({ x: Float64Array.from([9]), y: [9] });
    source.data["y"]?.splice(0, 1, 5);
    source.change.emit();
    expect(stage.model(1).get("data")).toEqual({
      x: Float64Array.from([1, 2, 9]),
      y: Int32Array.from([5, 4, 9]),
    });
  });
});
