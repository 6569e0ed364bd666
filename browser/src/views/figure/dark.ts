/** What suits dark pages of the colours that were chosen for light ones, in data too. */
import { css } from "lit";
import type { Column, Model } from "../../model/types.js";
import { colorText } from "../color.js";
import { inAreas, inTheDark, isDim } from "../dom/written.js";
import { reference, references } from "../field.js";
import { EXPRESSIONS } from "./computed.js";
import { readSpec } from "./spec.js";
import type { GlyphReader } from "./spec.js";
import { StandIn } from "./stand_in.js";

export * from "../dom/written.js";

/** Pictures of all that is behind them: what lies upon them was chosen for these, and not for a page. */
const PICTURES = /^(?:Image|TileRenderer)/;
/** Markers that have no area. */
const OPEN = /^(?:asterisk|cross|dash|x|y)$/;
/** What is behind areas that are less opaque than this is what is seen. */
const SEEN = 0.3;

/** A colour that is the same for all rows, if there is one; or one of each row. */
type Chosen = { readonly color: string | undefined } | "varying";
const NONE: Chosen = { color: undefined };

/**
 * Return a glyph or a mark as it is seen in the dark.
 *
 * What is dark becomes light, and lines that are faint stay so. Colours that stand for something in the data are left
 * alone, and so are outlines of areas that are seen.
 *
 * @param figure What it lies in; nothing is changed upon pictures.
 * @param counts Tells whether a colour is to be changed at all.
 */
export function seenInTheDark(
  model: Model,
  figure?: Model,
  counts: (field: string) => boolean = () => true,
): Model {
  const fields: [string, unknown][] = Object.entries(suited(model)).filter(([field]) =>
    counts(field),
  );
  const worded = figure !== undefined && model.get("text_color") !== undefined;
  if (worded && !hasBright(figure)) fields.push([ON_PAGE, true]);
  if (fields.length === 0 || (figure !== undefined && hasPicture(figure))) return model;
  const seen = new StandIn(model, Object.fromEntries(fields));
  written.set(seen, model);
  return seen;
}

/**
 * What is drawn light on a dark page needs its ground on paper, too: browsers print no backgrounds, and draw no canvas
 * anew for it.
 */
const { styleSheet: PRINTED } = css`
  @media print {
    :host {
      background: var(--_surface) !important;
      color-scheme: dark !important;
      print-color-adjust: exact !important;
    }
  }
`;

/** Have a figure that is drawn for a dark page printed on its ground; the first of its probes tells. */
export function keepInPrint(probe: Element, dark: boolean): void {
  const root = probe.getRootNode();
  if (PRINTED === undefined || !(root instanceof ShadowRoot) || !probe.matches(".probe")) return;
  const others = root.adoptedStyleSheets.filter((sheet) => sheet !== PRINTED);
  root.adoptedStyleSheets = dark ? [...others, PRINTED] : others;
}

/** What models were before they were seen in the dark. */
const written = new WeakMap<Model, Model>();

/** Return what reads a glyph as it is seen on a canvas: on a light ground of its own as it was written. */
export function asSeenOn(canvas: HTMLCanvasElement, reader: GlyphReader): GlyphReader {
  const before = written.get(reader.glyph);
  const light = before !== undefined && getComputedStyle(canvas).colorScheme === "light";
  return light ? reader.alike(before) : reader;
}

/** What says of words that there is nothing behind them that only dark ones can be read on. */
const ON_PAGE = "on_page";

