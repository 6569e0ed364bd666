import { describe, expect, it } from "vitest";
import type { PathSink } from "../../src/views/figure/decimate.js";
import { traceExtremes, tracePoints } from "../../src/views/figure/decimate.js";
import { visiblePart } from "../../src/views/figure/column.js";
import { LinearScale } from "../../src/views/figure/scale.js";

/** Notes what is drawn: a list of pieces, each a list of points. */
class Recorder implements PathSink {
  readonly pieces: [number, number][][] = [];

  moveTo(x: number, y: number): void {
    this.pieces.push([[x, y]]);
  }

  lineTo(x: number, y: number): void {
    this.pieces.at(-1)?.push([x, y]);
  }

  get points(): [number, number][] {
    return this.pieces.flat();
  }
}

const x = new LinearScale({ start: 0, end: 100 }, 0, 100);
const y = new LinearScale({ start: 0, end: 1 }, 0, 1);

function trace(how: typeof traceExtremes, xs: readonly number[], ys: readonly number[]): Recorder {
  const recorder = new Recorder();
  how({ x: xs, y: ys, from: 0, to: xs.length }, x, y, recorder);
  return recorder;
}

describe("every point", () => {
  it("is drawn, in order, whichever way x runs", () => {
    expect(trace(tracePoints, [1, 5, 3], [0, 1, 0]).pieces).toEqual([
      [
        [1, 0],
        [5, 1],
        [3, 0],
      ],
    ]);
  });

  it("without a place leaves a gap", () => {
    const { pieces } = trace(tracePoints, [1, 2, 3, 4, 5], [0, 0, NaN, 1, 1]);
    expect(pieces.map((piece) => piece.length)).toEqual([2, 2]);
  });
});

describe("the extremes of each pixel column", () => {
  it("keep the first, least, greatest and last point", () => {
    const xs = [10, 10.2, 10.4, 10.6, 10.8, 11];
    const ys = [0.5, 0.9, 0.1, 0.4, 0.6, 0.5];
    const drawn = trace(traceExtremes, xs, ys).points.map(([, py]) => py);
    expect(drawn).toEqual([0.5, 0.1, 0.9, 0.6, 0.5]);
  });

  it("cover what all points cover, with far fewer of them", () => {
    const count = 100_000;
    const xs = Array.from({ length: count }, (_, index) => (index / count) * 100);
    const ys = xs.map((_, index) => Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1);
    const all = trace(tracePoints, xs, ys).points;
    const few = trace(traceExtremes, xs, ys).points;
    expect(few.length).toBeLessThan(500);
    for (let column = 0; column < 100; column += 1) {
      const within = ([px]: [number, number]): boolean => Math.floor(px) === column;
      const span = (points: [number, number][]): [number, number] => {
        const heights = points.filter(within).map(([, py]) => py);
        return [Math.min(...heights), Math.max(...heights)];
      };
      expect(span(few)).toEqual(span(all));
    }
  });

  it("keep gaps, also within one column", () => {
    const { pieces } = trace(traceExtremes, [10, 10.1, 10.2, 10.3, 10.4], [0, 1, NaN, 0, 1]);
    expect(pieces).toHaveLength(2);
    expect(trace(traceExtremes, [1, 2, 3], [NaN, NaN, NaN]).pieces).toEqual([]);
  });

  it("may run from right to left, and unevenly", () => {
    const { points } = trace(traceExtremes, [90, 50, 49.5, 49.1, 2], [0, 1, 0.5, 0.2, 1]);
    expect(points[0]).toEqual([90, 0]);
    expect(points.at(-1)).toEqual([2, 1]);
    expect(points).toContainEqual([50, 1]);
  });
});

describe("a sorted column", () => {
  it("lets only the visible part be drawn, and a neighbour on each side", () => {
    const column = Array.from({ length: 100 }, (_, index) => index);
    expect(visiblePart(column, "ascending", 40.5, 42.5)).toEqual([40, 44]);
    expect(visiblePart([...column].reverse(), "descending", 40.5, 42.5)).toEqual([56, 60]);
    expect(visiblePart(column, "none", 40, 42)).toEqual([0, 100]);
    expect(visiblePart([1, NaN, 3, 4], "ascending", 3, 4)).toEqual([0, 4]);
  });
});

/** Notes the bars, too: the middle, lowest and highest place of each. */
class BarRecorder extends Recorder {
  readonly bars: [number, number, number][] = [];
  readonly bar = (px: number, low: number, high: number): void => {
    this.bars.push([px, low, high]);
  };
}

describe("bars of pixel columns", () => {
  const tall = new LinearScale({ start: 0, end: 1 }, 0, 100);

  function bars(xs: readonly number[], ys: readonly number[]): BarRecorder {
    const recorder = new BarRecorder();
    traceExtremes({ x: xs, y: ys, from: 0, to: xs.length }, x, tall, recorder);
    return recorder;
  }

  it("stand where a line goes to and fro, and reach from one to the next", () => {
    const { bars: drawn, pieces } = bars(
      [10, 10.2, 10.4, 10.6, 11, 11.2, 11.4, 11.6],
      [0.2, 0.1, 0.3, 0.2, 0.7, 0.9, 0.6, 0.7],
    );
    expect(drawn).toEqual([
      [10.5, 10, 30],
      [11.5, 20, 90],
    ]);
    expect(pieces).toEqual([]);
  });

  it("join the path before and after them", () => {
    const { bars: drawn, pieces } = bars(
      [9, 10, 10.3, 10.6, 10.9, 11, 12],
      [0.5, 0.2, 0.1, 0.3, 0.2, 0.5, 0.6],
    );
    expect(drawn).toEqual([[10.5, 10, 30]]);
    expect(pieces).toEqual([
      [
        [9, 50],
        [10, 20],
      ],
      [
        [10.9, 20],
        [11, 50],
        [12, 60],
      ],
    ]);
  });

  it("do not stand where a line only climbs, or hardly moves", () => {
    expect(bars([10, 10.3, 10.6, 10.9], [0.1, 0.2, 0.8, 0.9]).bars).toEqual([]);
    expect(bars([10, 10.3, 10.6, 10.9], [0.1, 0.11, 0.09, 0.1]).bars).toEqual([]);
  });

  it("are interrupted by gaps", () => {
    const { bars: drawn } = bars(
      [10, 10.2, 10.4, 10.6, 10.8, 11, 11.2, 11.4, 11.6],
      [0.2, 0.1, 0.3, 0.2, NaN, 0.7, 0.9, 0.6, 0.7],
    );
    expect(drawn).toEqual([
      [10.5, 10, 30],
      [11.5, 60, 90],
    ]);
  });
});
