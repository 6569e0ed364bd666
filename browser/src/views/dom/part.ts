/** Small documents that stand in a page by themselves, with views among their words. */
import { css, noChange } from "lit";
import type { CSSResult } from "lit";
import { DOM_SCHEMA } from "../../model/dom_schema.js";
import type { Model, ModelChange, Subscription } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { isWithin, placeholders } from "../arrange.js";
import { ModelElement } from "../element.js";
import { isModel, list, record, reference, text } from "../field.js";
import { createPlaceholder, createView, register } from "../registry.js";
import { styleSheet, suit } from "../sanitize.js";
import { prose } from "../widgets/markup.js";
import { createMarkup, wordsOf } from "./node.js";
import { say } from "./said.js";

/** An element with what is inside: words, and views that stay as they are while others come and go. */
abstract class PartElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    placeholders,
    css`
      :host {
        display: block;
        align-self: stretch;
      }
      /* A share of no height in particular is that of what is inside. */
      :host(:not([data-flex])) > [data-stretch] {
        block-size: 100% !important;
      }
    `,
  ];

  readonly #views = new Map<Model, HTMLElement>();
  #nodes: readonly Node[] = [];
  /** The properties that the style of the model has set. */
  #styled: readonly string[] = [];

  protected override render(): typeof noChange {
    return noChange;
  }

  protected override updated(): void {
    super.updated();
    this.#applyStyle();
    const inside = this.inside();
    for (const [model, view] of this.#views) {
      if (inside.some((node) => node === view || node.contains(view))) continue;
      this.#views.delete(model);
    }
    this.#place(inside);
  }

  /** Return what is inside, in its order: the nodes that were there before as far as they stay. */
  protected inside(): Node[] {
    return list(this.model, "children").map((child) => this.nodeOf(child));
  }

  /** Return the node of a child, which words have a new one of each time. */
  protected nodeOf(child: unknown): Node {
    if (!isModel(child)) return document.createTextNode(typeof child === "string" ? child : "");
    const known = this.#views.get(child);
    if (known !== undefined) return known;
    const direction = String(record(this.model, "style")["flex_direction"]).startsWith("row")
      ? "row"
      : "column";
    const view = isWithin(this, child)
      ? createPlaceholder("A layout cannot contain itself.", "failed")
      : createView(child, direction);
    this.#views.set(child, view);
    return view;
  }

  /** Put nodes into their places, and move none that stand there: what is moved begins anew. */
  #place(nodes: readonly Node[]): void {
    const kept = new Set(nodes);
    for (const node of this.#nodes) if (!kept.has(node)) node.parentNode?.removeChild(node);
    let place: Node | null = this.#nodes.find((node) => kept.has(node)) ?? null;
    for (const node of kept) {
      if (node === place) place = place.nextSibling;
      else this.renderRoot.insertBefore(node, place);
    }
    this.#nodes = nodes;
  }

  #applyStyle(): void {
    const { style } = this;
    for (const property of this.#styled) style.removeProperty(property);
    const wanted = Object.entries(record(this.model, "style")).flatMap(([name, value]) =>
      typeof value === "string" ? [[name.replaceAll(/(?<!^-*)_/g, "-"), value] as const] : [],
    );
    style.colorScheme = "";
    say(style, wanted);
    suit(style, undefined, false);
    this.#styled = wanted.map(([property]) => property);
    this.toggleAttribute("data-flex", /flex|grid/.test(style.display));
  }
}

class DivPart extends PartElement {}

class SpanPart extends PartElement {
  static override styles: CSSResult[] = [
    ...PartElement.styles,
    css`
      :host {
        display: inline;
      }
    `,
  ];
}

/** Words, never markup. */
class TextPart extends SpanPart {
  protected override inside(): Node[] {
    return [document.createTextNode(text(this.model, "content"))];
  }
}

