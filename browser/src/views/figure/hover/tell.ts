/** What is told about rows under the pointer: importing this makes it known. */
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import type { RowWords } from "../../dom/node.js";
import { isModel, list, text } from "../../field.js";
import { lazily } from "../../lazily.js";
import { extras } from "../extras.js";
import type { RowOf, Told } from "../extras.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame, Hit } from "../painters/painter.js";
import type { GlyphReader } from "../spec.js";
import { onLines } from "./segment.js";
import { filterOf, namedIn } from "./filter.js";
import { findRows } from "./find.js";
import { tipStyles } from "./tip_styles.js";
import { fillTemplate } from "./template.js";
import type { Filled, Formatters, TooltipPlace } from "./template.js";

/** What turns markup into nodes, once its code is there. */
let sanitize: ((source: string) => DocumentFragment) | undefined;
const bringSanitize = lazily(async () => {
  ({ sanitize } = await import("../../sanitize.js"));
});

/** What makes nodes of small documents, once its code is there. */
let createNode: ((part: unknown, row: RowWords) => Node) | undefined;
const bringNodes = lazily(async () => {
  ({ createNode } = await import("../../dom/node.js"));
});

/** Show a small document about a row. */
function small(
  part: Model,
  glyph: GlyphReader,
  place: TooltipPlace,
  come: () => void,
): Node | typeof nothing {
  if (createNode === undefined) {
    bringNodes(come);
    return nothing;
  }
  return createNode(part, {
    index: place.index,
    value(field, format, formatter) {
      const key = `@{${field}}`;
      const template = format === undefined ? key : `${key}{${format}}`;
      return fillTemplate(template, { [key]: formatter }, glyph, place).text;
    },
    color(field, hex) {
      const options = hex ? "[hex,swatch]" : "[swatch]";
      return fillTemplate(`$color${options}:{${field}}`, {}, glyph, place).text;
    },
  });
}

/** Say what a tool has to say about a row, and where; nothing if it says nothing. */
function tell(
  tool: Model,
  { layer, hit }: RowOf,
  frame: Frame,
  at: Point,
  come: () => void,
): Told | undefined {
  const { reader } = layer;
  if (reader === undefined) return undefined;
  const [px, py] = [at.x + frame.left, at.y + frame.top];
  const settled = settle(tool, layer, frame, hit, px, py);
  const place = placeOf(layer, frame, settled, px, py);
  const told = write(tool, reader, place, come);
  return told && { px: settled.px, py: settled.py, told };
}

/** Return what is known of a row and of the pointer on it. */
function placeOf(layer: Layer, frame: Frame, hit: Hit, px: number, py: number): TooltipPlace {
  const within = withinPicture(layer, frame, hit.index, px, py);
  return {
    index: hit.index,
    name: text(layer.renderer, "name"),
    x: frame.x.toValue(px),
    y: frame.y.toValue(py),
    sx: px,
    sy: py,
    dataX: centre(layer, "x", hit.index) ?? frame.x.toValue(hit.px),
    dataY: centre(layer, "y", hit.index) ?? frame.y.toValue(hit.py),
    ...(within === undefined ? {} : { within }),
    ...(layer.glyph?.type === "MultiLine" && hit.stretch !== undefined
      ? { segment: hit.stretch }
      : {}),
  };
}

/** Shapes that are met somewhere along them, or within them. */
const WIDE = /^(Line|Step|Patch|[HV]Area(Step)?|Image|ImageRGBA|ImageStack)$/;

/** Return the value that the middle of a row's shape stands at, wherever that is pointed at. */
function centre({ reader }: Layer, way: "x" | "y", index: number): number | undefined {
  if (reader === undefined || WIDE.test(reader.glyph.type)) return undefined;
  const value = reader.positions(way, way)?.[index] ?? NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Return where a picture is pointed at, as shares from the left and from below. */
function withinPicture(
  layer: Layer,
  frame: Frame,
  index: number,
  px: number,
  py: number,
): { readonly x: number; readonly y: number } | undefined {
  if (layer.reader?.glyph.type.startsWith("Image") !== true) return undefined;
  const box = layer.boxes(frame)?.(index);
  if (box === undefined) return undefined;
  const share = (value: number, from: number, to: number): number => {
    const part = (value - from) / (to - from);
    return Number.isFinite(part) ? Math.min(Math.max(part, 0), 1) : 0;
  };
  return { x: share(px, box.left, box.right), y: share(py, box.bottom, box.top) };
}

/** Return the rows that a tool means, without those that its filters leave out. */
function find(tool: Model, layers: readonly Layer[], frame: Frame, at: Point): RowOf[] {
  const passes = filterOf(tool);
  if (passes === undefined) return findRows(tool, layers, frame, at);
  const [px, py] = [at.x + frame.left, at.y + frame.top];
  return findRows(tool, layers, frame, at, ({ layer, hit }) => {
    const settled = settle(tool, layer, frame, hit, px, py);
    return passes(layer, placeOf(layer, frame, settled, px, py));
  });
}

/** Show what a hover tool says about a row; nothing if it says nothing. */
function write(
  tool: Model,
  glyph: GlyphReader,
  place: TooltipPlace,
  come: () => void,
): TemplateResult | undefined {
  const formatters: Formatters = namedIn(tool, "formatters");
  const tooltips = tool.get("tooltips");
  if (isModel(tooltips)) {
    return html`<div class="told-markup">${small(tooltips, glyph, place, come)}</div>`;
  }
  if (typeof tooltips === "string") {
    const { text: source } = fillTemplate(tooltips, formatters, glyph, place, true);
    return html`<div class="told-markup">${markup(source, come)}</div>`;
  }
  const rows = list(tool, "tooltips").filter(isPair);
  if (rows.length === 0) return undefined;
  const filled = rows.map(([, template]) => fillTemplate(template, formatters, glyph, place));
  return html`<dl>${rows.map(([label], index) => renderRow(label, filled[index], come))}</dl>`;
}

function renderRow(
  label: string,
  filled: Filled | undefined,
  come: () => void,
): TemplateResult | typeof nothing {
  if (filled === undefined) return nothing;
  const { color, text: words } = filled;
  const swatch = color === undefined ? nothing : html`<i data-color=${color}></i>`;
  const told = filled.markup ? markup(words, come) : words;
  // A label without words leaves its room to what is told.
  return html`${label === "" ? nothing : html`<dt>${label}</dt>`}
    <dd class=${label === "" ? "wide" : ""}>${swatch}${told}</dd>`;
}

function markup(source: string, come: () => void): DocumentFragment | typeof nothing {
  if (sanitize !== undefined) return sanitize(source);
  bringSanitize(come);
  return nothing;
}

function isPair(entry: unknown): entry is readonly [string, string] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string";
}

