import { expect, it } from "vitest";
import { stretchesOf } from "../../src/views/figure/layer.js";

it.each([
  [
    [0, 1, 2, 3],
    [1, 2],
    [0, 1, -1, 2, 3],
    [1, 2],
  ],
  [[0, 1, 2, 3], [1, 3], [0, 1, 2, 3], []],
  [[0, 1, 2, 3], [0, 1, 2, 3], [], [0, 1, 2, 3]],
  [
    [0, 1, 2, 3, 4],
    [0, 1, 3, 4],
    [1, 2, 3],
    [0, 1, -1, 3, 4],
  ],
  [
    [2, 5, 7],
    [5, 7],
    [2, 5],
    [5, 7],
  ],
  [[4], [4], [], []],
])("Of a line through %j, of which %j are selected", (rows, chosen, others, inner) => {
  expect(stretchesOf(rows, new Set(chosen))).toEqual([others, inner]);
});
