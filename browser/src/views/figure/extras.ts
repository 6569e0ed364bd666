import type { TemplateResult } from "lit";
import type { Columns, Model } from "../../model/types.js";
import type { Axis, Marks } from "./axis.js";
import type * as Dark from "./dark.js";
import type { FactorMap } from "./factor.js";
import type { LabelRow } from "./label_row.js";
import type { Layer, Part } from "./layer.js";
import type { LegendPlace } from "./legend.js";
import type { Point } from "./gestures.js";
import type { NearPoints } from "./painters/near.js";
import type { Bounds, Frame, Hit, Painter } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import type { Plot } from "./plot.js";
import type { Panel } from "./panels.js";
import type { Extent } from "./range.js";
import type { Direction, RangeSet, Reached } from "./range_set.js";
import type { Scale } from "./scale.js";
import type { GlyphReader } from "./spec.js";
import type { ViewRange } from "./view_range.js";

/** Prepares a context to draw what lies over the area of a row; false if nothing does. */
export type Hatch = (context: CanvasRenderingContext2D, index: number) => boolean;

/** Something that is drawn among the data. */
export interface Drawable {
  readonly level: number;
  paint(frame: Frame): void;
  /** Every model that it depends on. */
  models(): Iterable<Model>;
  /** Where it stands beside the frame, if it does. */
  readonly beside?: Panel | undefined;
  /** It is drawn no more. */
  leave?(): void;
}

/** What can show another part of the data: what lies between two corners of the plotting area. */
export interface Mover {
  box(frame: Frame, from: Point, to: Point): void;
}

/** What marks know of the figure that they are in. */
export interface MarkScene extends Mover {
  readonly model: Model;
  readonly palette: Palette;
}

export type Factors = () => { readonly x?: FactorMap; readonly y?: FactorMap };

/** What is known of ticks that are to be written. */
export interface Ticked {
  readonly direction: "x" | "y";
  /** How far apart the ends of the axis are. */
  readonly span: number;
  /** What the ticks stand for, if these are no numbers. */
  readonly names?: readonly string[];
}

/** A row of a renderer. */
export interface RowOf {
  readonly layer: Layer;
  readonly hit: Hit;
}

/** What is told about a row, and where that stands. */
export interface Told {
  readonly px: number;
  readonly py: number;
  readonly told: TemplateResult;
}

/** What tells about rows under the pointer. */
export interface Hover {
  /** Let what is told in a tree look as it does. */
  dress(root: ParentNode): void;
  /** Say what a tool has to say about a row; nothing if it says nothing. */
  tell(tool: Model, row: RowOf, frame: Frame, at: Point, come: () => void): Told | undefined;
  /** Return the rows that a tool means at a place of the plotting area, as many as it wants. */
  find(tool: Model, layers: readonly Layer[], frame: Frame, at: Point): RowOf[];
}

