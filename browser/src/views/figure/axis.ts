import type { Model } from "../../model/types.js";
import { number, optionalNumber, reference, text } from "../field.js";
import { LEVELS, extras } from "./extras.js";
import type { Factor, FactorMap } from "./factor.js";
import type { LabelRow, Policy, Side } from "./label_row.js";
import {
  NEAR,
  depthOf,
  gapOf,
  isAcross,
  isPiled,
  keepApart,
  leaveOut,
  lengthOf,
  mayFit,
  rowOf,
  turnOn,
  turnedRow,
} from "./label_row.js";
import type { Palette } from "./palette.js";
import type { Panel } from "./panels.js";
import type { Pen } from "./pen.js";
import { isShown } from "./plane.js";
import { readPen } from "./pen.js";
import type { Ends, Scale, ScaleKind } from "./scale.js";
import { namedTicks } from "./tick_labels.js";
import type { TickKind, TickRequest, Ticks } from "./tickers.js";
import { desiredOf, isGiven, ticksOf } from "./tickers.js";
import type { Turn, WordStyle } from "./words.js";
import { readWords, wordsIn } from "./words.js";

/** How near the names of factors may come below each other: lines are higher than letters. */
const TOUCH = -3;
/** The least distance of two minor ticks. */
const MINOR_GAP = 3;
/** The least distance of the ticks of factors, and of lines across the figure. */
export const TICK_GAP = 4;

/** What an axis shows of a part of its direction. */
export interface Marks extends Ticks {
  /** What is written, the row nearest to the frame first. */
  readonly rows: readonly LabelRow[];
  /** Where lines stand between groups of factors. */
  readonly separators: readonly number[];
  /** How far ticks reach out of the frame. */
  readonly reach: number;
  /** What it is called, in lines if that is longer than there is room for. */
  readonly title: LabelRow;
}

/** What an axis shows a part of. */
export interface AxisRange {
  readonly kind: ScaleKind;
  readonly ends: Ends;
  readonly factors: FactorMap | undefined;
  /** Whether its ends are made up, for there are no data yet. */
  readonly blank?: boolean | undefined;
}

/** One axis of a figure: its ticks, and what is written at them. */
export class Axis implements Panel {
  readonly kind: TickKind;
  readonly visible: boolean;
  readonly style: WordStyle;
  /** Its lines; those that are not to be seen are missing. */
  readonly pens: Readonly<Record<"line" | "major" | "minor" | "separator", Pen | undefined>>;
  readonly #turn: Turn;
  readonly #title: LabelRow;
  /** How the names of groups are written, of the inner ones first. */
  readonly #groups: readonly Omit<LabelRow, "labels">[];
  /** How deep names may be, in CSS pixels. */
  most: number | undefined;
  /** Whether words have no room where it was measured last: the names of factors not even across, or its title. */
  crowded = false;
  #known:
    | { readonly ends: Ends; readonly from: number; readonly to: number; readonly most: unknown }
    | undefined;
  /** What it shows now; nothing before it was measured. */
  marks: Marks | undefined;

  constructor(
    readonly model: Model,
    readonly side: Side,
    palette: Palette,
    readonly range: AxisRange,
    /** The name of the range, if it is not that of the figure. */
    readonly name = "",
    /** The factors of the other direction, in which it stands. */
    private readonly cross?: FactorMap | undefined,
  ) {
    this.kind = kindOf(model, range.factors);
    this.visible = isShown(model);
    this.style = readWords(model, "major_label_text", "12px", palette.muted, palette);
    this.pens = {
      line: readPen(model, "axis_line", palette.edge, palette),
      major: readPen(model, "major_tick_line", palette.edge, palette),
      minor: readPen(model, "minor_tick_line", palette.edge, palette),
      separator:
        range.factors === undefined
          ? undefined
          : readPen(model, "separator_line", palette.line, palette),
    };
    this.#groups = [this.#groupRow("subgroup", palette), this.#groupRow("group", palette)];
    this.#turn = this.#turned("major_label", model.get("major_label_orientation"));
    const title = {
      side,
      style: readWords(model, "axis_label_text", "13px", palette.muted, palette),
      turn: this.#turned("axis_label", model.get("axis_label_orientation") ?? "parallel"),
      standoff: number(model, "axis_label_standoff", 5),
    };
    this.#title = rowOf(title, [wordsIn(model, "axis_label")], [0]);
  }

