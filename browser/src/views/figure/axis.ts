import type { Model } from "../../model/types.js";
import { flag, isRecord, list, number, optionalNumber, reference, text } from "../field.js";
import type { FactorMap } from "./factor.js";
import { labelBy } from "./formatters.js";
import type { Palette } from "./palette.js";
import { chromeColor, fontOf } from "./palette.js";
import { readDash } from "./painters/style.js";
import type { PlotAxis, Stroke } from "./plot.js";
import { textWidth } from "./plot.js";
import type { Ends } from "./scale.js";
import { formatLogTicks, formatTicks, formatTimeTicks, turnOf } from "./tick_format.js";
import { linearTicks, logTicks, standApart, ticksEvery, timeTicks } from "./ticks.js";

/** The least room for one tick of a vertical axis, and between two labels of a horizontal one, in CSS pixels. */
const TICK_ROOM = 32;
const LABEL_GAP = 14;
/** Tickers whose ticks are the same whatever the room. */
const GIVEN = new Set(["FixedTicker", "SingleIntervalTicker"]);

/** What kind of ticks an axis has when its models do not say. */
type TickKind = "linear" | "log" | "time" | "factor";

/** Ticks and what is written at them. */
interface Labelled {
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
}

/** Prepare an axis for drawing. */
export function readAxis(
  model: Model,
  side: PlotAxis["side"],
  palette: Palette,
  factors: FactorMap | undefined,
  grid: Model | undefined,
): PlotAxis {
  const kind = kindOf(model, factors);
  const direction = side === "above" || side === "below" ? "x" : "y";
  const font = roundFont(fontOf(model, "major_label_text", "12px", palette.font));
  const turn = turnOf(model.get("major_label_orientation"));
  const color = chromeColor(model, "major_label_text_color", palette.muted) ?? palette.muted;
  const read = (ends: Ends, wanted: number): Labelled => {
    const ticks = ticksOf(model, kind, ends, wanted, factors);
    const labels = labelsOf(model, side, kind, ticks, ends, wanted, factors);
    return { ticks, labels: overridden(model, ticks, labels) };
  };
  const choose = (ends: Ends, length: number): Labelled => {
    const ticker = reference(model, "ticker");
    const most = Math.max(2, ticker === undefined ? 6 : number(ticker, "desired_num_ticks", 6));
    if (direction === "y" || turn !== 0) {
      return read(ends, Math.max(2, Math.min(most, Math.floor(length / TICK_ROOM))));
    }
    const place = (tick: number): number => share(tick, ends, kind) * length;
    const given = kind === "factor" || GIVEN.has(ticker?.type ?? "");
    for (let wanted = given ? 2 : most; wanted > 2; wanted -= 1) {
      const found = read(ends, wanted);
      const widths = found.labels.map((label) => textWidth(label, font));
      if (standApart(found.ticks.map(place), widths, LABEL_GAP)) return found;
    }
    const { ticks, labels } = read(ends, 2);
    return { ticks, labels: thinned(labels, ticks, ends, length, font, kind) };
  };
  return {
    side,
    title: text(model, "axis_label"),
    font,
    titleFont: roundFont(fontOf(model, "axis_label_text", "13px", palette.font)),
    color,
    line: stroke(model, "axis_line", palette.edge),
    tick: stroke(model, "major_tick_line", palette.edge),
    grid: grid === undefined ? undefined : gridStroke(grid, palette),
    turn: side === "below" ? turn : 0,
    hidden: !flag(model, "visible", true),
    ticks: (ends, length) => choose(ends, length).ticks,
    labels: (_, ends, length) => choose(ends, length).labels,
  };
}

/** An axis that is not drawn, for a grid without one. */
export function bareAxis(
  side: PlotAxis["side"],
  palette: Palette,
  kind: "linear" | "log",
  grid: Model,
): PlotAxis {
  const ticks = kind === "log" ? logTicks : linearTicks;
  return {
    side,
    title: "",
    font: "12px sans-serif",
    titleFont: "12px sans-serif",
    color: palette.muted,
    line: undefined,
    tick: undefined,
    grid: gridStroke(grid, palette),
    turn: 0,
    hidden: true,
    ticks: (ends) => ticks(ends, 6),
    labels: () => [],
  };
}

