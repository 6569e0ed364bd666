import type { Model } from "../../model/types.js";
import { reference } from "../field.js";
import { PAINTERS } from "./painters/all.js";
import { extras } from "./painters/style.js";

let shapes: Promise<unknown> | undefined;

/** Bring what few figures need, if one of these models does; call back when it has come. */
export function bringParts(models: Iterable<Model>, come: () => void): void {
  const missing = [...models].some((model) => {
    const glyph = reference(model, "glyph");
    if (glyph === undefined) return false;
    return (
      PAINTERS[glyph.type] === undefined ||
      (extras.hatch === undefined && glyph.chosen("hatch_pattern"))
    );
  });
  if (!missing || extras.hatch !== undefined) return;
  shapes ??= import("./shapes.js");
  void shapes.then(come);
}