  /** What is drawn before and after it. */
  get level(): number {
    return LEVELS.indexOf(text(this.model, "level", "guide"));
  }

  /** The value of the other direction at which it stands, if not beside the frame. */
  get fixed(): number | undefined {
    const value = this.model.get("fixed_location") ?? undefined;
    return typeof value === "number" || value === undefined ? value : this.cross?.locate(value);
  }

  /** Whether it takes room at its side. */
  get beside(): boolean {
    return this.visible && this.fixed === undefined;
  }

  depth(from: number, to: number): number {
    if (!this.beside) return 0;
    const { kind, ends } = this.range;
    return this.depthOf(this.on(new kind(ends, from, to)));
  }

  /** Return how deep it is with these marks. */
  depthOf({ rows, reach, title: row }: Marks): number {
    const labels = rows.reduce((sum, row) => sum + depthOf(row), reach);
    const title = depthOf(row);
    return this.fromLine ? Math.max(labels, title) : labels + title;
  }

  /** Whether the distance of the title counts from the line. */
  get fromLine(): boolean {
    return this.model.get("axis_label_standoff_mode") === "axis";
  }

  /** Return the factor at a value, if it is an axis of factors. */
  factorAt(value: number): Factor | undefined {
    return this.range.factors?.nearest(value);
  }

  /** Return what stands on a scale. */
  on(scale: Scale): Marks {
    const { ends } = scale;
    const [from, to] = [scale.toPixel(ends.start), scale.toPixel(ends.end)];
    const known = this.#known;
    const same =
      known?.ends.start === ends.start && known.ends.end === ends.end && known.from === from;
    const { most } = this;
    if (this.marks !== undefined && same && known.to === to && known.most === most) {
      return this.marks;
    }
    this.#known = { ends, from, to, most };
    this.crowded = false;
    const marks = this.#find(scale, Math.abs(to - from));
    this.marks = marks;
    return marks;
  }

  #find(scale: Scale, length: number): Marks {
    const ticker = reference(this.model, "ticker");
    const most = desiredOf(ticker);
    const policy = policyOf(this.model);
    const chosen = isGiven(ticker, this.kind);
    const gap = gapOf(this.side, this.#turn, chosen);
    // Of words that nobody sees no lines are left out that cross the figure.
    const choice = this.visible && policy === "even" && !chosen;
    let found = this.#read(ticker, scale, most);
    // Fewer ticks, until what is written at them has room; a single one tells no distances.
    for (let wanted = most - 1; choice && wanted >= 2 && !keepApart(found.row, gap); wanted -= 1) {
      const fewer = this.#read(ticker, scale, wanted);
      if (fewer.ticks.major.length >= Math.min(2, found.ticks.major.length)) found = fewer;
    }
    const { ticks, row } = found;
    // Of many decades at least the beginnings.
    const powers =
      this.kind === "log" ? ticks.minor.filter((tick) => Math.log10(tick) % 1 === 0) : [];
    const minor = [ticks.minor, powers].find((some) => some.length * MINOR_GAP <= length) ?? [];
    const rows = [this.#shorten(row, scale, length, policy, gap), ...this.#groupRows(scale)];
    const separators = this.#separators(scale);
    const reach = this.#reach(ticks.major, minor);
    const title = extras.breakWords?.(this.#title, length) ?? this.#title;
    if (lengthOf(title) > length) this.crowded = true;
    const names = this.kind === "factor";
    // Slanted labels may reach over the edge of the canvas.
    const slanted = this.#turn.along !== 0.5;
    if (slanted || (names && ticks.major.length * TICK_GAP > length)) this.crowded = true;
    const thin = names ? extras.thin : undefined;
    const major = thin?.(this, ticks.major, rows[0] ?? row, scale) ?? ticks.major;
    return { major, minor, rows, separators, reach, title };
  }

  /** Shorten names that would leave little of the figure to the data, and leave out numbers that have no room. */
  #cut(row: LabelRow, rooms?: readonly number[]): LabelRow {
    return extras.cut?.(this, row, rooms) ?? row;
  }

  /** Turn the names of factors that have no room across, or leave out what has none. */
  #shorten(
    row: LabelRow,
    scale: Scale,
    length: number,
    policy: Policy | "custom",
    gap: number,
  ): LabelRow {
    const { model, side } = this;
    if (policy === "custom") {
      const cut = this.#cut(row);
      return chosenLabels(model, cut) ?? leaveOut(cut, "even", gap);
    }
    const names = this.kind === "factor";
    // Names below each other may come near, and only those are left out that touch.
    if (policy === "even" && names && !isAcross(side)) {
      const many = row.short === true && row.labels[0]?.rank !== undefined;
      return this.#leaveOut(row, many ? policy : { least: TOUCH }, TOUCH);
    }
    const free = names && !model.chosen("major_label_orientation");
    if (policy !== "even" || !free || !isAcross(side) || keepApart(row, NEAR)) {
      const own = policy === "even" && this.#isUneven(row);
      return this.#leaveOut(row, own ? { least: gap } : policy, gap);
    }
    return this.#slant(row, length) ?? this.#squeeze(row, scale);
  }

