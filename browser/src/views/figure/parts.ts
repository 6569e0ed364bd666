import type { Model } from "../../model/types.js";
import { reference, references } from "../field.js";
import { extras } from "./extras.js";
import { lazily } from "../lazily.js";
import { PAINTERS } from "./painters/all.js";
import { SIDES } from "./panels.js";
import { isElement } from "./plane.js";

const bringFurther = lazily(() => import("./further.js"));

/** What a figure consists of besides glyphs, of which the everyday chunk knows. */
const KNOWN = /^(?:GlyphRenderer|Grid|Legend)$|Axis$/;

/** What few renderers and few glyphs have. */
const RARE = ["view", "coordinates", "context_menu"];
const LOOKS = ["hatch_pattern", "decorations", "defs"];
/** What of figures, titles and guides may have a hatch. */
const HATCHED = ["background", "band", "inactive", "item_background"];

/** Return what a figure's renderers and guides are that neither glyphs nor axes nor legends are. */
export function marksOf(parts: Iterable<Model>): Model[] {
  return [...parts].filter(({ type }) => !KNOWN.test(type));
}

/** Tell whether anything lies below a figure as a whole. */
export function hasGround(figure: Model): boolean {
  return figure.chosen("border_hatch_pattern") || figure.chosen("border_line_color");
}

/** Bring what few figures need, if one of these does; call back when it has come. */
export function bringParts(figure: Model, guides: readonly Model[], come: () => void): void {
  const renderers = references(figure, "renderers");
  const lacking = renderers.some((renderer) => {
    const glyph = reference(renderer, "glyph");
    if (glyph === undefined) return false;
    if (RARE.some((field) => reference(renderer, field) !== undefined)) return true;
    return PAINTERS[glyph.type] === undefined || LOOKS.some((field) => glyph.chosen(field));
  });
  const hatched = [figure, reference(figure, "title"), ...guides].some((guide) =>
    HATCHED.some((prefix) => guide?.chosen(`${prefix}_hatch_pattern`) === true),
  );
  const grounded = guides.some(
    (guide) => guide.type.endsWith("Axis") && guide.chosen("background_fill_color"),
  );
  const more =
    figure.chosen("window_axis") ||
    hatched ||
    grounded ||
    reference(figure, "toolbar")?.chosen("context_menu") === true ||
    hasGround(figure) ||
    [...SIDES, "center"].some((side) => references(figure, side).some(isElement)) ||
    marksOf([...renderers, ...guides]).length > 0;
  if (extras.mark !== undefined || !(lacking || more || extras.wanted === true)) return;
  bringFurther(come);
}