/** What few figures need, and chunks of their own bring. */
export const extras: {
  hover?: Hover;
  /** Write ticks as a formatter says; nothing if it says nothing. */
  labels?: (
    formatter: Model,
    ticks: readonly number[],
    ticked: Ticked,
  ) => readonly string[] | undefined;
  /** Whether something was met that only chunks of their own know. */
  wanted?: boolean;
  /** What suits dark pages of the colours that were chosen for light ones. */
  dark?: typeof Dark;
  /** Return what draws the parts of a renderer that consists of others. */
  parts?: (renderer: Model) => Part[];
  /** Return the places of numbers in a palette by how many are less. */
  ranks?: (
    mapper: Model,
    extent: Extent,
    length: number,
    data: readonly ArrayLike<number>[],
  ) => (value: number) => number;
  /** Return the labels that a policy chooses; nothing where it cannot. */
  choose?: (policy: Model, row: LabelRow) => LabelRow | undefined;
  /** Say how deep the names at a plot's axes may be. */
  limit?: (plot: Plot, size: { width: number; height: number }) => void;
  /** Return the factors at some places whose names may have room, and which of all they are; nothing where all may. */
  named?: (
    axis: Axis,
    places: readonly number[],
    scale: Scale,
  ) =>
    | { readonly places: readonly number[]; readonly ranks: readonly number[] | undefined }
    | undefined;
  /** Leave out ticks of factors that nobody could tell apart. */
  thin?: (axis: Axis, places: readonly number[], row: LabelRow, scale: Scale) => readonly number[];
  /** Shorten names that are deeper, or longer than their rooms. */
  cut?: (axis: Axis, row: LabelRow, rooms?: readonly number[]) => LabelRow;
  /** Break the words of a row that are longer than a frame. */
  breakWords?: (row: LabelRow, frame: number) => LabelRow;
  /** Turn names, shorten them, or leave some of every group out. */
  squeeze?: (axis: Axis, row: LabelRow, scale: Scale) => LabelRow;
  /** Prepare the hatch whose fields begin with a prefix. */
  hatch?: (glyph: GlyphReader, prefix?: string) => Hatch;
  /** Draw what stands at the ends of glyphs. */
  decorate?: (frame: Frame, glyph: GlyphReader, painter: Painter | undefined) => void;
  /** Return the layers that a tool means which looks at what is under the pointer. */
  pointed?: (tool: Model, layers: readonly Layer[], frame: Frame, at: Point) => readonly Layer[];
  /** Make what draws a line, an area or words over the data. */
  mark?: (model: Model, factors: Factors, scene: MarkScene) => Drawable | undefined;
  /** Return what finds out what a layer covers where only the shown part of an axis counts; nothing where all of it does. */
  windowed?: (
    figure: Model,
  ) =>
    | ((set: RangeSet, layer: Layer, direction: Direction, above?: Direction) => Bounds | undefined)
    | undefined;
  /** Return where the edges of an area are that counts for automatic ends. */
  edges?: (guide: Model, direction: Direction) => readonly number[];
  /** Return what tools show of a figure, as far as it counts for automatic ends. */
  reach?: (figure: Model, direction: Direction) => readonly Reached[];
  /** Return what draws the markers that a glyph defines, about the origin. */
  markers?: (
    glyph: GlyphReader,
  ) => (context: CanvasRenderingContext2D, name: string, row: number, radius: number) => void;
  /** Sort very many points into cells. */
  near?: (...points: ConstructorParameters<typeof NearPoints>) => NearPoints;
  /** Let ends that a callback has set follow the data again, if it is time. */
  review?: (range: ViewRange, extent: () => Extent) => void;
  /** Return the rows that a view takes. */
  rows?: (view: Model, columns: Columns, length: number) => number[];
  /** Return the columns of a source as they will be, while somebody edits them by hand. */
  columns?: (source: Model) => Columns | undefined;
  /** Return every model that a view depends on. */
  viewed?: (view: Model) => Iterable<Model>;
  /** Show what stands beside the data without being an axis or a legend. */
  renderGuides?: (figure: Model, place: LegendPlace) => TemplateResult[];
  /** Put a hatch behind an element, if its author wants one. */
  layHatch?: (element: HTMLElement, model: Model, prefix: string) => void;
  /** Draw what lies behind the words of an axis, whose line is at a place across it. */
  axisGround?: (frame: Frame, axis: Axis, marks: Marks, at: number) => void;
  /** Draw what lies below a whole figure. */
  paintGround?: (canvas: HTMLCanvasElement, figure: Model) => void;
  /** Take in where the pointer is over a figure: marks may look pointed at, and what stands at them comes up. */
  followPointer?: (figure: Element, frame: Frame) => void;
  placeGuides?: (root: ParentNode, frame: Frame, layers: readonly Layer[]) => void;
} = {};

/** So many rows are told about at once. */
export const MAX_TIPS = 8;

/** The order in which levels are drawn. */
export const LEVELS: readonly string[] = [
  "image",
  "underlay",
  "glyph",
  "guide",
  "annotation",
  "overlay",
];
