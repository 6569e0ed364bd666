import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Alignable, Lines } from "../../src/views/figure/aligned.js";
import { alignedInsets, tellNeighbours } from "../../src/views/figure/aligned.js";
import type { Side } from "../../src/views/figure/label_row.js";
import { linesOf } from "../../src/views/grid/lines.js";
import { MemoryModel } from "../memory_model.js";

type Figure = Alignable & HTMLElement;

const SIZE = 100;
/** How often figures have heard of others, and how often was read where they are. */
let [heard, read] = [0, 0];
let wanted: ReturnType<typeof alignedInsets>[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  [heard, read, wanted] = [0, 0, []];
});
afterEach(() => {
  vi.useRealTimers();
});

/** Return the figures of a grid, each of which needs as much room at all sides as its number. */
function grid(rows: number, columns: number): Figure[] {
  const parent = { children: [] as unknown[], linesOf };
  const figures = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const cell = {
      classList: { contains: (name: string) => name === "cell" },
      children: [] as unknown[],
      parentElement: parent,
      style: {
        gridRowStart: `${row + 1}`,
        gridRowEnd: "span 1",
        gridColumnStart: `${column + 1}`,
        gridColumnEnd: "span 1",
      },
    };
    const insets = { above: index, right: index, below: index, left: index };
    const figure = {
      model: new MemoryModel("Figure", { frame_align: true }),
      insets,
      parentElement: cell,
      getBoundingClientRect() {
        read += 1;
        const [left, top] = [column * SIZE, row * SIZE];
        return { left, top, right: left + SIZE, bottom: top + SIZE };
      },
      realign(lines?: Lines) {
        heard += 1;
        wanted[index] = alignedInsets(figure, lines);
      },
    } as unknown as Figure;
    cell.children.push(figure);
    parent.children.push(cell);
    return figure;
  });
  return figures;
}

it("Figures that change together hear of each other once", () => {
  const figures = grid(8, 8);
  for (const figure of figures) tellNeighbours(figure);
  vi.runAllTimers();
  expect(heard).toBe(64);
  expect(read).toBe(64);
  const all = (["above", "right", "below", "left"] satisfies Side[]).map(
    (side) => wanted[9]?.[side],
  );
  // The last of its row, and of its column.
  expect(all).toEqual([15, 57, 15, 57]);
});

it("A figure that changes later is heard of again, where it is by then", () => {
  const [first, second] = grid(1, 2) as [Figure, Figure];
  tellNeighbours(first);
  vi.runAllTimers();
  expect([heard, wanted[1]?.above]).toEqual([1, 0]);
  Object.assign(first, { insets: { above: 30, right: 0, below: 0, left: 0 } });
  tellNeighbours(first);
  tellNeighbours(first);
  vi.runAllTimers();
  expect([heard, wanted[1]?.above, wanted[1]?.left]).toEqual([2, 30, 0]);
  expect(second.insets?.above).toBe(1);
});
