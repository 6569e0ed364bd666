import { css, html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../model/types.js";
import { base } from "../theme/tokens.js";
import { arrange, placeholders } from "./arrange.js";
import type { Direction } from "./box.js";
import { ModelElement } from "./element.js";
import { number, references } from "./field.js";
import { steadily } from "./lazily.js";
import { register } from "./registry.js";

const bringCrowded = steadily(() => import("./widgets/crowded.js"));

/** A view that lays out the views of its children one after another. */
abstract class BoxElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      :host {
        display: flex;
      }
      .box {
        display: flex;
        flex: auto;
        align-items: flex-start;
        min-inline-size: 0;
      }
      .box.column {
        flex-direction: column;
      }
      .box.column > * {
        flex-shrink: 0;
      }
      .box.row {
        flex-wrap: var(--_wrap);
      }
      .box.row > docsync-div,
      .box.row > docsync-spacer {
        align-self: stretch;
        flex-shrink: 4;
      }
      .box.row > [data-stretch] {
        min-inline-size: var(--_least, 0);
      }
    `,
  ];

  protected abstract readonly flow: Direction;
  readonly #views = new Map<Model, HTMLElement>();

  protected override render(): TemplateResult {
    return html`<div class="box ${this.flow}"></div>`;
  }

  protected override updated(): void {
    super.updated();
    const box = this.renderRoot.firstElementChild;
    if (!(box instanceof HTMLElement)) return;
    box.style.gap = `${number(this.model, "spacing", 0)}px`;
    arrange(box, references(this.model, "children"), this.#views, this.flow);
  }
}

class RowElement extends BoxElement {
  protected override readonly flow = "row";

  protected override updated(): void {
    super.updated();
    const box = this.renderRoot.firstElementChild;
    if (!box) return;
    // Words to press are not to be broken, and may be in whatever is no figure. Figures stand side by side if they can.
    if (!box.querySelector(":not(docsync-figure)") && getComputedStyle(box).flexWrap !== "wrap")
      return;
    bringCrowded(({ keepWords }) => {
      keepWords(box);
    });
  }
}

class ColumnElement extends BoxElement {
  protected override readonly flow = "column";
}

class SpacerElement extends ModelElement {
  static override styles: CSSResult = base;
}

register("docsync-row", RowElement, "Row");
register("docsync-column", ColumnElement, "Column", "Box");
register("docsync-spacer", SpacerElement, "Spacer");