/** The value of a field of another model, as it is by now. */
class ValuePart extends SpanPart {
  #of: Model | undefined;
  #subscription: Subscription | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#subscription?.cancel();
    this.#of = this.#subscription = undefined;
  }

  protected override changed(change: ModelChange): void {
    super.changed(change);
    this.#follow();
  }

  protected override inside(): Node[] {
    this.#follow();
    const words = wordsOf(this.model, undefined).map((piece) =>
      typeof piece === "string" ? document.createTextNode(piece) : piece,
    );
    return [...words, ...super.inside()];
  }

  #follow(): void {
    const of = this.isConnected ? reference(this.model, "obj") : undefined;
    if (of === this.#of) return;
    this.#subscription?.cancel();
    this.#of = of;
    this.#subscription = of?.observe(() => {
      this.requestUpdate();
    });
  }
}

class TablePart extends PartElement {
  static override styles: CSSResult[] = [
    ...PartElement.styles,
    css`
      :host {
        display: table;
        align-self: start;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected readonly kind: string = "table";

  override connectedCallback(): void {
    super.connectedCallback();
    this.role ??= this.kind;
  }
}

class RowPart extends TablePart {
  static override styles: CSSResult[] = [
    ...PartElement.styles,
    css`
      :host {
        display: table-row;
      }
      .cell {
        display: table-cell;
        padding: 2px 12px 2px 0;
        vertical-align: baseline;
      }
    `,
  ];

  protected override readonly kind = "row";
  readonly #cells: HTMLElement[] = [];

  /** Cells stay where they are; what is in them changes. */
  protected override inside(): Node[] {
    const nodes = super.inside();
    for (const [at, node] of nodes.entries()) {
      const cell = (this.#cells[at] ??= createCell());
      if (cell.firstChild !== node || cell.childNodes.length > 1) cell.replaceChildren(node);
    }
    this.#cells.length = nodes.length;
    return [...this.#cells];
  }
}

function createCell(): HTMLElement {
  const cell = document.createElement("div");
  cell.className = "cell";
  cell.role = "cell";
  return cell;
}

/** Markup with views in it. */
class MarkupPart extends PartElement {
  static override styles: CSSResult[] = [...PartElement.styles, prose];

  readonly #content = document.createElement("div");
  #shown: readonly unknown[] | undefined;
  #sheet: CSSStyleSheet | undefined;

  protected override inside(): Node[] {
    const given = this.model.get("html");
    const pieces: readonly unknown[] =
      typeof given === "string" ? [given] : list(this.model, "html");
    const known = this.#shown;
    const same =
      known?.length === pieces.length && pieces.every((piece, at) => piece === known[at]);
    if (!same) this.#write(pieces);
    return [this.#content, ...super.inside()];
  }

  #write(pieces: readonly unknown[]): void {
    this.#shown = pieces;
    const root = this.renderRoot as ShadowRoot;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#sheet = styleSheet(pieces.filter((piece) => typeof piece === "string").join(""));
    root.adoptedStyleSheets = this.#sheet ? [...others, this.#sheet] : others;
    this.#content.className = "content";
    this.#content.replaceChildren(createMarkup(this.model, (piece) => this.nodeOf(piece)));
  }
}

learn(DOM_SCHEMA);
register("docsync-dom-div", DivPart, "DOMDiv");
register("docsync-dom-span", SpanPart, "DOMSpan");
register("docsync-dom-table", TablePart, "DOMTable");
register("docsync-dom-table-row", RowPart, "DOMTableRow");
register("docsync-dom-text", TextPart, "DOMText");
register("docsync-html", MarkupPart, "HTML");
register("docsync-template", class extends DivPart {}, "Template");
for (const type of ["Index", "ValueOf", "ValueRef", "ColorRef"]) {
  const tag = `docsync-${type.replace(/\B[A-Z]/g, "-$&").toLowerCase()}`;
  register(tag, class extends ValuePart {}, type);
}
