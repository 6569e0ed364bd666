import type { Model } from "../../model/types.js";
import { createView, registerLazy } from "../registry.js";

registerLazy(() => import("./picture.js"), { icon: ["BuiltinIcon", "SVGIcon", "TablerIcon"] });

/** Make the view of an icon. */
export function createIcon(icon: Model): HTMLElement {
  return createView(icon, "row");
}
