import { beforeEach, expect, it } from "vitest";
import type { Scene } from "../../src/views/figure/scene.js";
import { History } from "../../src/views/figure/tools/history.js";
import { MemoryModel } from "../memory_model.js";

const range = new MemoryModel("Range1d", { start: 0, end: 1 });
const scene = {
  layers: [],
  places: () => [
    { range, values: { start: range.get("start"), end: range.get("end") }, moved: undefined },
  ],
  restore: ([place]: readonly { values: Record<string, unknown> }[]) => {
    range.setAll(place?.values ?? {});
  },
};

let history: History;

beforeEach(() => {
  range.setAll({ start: 0, end: 1 });
  history = new History(
    () => scene as unknown as Scene,
    () => undefined,
  );
});

/** Do something that moves the range to a place, or leaves it where it is. */
function move(to: number): void {
  history.before("pan", true, true);
  range.setAll({ start: to, end: to + 1 });
  history.after();
}

it("What moves nothing is no step, and what was undone can still be done again", () => {
  move(0);
  expect(history.canUndo).toBe(false);
  move(5);
  expect(history.canUndo).toBe(true);
  history.undo();
  expect([history.canUndo, history.canRedo]).toEqual([false, true]);
  move(0);
  expect([history.canUndo, history.canRedo]).toEqual([false, true]);
  history.redo();
  expect(range.get("start")).toBe(5);
});

it("What moves something only after a while is one step, from where it began", () => {
  history.before("pan", true, true);
  history.after();
  for (const to of [1, 2, 3]) {
    range.setAll({ start: to, end: to + 1 });
    history.after();
  }
  history.undo();
  expect([range.get("start"), history.canUndo]).toEqual([0, false]);
});