function kindOf(model: Model, factors: FactorMap | undefined): TickKind {
  if (factors !== undefined) return "factor";
  const ticker = reference(model, "ticker")?.type;
  if (model.type === "LogAxis" || ticker === "LogTicker") return "log";
  return model.type === "DatetimeAxis" || ticker === "DatetimeTicker" ? "time" : "linear";
}

/** Return where a tick stands, as a share of its axis. */
function share(tick: number, { start, end }: Ends, kind: TickKind): number {
  if (kind !== "log") return (tick - start) / (end - start);
  return Math.log(tick / start) / Math.log(end / start);
}

function ticksOf(
  model: Model,
  kind: TickKind,
  ends: Ends,
  wanted: number,
  factors: FactorMap | undefined,
): readonly number[] {
  const low = Math.min(ends.start, ends.end);
  const high = Math.max(ends.start, ends.end);
  const within = (tick: number): boolean => tick >= low && tick <= high;
  const ticker = reference(model, "ticker");
  if (ticker?.type === "FixedTicker") {
    return list(ticker, "ticks")
      .filter((tick): tick is number => typeof tick === "number")
      .filter(within);
  }
  if (ticker?.type === "SingleIntervalTicker") {
    const interval = number(ticker, "interval", 0);
    if (interval > 0) return ticksEvery(low, high, interval);
  }
  if (kind === "factor") return factors?.places.filter(within) ?? [];
  if (kind === "log") return logTicks(ends, wanted);
  if (kind === "time") return timeTicks(ends, wanted);
  return linearTicks(ends, wanted);
}

function labelsOf(
  model: Model,
  side: PlotAxis["side"],
  kind: TickKind,
  ticks: readonly number[],
  ends: Ends,
  wanted: number,
  factors: FactorMap | undefined,
): readonly string[] {
  const span = Math.abs(ends.end - ends.start);
  const direction = side === "above" || side === "below" ? "x" : "y";
  const names =
    kind === "factor"
      ? ticks.map((tick) => factors?.labels[factors.places.indexOf(tick)] ?? "")
      : undefined;
  const ticked = { direction, span, ...(names === undefined ? {} : { names }) } as const;
  const labels = labelBy(reference(model, "formatter"), ticks, ticked);
  if (labels !== undefined || names !== undefined) return labels ?? names ?? [];
  if (kind === "log") return formatLogTicks(ticks);
  return kind === "time" ? formatTimeTicks(ticks, ends, wanted) : formatTicks(ticks);
}

/** Replace labels by those that the axis has for these values. */
function overridden(model: Model, ticks: readonly number[], labels: readonly string[]): string[] {
  const overrides = model.get("major_label_overrides");
  const find = (tick: number, label: string): unknown =>
    overrides instanceof Map
      ? (overrides.get(tick) ?? overrides.get(label))
      : isRecord(overrides)
        ? (overrides[String(tick)] ?? overrides[label])
        : undefined;
  return labels.map((label, index) => {
    const own = find(ticks[index] ?? NaN, label);
    return typeof own === "string" ? own : label;
  });
}

/** Leave out labels that would run into their neighbours: every second one, or every third, and so on. */
function thinned(
  labels: readonly string[],
  ticks: readonly number[],
  ends: Ends,
  length: number,
  font: string,
  kind: TickKind,
): readonly string[] {
  if (labels.length < 2 || kind === "log") return labels;
  const widest = Math.max(...labels.map((label) => textWidth(label, font))) + 10;
  const distance = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0));
  const room = (distance / Math.abs(ends.end - ends.start)) * length;
  const every = Math.max(1, Math.ceil(widest / room));
  return every === 1 ? labels : labels.map((label, index) => (index % every === 0 ? label : ""));
}

function stroke(model: Model, prefix: string, token: string): Stroke | undefined {
  const color = chromeColor(model, `${prefix}_color`, token);
  const width = optionalNumber(model, `${prefix}_width`) ?? 1;
  return color === undefined || width <= 0 ? undefined : { color, width };
}

function gridStroke(grid: Model, palette: Palette): Stroke | undefined {
  if (!flag(grid, "visible", true)) return undefined;
  const line = stroke(grid, "grid_line", palette.grid);
  return line === undefined ? undefined : { ...line, dash: readDash(grid.get("grid_line_dash")) };
}

/** The canvas library multiplies whole pixel sizes only. */
function roundFont(font: string): string {
  return font.replace(/[\d.]+px/, (size) => `${Math.round(parseFloat(size))}px`);
}
