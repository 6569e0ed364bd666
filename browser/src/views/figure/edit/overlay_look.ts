import type { Model } from "../../../model/types.js";
import { colorText } from "../../color.js";
import { MARK_SCHEMA } from "../../../model/mark_schema.js";
import { learn } from "../../../model/vocabulary.js";
import { reference } from "../../field.js";
import { readDash } from "../painters/style.js";
import { readSpec } from "../spec.js";

/** What overlays have whose looks nobody has chosen: these follow the page. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  fill_alpha: 0.5,
  fill_color: "lightgrey",
  line_alpha: 1,
  line_color: "black",
  line_width: 2,
};

/** How an overlay looks, as far as its author has chosen; the rest follows the page. */
export interface Look {
  readonly fill: string | undefined;
  readonly line: string | undefined;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Return the looks of an overlay, or nothing if nobody has chosen any. */
function lookOf(overlay: Model | undefined): Look | undefined {
  if (overlay === undefined) return undefined;
  const own = Object.entries(DEFAULTS).some(([field, usual]) => valueOf(overlay, field) !== usual);
  if (!own) return undefined;
  return {
    fill: colorOf(overlay, "fill"),
    line: colorOf(overlay, "line"),
    width: Number(valueOf(overlay, "line_width") ?? 1),
    dash: readDash(overlay.get("line_dash")),
  };
}

function valueOf(looks: Model, field: string): unknown {
  const spec = readSpec(looks.get(field), "value");
  return spec.kind === "value" ? spec.value : undefined;
}

/** Return a colour with its opacity. */
function colorOf(looks: Model, name: string): string | undefined {
  const plain = colorText(valueOf(looks, `${name}_color`));
  const alpha = Number(valueOf(looks, `${name}_alpha`) ?? 1);
  if (plain === undefined) return undefined;
  // What was left black has to be seen in the dark, too.
  const seen = plain === "black" ? "var(--_text)" : plain;
  return `color-mix(in srgb, ${seen} ${Math.round(alpha * 100)}%, transparent)`;
}

/** Say what a box or a handle looks like while it is pointed at. */
function dressHover(element: HTMLElement, looks: Model | undefined): void {
  for (const part of ["fill", "line"]) {
    const color = looks === undefined ? undefined : colorOf(looks, `hover_${part}`);
    element.toggleAttribute(`data-hover-${part}`, color !== undefined);
    element.style.setProperty(`--_hover-${part}`, color ?? "");
  }
}

/** The looks that handles have, in the order in which those of a kind give way to more general ones. */
function fieldsFor(sides: readonly string[]): readonly string[] {
  if (sides.length === 0) return ["move", "all"];
  const place = [...sides].sort((one) => (/top|bottom/.test(one) ? -1 : 1)).join("_");
  return [place, sides.length === 1 ? "sides" : "corners", "resize", "all"];
}

/** Give a handle its looks, as far as somebody has chosen any. */
export function dressHandle(
  element: HTMLElement,
  sides: readonly string[],
  overlay: Model | undefined,
): void {
  const handles = overlay === undefined ? undefined : reference(overlay, "handles");
  if (handles === undefined && !element.hasAttribute("data-dressed")) return;
  const named = fieldsFor(sides);
  const looks =
    handles === undefined
      ? undefined
      : named.map((field) => reference(handles, field)).find((each) => each !== undefined);
  element.toggleAttribute("data-dressed", looks !== undefined);
  dressHover(element, looks);
  if (looks === undefined) return;
  element.style.setProperty("--_fill", colorOf(looks, "fill") ?? "transparent");
  element.style.setProperty("--_line", colorOf(looks, "line") ?? "transparent");
  element.style.setProperty("--_width", `${Number(valueOf(looks, "line_width") ?? 1)}px`);
  const dash = readDash(looks.get("line_dash"));
  element.style.setProperty("--_style", styleOf({ line: colorOf(looks, "line"), dash }));
}

/** Give an element the looks of a box. */
export function dressBox(element: HTMLElement, overlay: Model | undefined): void {
  const look = lookOf(overlay);
  element.classList.toggle("plain", look === undefined);
  const { style } = element;
  style.background = look?.fill ?? "";
  style.borderColor = look?.line ?? "";
  style.borderStyle = look === undefined ? "" : styleOf(look);
  style.borderWidth = look === undefined ? "" : `${look.width}px`;
  dressHover(element, overlay);
}

/** Give the polygon of an outline its looks. */
export function dressPath(polygon: SVGElement, overlay: Model | undefined): void {
  const look = lookOf(overlay);
  const { style } = polygon;
  style.fill = look === undefined ? "" : (look.fill ?? "none");
  style.stroke = look === undefined ? "" : (look.line ?? "none");
  style.strokeWidth = look === undefined ? "" : `${look.width}px`;
  style.strokeDasharray = look === undefined ? "" : look.dash.join(" ") || "none";
}

/** Return how a border is drawn that has a dash. */
export function styleOf({ line, dash }: Pick<Look, "line" | "dash">): string {
  if (line === undefined) return "none";
  if (dash.length === 0) return "solid";
  return Math.min(...dash) <= 2 ? "dotted" : "dashed";
}

// A page without annotations does not know what they are like by themselves.
learn(MARK_SCHEMA);
