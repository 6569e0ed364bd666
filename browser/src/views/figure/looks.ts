import type { Model } from "../../model/types.js";
import { number, optionalNumber, text } from "../field.js";
import { extras } from "./extras.js";
import { readDash } from "./painters/style.js";
import { chromeColor, readSize, schemeFor } from "./palette.js";

/** Give an element the looks that an author has chosen for a text; the rest is left to the style sheet. */
export function dressText(element: HTMLElement, model: Model, prefix: string): void {
  const { style } = element;
  const chosen = (field: string): boolean => model.chosen(`${prefix}_${field}`);
  style.color = colorOf(
    model,
    `${prefix}_color`,
    `${prefix}_alpha`,
    "currentcolor",
    extras.dark?.readable,
  );
  style.fontSize = chosen("font_size") ? (readSize(model.get(`${prefix}_font_size`)) ?? "") : "";
  style.fontFamily = chosen("font") ? text(model, `${prefix}_font`) : "";
  const words = text(model, `${prefix}_font_style`);
  const slanted = words.includes("italic");
  style.fontStyle = chosen("font_style") ? (slanted ? "italic" : "normal") : "";
  style.fontWeight = chosen("font_style") ? (words.includes("bold") ? "600" : "400") : "";
  style.lineHeight = chosen("line_height")
    ? String(number(model, `${prefix}_line_height`, 1.2))
    : "";
  style.textAlign = chosen("align") ? text(model, `${prefix}_align`) : "";
  const outline = chromeColor(model, `${prefix}_outline_color`, "");
  const width = optionalNumber(model, `${prefix}_outline_width`) ?? 1;
  style.webkitTextStroke = outline === undefined || outline === "" ? "" : `${width}px ${outline}`;
  style.paintOrder = style.webkitTextStroke === "" ? "" : "stroke";
}

/** Give an element the looks that an author has chosen for what is behind and around it. */
export function dressBox(element: HTMLElement, model: Model): void {
  const { style } = element;
  const fill = chosenFill(model, "background_fill", "var(--_surface)");
  style.background = fill ?? "";
  // Words have to be seen on what is behind them.
  style.colorScheme = schemeFor(model, "background_fill");
  extras.layHatch?.(element, model, "background_");
  dressBorder(style, model);
  style.borderRadius = model.chosen("border_radius") ? corners(model.get("border_radius")) : "";
  style.padding = model.chosen("padding") ? sides(model.get("padding")) : "";
}

function dressBorder(style: CSSStyleDeclaration, model: Model): void {
  const fields = ["color", "alpha", "width", "dash"].map((field) => `border_line_${field}`);
  if (!fields.some((field) => model.chosen(field))) {
    style.border = "";
    return;
  }
  const color =
    model.get("border_line_color") === null
      ? "transparent"
      : colorOf(
          model,
          "border_line_color",
          "border_line_alpha",
          "var(--_line)",
          extras.dark?.softened,
        );
  const dash = readDash(model.get("border_line_dash"));
  const kind = dash.length === 0 ? "solid" : Math.max(...dash) <= 3 ? "dotted" : "dashed";
  style.border = `${number(model, "border_line_width", 1)}px ${kind} ${color || "var(--_line)"}`;
}

/** Return a colour that an author has chosen, or the style sheet's own at a chosen opacity; empty leaves it. */
export function colorOf(
  model: Model,
  field: string,
  opacity: string,
  token: string,
  suit: (color: string) => string = String,
): string {
  if (!model.chosen(field) && !model.chosen(opacity)) return "";
  const own = chromeColor(model, field, token);
  if (own === undefined) return "transparent";
  const color = suit(own);
  const alpha = number(model, opacity, 1);
  return alpha >= 1 ? color : `color-mix(in srgb, ${color} ${alpha * 100}%, transparent)`;
}

/** Return a fill if its author has chosen anything about it. */
export function chosenFill(model: Model, prefix: string, token: string): string | undefined {
  const [color, alpha] = [`${prefix}_color`, `${prefix}_alpha`];
  if (!model.chosen(color) && !model.chosen(alpha)) return undefined;
  const found = chromeColor(model, color, token);
  const share = number(model, alpha, 1) * 100;
  return found === undefined
    ? "transparent"
    : `color-mix(in srgb, ${found} ${share}%, transparent)`;
}

/** Read lengths for all sides, for two, or for each by its name. */
function sides(value: unknown): string {
  return lengths(value, ["top", "right", "bottom", "left"]);
}

function corners(value: unknown): string {
  return lengths(value, ["top_left", "top_right", "bottom_right", "bottom_left"]);
}

function lengths(value: unknown, names: readonly string[]): string {
  if (typeof value === "number") return `${value}px`;
  if (Array.isArray(value)) {
    const all = value.map(Number);
    // A pair is across and along; CSS has it the other way round.
    if (all.length === 2) all.reverse();
    return all.map((each) => `${each}px`).join(" ");
  }
  if (typeof value !== "object" || value === null) return "";
  const given = value as Readonly<Record<string, unknown>>;
  const part = (name: string): number => {
    const own = given[name] ?? given[name === "left" || name === "right" ? "x" : "y"];
    return typeof own === "number" ? own : 0;
  };
  return names.map((name) => `${part(name)}px`).join(" ");
}
