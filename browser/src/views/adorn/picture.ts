/** Small pictures on buttons. */
import { css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { ADORNMENT_SCHEMA } from "../../model/adornment_schema.js";
import { learn } from "../../model/vocabulary.js";
import { colorText } from "../color.js";
import { ModelElement } from "../element.js";
import { flag, optionalNumber, text } from "../field.js";
import { register } from "../registry.js";
import { sanitize } from "../sanitize.js";
import { renderPicture } from "./pictures.js";

const told = new Set<string>();

class IconElement extends ModelElement {
  static override styles: CSSResult = css`
    :host {
      display: inline-block;
      flex: none;
      margin-inline-end: 6px;
      fill: currentcolor;
      vertical-align: middle;
    }
    :host([data-none]) {
      display: none;
    }
    :host([data-alone]) {
      margin-inline-end: 0;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    .line {
      fill: none;
      stroke: currentcolor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  protected override render(): TemplateResult | typeof nothing {
    this.ariaHidden = "true";
    const picture = this.#picture();
    this.toggleAttribute("data-none", picture === nothing);
    this.toggleAttribute("data-alone", this.parentElement?.textContent.trim() === "");
    return picture;
  }

  protected override updated(): void {
    super.updated();
    const pixels = optionalNumber(this.model, "size");
    const size = pixels === undefined ? text(this.model, "size", "1em") : `${pixels}px`;
    Object.assign(this.style, { width: size, height: size });
  }

  #picture(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!flag(model, "visible", true)) return nothing;
    if (model.type === "SVGIcon") {
      const picture = sanitize(text(model, "svg")).querySelector("svg");
      return picture === null ? nothing : html`${picture}`;
    }
    const color = model.type === "BuiltinIcon" ? colorText(model.get("color")) : undefined;
    // The neutral grey of the default stands for "not chosen".
    this.style.color = color === undefined || color === "gray" ? "" : color;
    const name = text(model, "icon_name");
    const picture = renderPicture(name);
    if (picture === undefined && !told.has(name)) {
      told.add(name);
      console.info(`There is no icon “${name}” here: SVGIcon shows any picture`);
    }
    return picture ?? nothing;
  }
}

learn(ADORNMENT_SCHEMA);
register("docsync-icon", IconElement, "BuiltinIcon", "SVGIcon", "TablerIcon");
