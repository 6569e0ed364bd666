import { describe, expect, it } from "vitest";
import { mapFactors } from "../../src/views/figure/factor.js";
import "../../src/views/figure/labels/tickers.js";
import type { TickRequest } from "../../src/views/figure/tickers.js";
import { desiredOf, ticksOf } from "../../src/views/figure/tickers.js";
import { MemoryModel } from "../memory_model.js";

const DAY = 86_400_000;

/** Return the ticks of a ticker from 0 to 10, or elsewhere. */
function ticks(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  more: Partial<TickRequest> = {},
): readonly [readonly number[], readonly number[]] {
  const ticker = new MemoryModel(type, fields);
  const ends = { start: 0, end: 10 };
  const wanted = desiredOf(ticker);
  const request = { kind: "linear", ends, wanted, factors: undefined, direction: "x" } as const;
  const { major, minor } = ticksOf(ticker, { ...request, ...more });
  return [major, minor];
}

type Case = readonly [
  behaviour: string,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  expected: readonly number[],
  more?: Partial<TickRequest>,
];

const MAJOR: readonly Case[] = [
  ["as many as are desired", "BasicTicker", { desired_num_ticks: 2 }, [0, 5, 10]],
  ["multiples of its mantissas", "AdaptiveTicker", { mantissas: [4] }, [0, 4, 8]],
  ["in powers of its base", "AdaptiveTicker", { base: 3, mantissas: [1] }, [0, 3, 6, 9]],
  ["no nearer than they may be", "AdaptiveTicker", { min_interval: 7 }, [0, 7]],
  [
    "no farther than they may be",
    "AdaptiveTicker",
    { max_interval: 1 },
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ],
  ["at its interval", "SingleIntervalTicker", { interval: 2.5 }, [0, 2.5, 5, 7.5, 10]],
  ["where its author says, as far as shown", "FixedTicker", { ticks: [-1, 1, 7] }, [1, 7]],
  ["powers of its base", "LogTicker", { base: 2 }, [1, 2, 4, 8], { ends: { start: 1, end: 10 } }],
  [
    "days",
    "DatetimeTicker",
    { desired_num_ticks: 3 },
    [0, DAY, 2 * DAY],
    { ends: { start: 0, end: 2 * DAY } },
  ],
  [
    "at every factor",
    "CategoricalTicker",
    {},
    [0.5, 1.5, 2.5],
    { kind: "factor", factors: mapFactors(["a", "b", "c"]) },
  ],
  [
    "at edges of bins",
    "BinnedTicker",
    {
      mapper: new MemoryModel("ScanningColorMapper", { bins: [0, 1, 4, 9, 16] }),
      num_major_ticks: 2,
    },
    [0, 4],
  ],
];

describe("major ticks stand", () => {
  it.each(MAJOR.map((each) => [each[0], each] as const))("%s", (_, each) => {
    const [, type, fields, expected, more] = each;
    expect(ticks(type, fields, more)[0]).toEqual(expected);
  });
});

describe("minor ticks stand", () => {
  it("where the author says", () => {
    expect(ticks("FixedTicker", { ticks: [0, 10], minor_ticks: [3, 11] })[1]).toEqual([3]);
  });

  it("in as many parts as the author says", () => {
    const two = { num_minor_ticks: 2, interval: 5 };
    expect(ticks("SingleIntervalTicker", two)[1]).toEqual([2.5, 7.5]);
    expect(ticks("SingleIntervalTicker", { ...two, num_minor_ticks: 0 })[1]).toEqual([]);
  });
});