  /** Tell whether labels have places that somebody chose, and words or distances of their own: nobody expects every second of them. */
  #isUneven({ labels }: LabelRow): boolean {
    if (reference(this.model, "ticker")?.type !== "FixedTicker") return false;
    const step = (at: number): number => (labels[at]?.place ?? 0) - (labels[at - 1]?.place ?? 0);
    return (
      this.model.chosen("major_label_overrides") ||
      labels.some((_, at) => at > 1 && Math.abs(step(at) - step(at - 1)) > 1)
    );
  }

  /** Turn names a little; nothing if they have no room even so. */
  #slant(row: LabelRow, length: number): LabelRow | undefined {
    if (!mayFit(row, length)) return undefined;
    const turned = this.#cut(turnedRow(row, Math.PI / 4));
    // None reaches over the edge of the canvas.
    const inside = turned.labels.every(({ place, cover }) => place + cover.left > 0);
    const fits = inside && keepApart(turned, NEAR / 2) && depthOf(turned) < length / 2;
    return fits ? turned : undefined;
  }

  #squeeze(row: LabelRow, scale: Scale): LabelRow {
    this.crowded = true;
    return extras.squeeze?.(this, row, scale) ?? leaveOut(row, "even", NEAR);
  }

  /** Leave out labels that come too near to others; of names, shorten what stays. */
  #leaveOut(row: LabelRow, policy: Policy, gap: number): LabelRow {
    // Of thousands, few stay: only these are worth the work.
    const kept = this.kind === "factor" && isPiled(row) ? leaveOut(row, policy, gap) : row;
    const some = kept.labels.length < row.labels.length ? { ...kept, short: true } : kept;
    return leaveOut(this.#cut(some), policy, gap);
  }

  /** Return how words stand, and their shorter lines. */
  #turned(prefix: string, orientation: unknown): Turn {
    const turn = turnOn(this.side, orientation);
    const field = `${prefix}_text_align`;
    return this.model.chosen(field)
      ? { ...turn, align: text(this.model, field) as Turn["align"] }
      : turn;
  }

  #groupRow(kind: "group" | "subgroup", palette: Palette): Omit<LabelRow, "labels"> {
    const { model, side } = this;
    const token = kind === "group" ? palette.muted : palette.text;
    return {
      side,
      style: readWords(model, `${kind}_text`, "12px", token, palette),
      turn: this.#turned(kind, model.get(`${kind}_label_orientation`) ?? "parallel"),
      standoff: number(model, "major_label_standoff", 5),
    };
  }

  /** Write the names of groups of factors, as far as these are shown. */
  #groupRows(scale: Scale): LabelRow[] {
    const groups = this.range.factors?.groups ?? [];
    const rows = this.#groups.slice(this.#groups.length - groups.length);
    return rows.map((row, index) => {
      const shown = (groups[index] ?? []).filter(
        ({ place }) => place >= scale.low && place <= scale.high,
      );
      const names = shown.map(({ name }) => name);
      const places = shown.map(({ place }) => scale.toPixel(place));
      const rooms = shown.map(({ first, last, place }, at) => {
        // The outermost have as much room outwards as inwards.
        const before = first - (shown[at - 1]?.last ?? NaN);
        const after = (shown[at + 1]?.first ?? NaN) - last;
        const [one = 1, other = one] = [before, after].filter((gap) => gap > 0);
        const to = last + (one + other) / 2;
        // Slanted ones lie beside each other, and may reach to the edge of the canvas.
        const free = row.turn.along === 1 ? scale.toPixel(place) : 0;
        return Math.max(free, Math.abs(scale.toPixel(to) - scale.toPixel(first)) - NEAR);
      });
      const kept = leaveOut(this.#cut(rowOf(row, names, places), rooms), { least: NEAR }, NEAR);
      if (kept.labels.length < names.length) this.crowded = true;
      return kept;
    });
  }

  #separators(scale: Scale): number[] {
    const outer = this.range.factors?.groups.at(-1) ?? [];
    return outer
      .slice(1)
      .map(({ first }, index) => (first + (outer[index]?.last ?? first)) / 2)
      .filter((place) => place > scale.low && place < scale.high);
  }

  #read(ticker: Model | undefined, scale: Scale, wanted: number): { ticks: Ticks; row: LabelRow } {
    const { model, side, style, kind } = this;
    const { factors } = this.range;
    const ends = this.#shown(scale);
    const direction = isAcross(side) ? "x" : "y";
    const request: TickRequest = { kind, ends, wanted, factors, direction };
    // Nobody asked for some milliseconds of 1970.
    const none = kind === "time" && this.range.blank === true;
    const ticks = none ? { major: [], minor: [] } : ticksOf(ticker, request);
    const some = kind === "factor" ? extras.named?.(this, ticks.major, scale) : undefined;
    const named = some?.places ?? ticks.major;
    const words = namedTicks(model, named, request);
    const standoff = number(model, "major_label_standoff", 5);
    const places = named.map((tick) => scale.toPixel(tick));
    const given = { side, style, turn: this.#turn, standoff };
    const row = rowOf(given, words, places, named, some?.ranks);
    return { ticks, row: named.length < ticks.major.length ? { ...row, short: true } : row };
  }

  /** Return the part of a scale that ticks are drawn for. */
  #shown({ ends, low, high }: Scale): Ends {
    const bounds = this.model.get("bounds");
    if (!Array.isArray(bounds)) return ends;
    const [first, last] = bounds.map(Number);
    if (first === undefined || last === undefined) return ends;
    const start = Math.max(low, Math.min(first, last));
    const end = Math.min(high, Math.max(first, last));
    return ends.start <= ends.end ? { start, end } : { start: end, end: start };
  }

  /** Return the ends of the line, in pixels along a scale. */
  line(scale: Scale): readonly [number, number] | undefined {
    const { start, end } = this.#shown(scale);
    const backwards = start <= end !== scale.ends.start <= scale.ends.end;
    return backwards ? undefined : [scale.toPixel(start), scale.toPixel(end)];
  }

  #reach(major: readonly number[], minor: readonly number[]): number {
    const { model } = this;
    return Math.max(
      0,
      major.length === 0 ? 0 : number(model, "major_tick_out", 6),
      minor.length === 0 ? 0 : number(model, "minor_tick_out", 4),
    );
  }
}

function kindOf(model: Model, factors: FactorMap | undefined): TickKind {
  if (factors !== undefined) return "factor";
  const ticker = reference(model, "ticker")?.type;
  if (model.type === "LogAxis" || ticker === "LogTicker") return "log";
  return model.type === "DatetimeAxis" || ticker === "DatetimeTicker" ? "time" : "linear";
}

/** Return the labels that code of the application's own chooses; nothing where there is none that runs. */
function chosenLabels(model: Model, row: LabelRow): LabelRow | undefined {
  const policy = reference(model, "major_label_policy");
  return policy === undefined ? undefined : extras.choose?.(policy, row);
}

function policyOf(model: Model): Policy | "custom" {
  const policy = reference(model, "major_label_policy");
  if (policy?.type === "NoOverlap") return { least: optionalNumber(policy, "min_distance") ?? 5 };
  if (policy?.type === "CustomLabelingPolicy") return "custom";
  return policy?.type === "AllLabels" ? "all" : "even";
}
