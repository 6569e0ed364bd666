/** What the models of a document hold, to look into while an application is made. */
import { css, html } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { FLOATING_SCHEMA } from "../../model/floating_schema.js";
import type { Model } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { base } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { Watch } from "../watch.js";
import { isModel, reference } from "../field.js";
import { register } from "../registry.js";
import { matches, modelsBelow, renderFields, titleFor } from "./listing.js";

/** How often it looks whether there are other models by now, in milliseconds. */
const LOOK_MS = 1000;

class ExaminerElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-inline-size: min(280px, 100%);
        max-inline-size: 100%;
        font-size: 13px;
      }
      input {
        inline-size: 100%;
        min-block-size: 34px;
        padding: 4px 10px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        color: var(--_text);
        font: inherit;
      }
      .list {
        overflow: auto;
        max-block-size: 70vh;
        scrollbar-width: thin;
      }
      details {
        border-block-end: 1px solid var(--_line);
      }
      summary {
        padding: 6px 2px;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      summary:hover {
        background: var(--_sunken);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, max-content) minmax(0, 1fr);
        gap: 3px 14px;
        margin: 0;
        padding: 2px 4px 10px 16px;
        font-family: var(--_mono);
        font-size: 12px;
      }
      dt {
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      dt.chosen {
        color: var(--_text);
        font-weight: 600;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .count {
        color: var(--_muted);
      }
    `,
  ];

  #words = "";
  readonly #open = new Set<Model>();
  readonly #watch = new Watch(() => {
    this.requestUpdate();
  });

  #listed: readonly Model[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Models come and go anywhere, and some are known only once the code of what shows them has come.
    this.#timer = setInterval(this.#look, LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#watch.cancel();
  }

  protected override render(): TemplateResult {
    const all = this.#all;
    this.#listed = all;
    const found = all.filter((model) => matches(model, this.#words));
    return html`<input
        type="search"
        aria-label="Find models and fields"
        placeholder="Find a model or a field"
        @input=${this.#onInput}
      />
      <div class="count" role="status">${found.length} of ${all.length} models</div>
      <div class="list">${found.map((model) => this.#renderModel(model))}</div>`;
  }

  protected override updated(): void {
    super.updated();
    this.#watch.set(this.#open);
  }

  #renderModel(model: Model): TemplateResult {
    const open = this.#open.has(model);
    return html`<details
      .open=${open}
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open) this.#open.add(model);
        else this.#open.delete(model);
        this.requestUpdate();
      }}
    >
      <summary>${titleFor(model)}</summary>
      ${open ? renderFields(model) : ""}
    </details>`;
  }

  get #all(): readonly Model[] {
    return modelsBelow(this.#roots).filter((model) => model !== this.model);
  }

  readonly #look = (): void => {
    if (!this.checkVisibility()) return;
    const all = this.#all;
    const same = all.length === this.#listed.length;
    if (!same || all.some((model, at) => model !== this.#listed[at])) this.requestUpdate();
  };

  /** What is looked into: a model, or all that its document shows. */
  get #roots(): readonly Model[] {
    const target = reference(this.model, "target");
    if (target !== undefined) return [target];
    return rootsAround(this);
  }

  readonly #onInput = (event: Event): void => {
    this.#words = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };
}

/** Return the roots of the document that an element shows. */
function rootsAround(element: Node | null): readonly Model[] {
  for (let node = element; node !== null;) {
    const { document } = node as { readonly document?: { readonly roots?: unknown } };
    const roots = document?.roots;
    if (typeof roots === "object" && roots !== null && Symbol.iterator in roots) {
      return [...(roots as Iterable<unknown>)].filter(isModel);
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return [];
}

learn(FLOATING_SCHEMA);
register("docsync-examiner", ExaminerElement, "Examiner");
