import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { text } from "../../field.js";
import { underlying } from "./kinds.js";
import { iconOf, labelOf } from "./looks.js";

/** Shows the icon that an author has chosen, once the code that can is there. */
export const chosenIcons: {
  render?: (icon: string, label: string) => TemplateResult | undefined;
  /** Paint the icons that are pictures, once they are rendered. */
  paint?: (root: ParentNode) => void;
} = {};

/** Show what a button is for. */
export function renderIcon(tool: Model): TemplateResult {
  const like = underlying(tool);
  const icon = text(like, "icon");
  const chosen = icon === "" ? undefined : chosenIcons.render?.(icon, labelOf(like));
  return (
    chosen ?? html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${iconOf(like)}</svg>`
  );
}