/** Where a tooltip stands, by what a tool wants: at the row, at the pointer, or between two points of a line. */
function settle(tool: Model, layer: Layer, frame: Frame, hit: Hit, px: number, py: number): Hit {
  if (layer.glyph?.type === "MultiLine") return onLines(tool, layer, frame, { ...hit, px, py });
  const line = layer.reader?.glyph.type === "Line" ? text(tool, "line_policy", "nearest") : "";
  if (line === "none") {
    const { index } = between(tool, layer, frame, hit, px, py, "prev");
    return { ...hit, index, px, py };
  }
  if (text(tool, "point_policy", "snap_to_data") !== "snap_to_data") return { ...hit, px, py };
  if (line !== "") return line === "nearest" ? hit : between(tool, layer, frame, hit, px, py, line);
  const anchor = text(tool, "anchor", "center");
  const box = anchor === "center" ? undefined : layer.boxes(frame)?.(hit.index);
  if (box === undefined) return hit;
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const x = anchor.includes("left") ? box.left : anchor.includes("right") ? box.right : middle.x;
  const y = anchor.includes("top") ? box.top : anchor.includes("bottom") ? box.bottom : middle.y;
  return { ...hit, px: x, py: y };
}

/** Return the point before or after the pointer on a line, or the one between them. */
function between(
  tool: Model,
  layer: Layer,
  frame: Frame,
  hit: Hit,
  px: number,
  py: number,
  policy: string,
): Hit {
  const { reader } = layer;
  const xs = reader?.positions("x", "x");
  const ys = reader?.positions("y", "y");
  if (xs === undefined || ys === undefined) return hit;
  const at = (index: number): Point => ({
    x: frame.x.toPixel(xs[index] ?? NaN),
    y: frame.y.toPixel(ys[index] ?? NaN),
  });
  // What counts is how far the pointer is along the line, or along one of the axes.
  const mode = text(tool, "mode", "mouse");
  const [alongX, alongY] = [mode === "hline" ? 0 : 1, mode === "vline" ? 0 : 1];
  const dot = (a: Point, b: Point, to: Point): number =>
    alongX * (b.x - a.x) * (to.x - a.x) + alongY * (b.y - a.y) * (to.y - a.y);
  const pointer = { x: px, y: py };
  const shareOf = (a: Point, b: Point): number => {
    const share = dot(a, b, pointer) / dot(a, b, b);
    return Math.min(Math.max(Number.isFinite(share) ? share : 0, 0), 1);
  };
  const distance = (a: Point, b: Point): number => {
    const share = shareOf(a, b);
    const to = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
    return dot(to, pointer, pointer);
  };
  const { index } = hit;
  const [before, here, next] = [at(index - 1), at(index), at(index + 1)];
  const ahead =
    !Number.isFinite(before.x + before.y) || distance(here, next) < distance(before, here);
  const from = hit.stretch ?? (ahead ? index : index - 1);
  const [a, b] = [at(from), at(from + 1)];
  if (!Number.isFinite(a.x + a.y + b.x + b.y)) return hit;
  if (policy !== "interp") {
    const chosen = policy === "prev" ? from : from + 1;
    const { x, y } = at(chosen);
    return { ...hit, index: chosen, px: x, py: y };
  }
  const share = shareOf(a, b);
  return { ...hit, index: from, px: a.x + share * (b.x - a.x), py: a.y + share * (b.y - a.y) };
}

function dress(root: ParentNode): void {
  const { styleSheet } = tipStyles;
  if (!(root instanceof ShadowRoot) || styleSheet === undefined) return;
  if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

extras.hover = { dress, tell, find };