/** Return the colours of a model that are others in the dark. */
function suited(model: Model): Record<string, unknown> {
  const fill = isOpen(model) ? NONE : colorOf(model, "fill_color");
  const fields: Record<string, unknown> = {};
  const area = fill === "varying" ? undefined : fill.color;
  const named = model.chosen("hatch_pattern") ? ["line_color", "hatch_color"] : ["line_color"];
  const lines = named.map((field) => [field, colorOf(model, field)] as const);
  // Marks are as small as lines are thin, and of one colour mostly.
  const alone = lines.every(([, line]) => line !== "varying" && (line.color ?? area) === area);
  const suit = /Scatter|Head$/.test(model.type) && alone ? inTheDark : inAreas;
  const put = (field: string, color: string, other: string): void => {
    if (other !== color) fields[field] = other;
  };
  if (area !== undefined) put("fill_color", area, suit(area));
  // Outlines are seen upon their areas, unless these have become dark.
  const dark = area !== undefined && !isDim(area) && fields["fill_color"] !== undefined;
  const open = fill !== "varying" && (area === undefined || dark || isClear(model));
  const small = model.type.endsWith("Scatter");
  for (const [field, line] of small ? [["fill_color", fill] as const, ...lines] : lines) {
    if (line === "varying" && (open || small)) Object.assign(fields, suitedColumn(model, field));
    if (line === "varying" || line.color === undefined || field === "fill_color") continue;
    const { color } = line;
    // What has the colour of its area is one with it.
    if (color === area) put(field, color, suit(color));
    else if (open) put(field, color, inTheDark(color));
  }
  return fields;
}

/** Return what stands for a column of colours of what is as thin as lines: black would not be seen at all. */
function suitedColumn(model: Model, field: string): Record<string, unknown> {
  const spec = readSpec(model.get(field), "value");
  if (spec.kind !== "field" || spec.transform !== undefined) return {};
  return { [field]: { expr: new StandIn(model, { column: spec.name }, SUITED) } };
}

/** The name of what computes a column of colours that suit the dark. */
const SUITED = "SuitedColumn";
/** Of more colours nobody tells which is which. */
const MOST_COLORS = 50;

EXPRESSIONS[SUITED] = (expression, { columns }) => {
  const column = columns[String(expression.get("column"))];
  return column !== undefined && Array.isArray(column) ? suitedColors(column) : column;
};

/** Return colours of which those are others that are not seen in the dark: none that becomes like another one. */
function suitedColors(column: readonly unknown[]): Column {
  const colors = new Set(column.filter((color) => typeof color === "string"));
  if (colors.size > MOST_COLORS || ![...colors].some(isDim)) return column;
  const others = new Map<unknown, string>();
  for (const color of colors) others.set(color, isDim(color) ? inTheDark(color) : color);
  const alike = new Set(others.values()).size < colors.size;
  return alike ? column : column.map((color) => others.get(color) ?? color);
}

function colorOf(model: Model, field: string): Chosen {
  const spec = readSpec(model.get(field), "value");
  return spec.kind === "value" ? { color: colorText(spec.value) } : "varying";
}

/** Tell whether a model has a marker without an area. */
function isOpen(model: Model): boolean {
  const marker = readSpec(model.get("marker"), "value");
  return marker.kind === "value" && OPEN.test(String(marker.value));
}

/** Tell whether what is behind the areas of a model is seen through them. */
function isClear(model: Model): boolean {
  const alpha = readSpec(model.get("fill_alpha"), "value");
  return alpha.kind === "value" && typeof alpha.value === "number" && alpha.value < SEEN;
}

/** Tell whether a figure has areas that dark words can be read on, and light ones cannot. */
function hasBright(figure: Model): boolean {
  return references(figure, "renderers").some((renderer) => {
    const glyph = reference(renderer, "glyph");
    if (glyph === undefined || glyph.type === "Scatter" || isClear(glyph)) return false;
    const fill = colorOf(glyph, "fill_color");
    if (fill === "varying") return true;
    return fill.color !== undefined && inAreas(fill.color) === fill.color;
  });
}

/** Tell whether a figure shows something that takes the place of the page behind its data. */
function hasPicture(figure: Model): boolean {
  return references(figure, "renderers").some((renderer) => {
    if (renderer.get("visible") === false) return false;
    const filled = reference(renderer, "fill_renderer") !== undefined;
    return filled || PICTURES.test(reference(renderer, "glyph")?.type ?? renderer.type);
  });
}
