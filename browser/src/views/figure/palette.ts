import type { Model } from "../../model/types.js";
import { schemeOn } from "../../theme/scheme.js";
import { colorText } from "../color.js";
import { number } from "../field.js";
import { steadily } from "../lazily.js";
import { extras } from "./extras.js";

/** The colours of the page as a canvas needs them: computed, in the light or dark that is on. */
export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly edge: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  readonly font: string;
  /** Whether they are those of a dark page, and colours that authors choose are meant for a light one. */
  readonly dark?: boolean;
}

/** What suits dark pages. */
const bringDark = steadily(() => import("./dark.js"));

const TOKENS = ["text", "muted", "line", "edge", "grid", "surface", "accent"] as const;

/** Read the colours through an element that may be coloured for a moment: those of the page, or of a ground that an author has chosen. */
export function readPalette(probe: HTMLElement, scheme: string, again: () => void): Palette {
  probe.style.colorScheme = scheme;
  const style = getComputedStyle(probe);
  const palette: Partial<Record<(typeof TOKENS)[number], string>> = {};
  for (const token of TOKENS) {
    probe.style.backgroundColor = `var(--_${token})`;
    palette[token] = style.backgroundColor;
  }
  probe.style.backgroundColor = "";
  const dark = scheme === "" && schemeOn(palette.surface ?? "") === "dark";
  if (dark && extras.dark === undefined) {
    bringDark((code) => {
      extras.dark = code;
      again();
    });
  }
  extras.dark?.keepInPrint(probe, dark);
  return { ...(palette as Palette), font: style.fontFamily, dark };
}

/** Return which colours can be read on a fill that an author has chosen; empty on the page's own. */
export function schemeFor(model: Model, prefix: string): "light" | "dark" | "" {
  const field = `${prefix}_color`;
  const color = model.chosen(field) ? (chromeColor(model, field, "") ?? "") : "";
  return color !== "" && number(model, `${prefix}_alpha`, 1) > 0.5 ? schemeOn(color) : "";
}

/**
 * Return the colour of something around the data, or nothing if it is not to be drawn.
 *
 * The defaults are Bokeh's. An author who leaves them gets the page's own colours, light or dark. What is drawn
 * on the page's own ground is seen as well in the dark as in the light.
 */
export function chromeColor(
  model: Model,
  field: string,
  token: string,
  page?: Palette,
): string | undefined {
  const value = model.get(field);
  if (value === null) return undefined;
  if (!model.chosen(field)) return token;
  const color = colorText(value);
  if (color === undefined) return token;
  return page?.dark === true ? (extras.dark?.inTheDark(color, field) ?? color) : color;
}

/** Return a canvas font from the fields of a text, whose names begin with a prefix. */
export function fontOf(model: Model, prefix: string, size: string, family: string): string {
  const given = {
    size: model.get(`${prefix}_font_size`),
    style: model.get(`${prefix}_font_style`),
    name: model.get(`${prefix}_font`),
  };
  return fontText(given, size, family);
}

/** Return a canvas font from what fields say; a size and the page's fonts are for want of another. */
export function fontText(
  given: { readonly size: unknown; readonly style: unknown; readonly name: unknown },
  size: string,
  family: string,
): string {
  const { style, name } = given;
  const own = typeof name === "string" && name !== "" && name !== "helvetica" ? name : family;
  const weight = style === "bold" || style === "bold italic" ? "600 " : "";
  const slope = style === "italic" || style === "bold italic" ? "italic " : "";
  return `${slope}${weight}${readSize(given.size) ?? size} ${own}`;
}

/** Read a font size, which may also be a value spec. Sizes in em are of 13 px, those in rem of 16. */
export function readSize(value: unknown): string | undefined {
  const text: unknown =
    typeof value === "object" && value !== null && "value" in value ? value.value : value;
  if (typeof text !== "string") return undefined;
  const match = /^([\d.]+)(px|pt|em|rem)$/.exec(text.trim());
  if (match === null) return undefined;
  const factors: Record<string, number> = { px: 1, pt: 4 / 3, em: 13, rem: 16 };
  return `${Number(match[1]) * (factors[match[2] ?? "px"] ?? 1)}px`;
}

/** Return the size in pixels that a canvas font has, whatever numbers its weight and family hold. */
export function sizeOf(font: string): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 16);
}
