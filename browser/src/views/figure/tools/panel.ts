/** What is shown over the page about a figure: help, and what its models hold. */
import { LitElement, css, html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { base } from "../../../theme/tokens.js";
import { text } from "../../field.js";
import { modelsBelow, renderFields, titleFor } from "../../floating/listing.js";
import { titleOf } from "../title.js";
import type { Hand } from "./hand.js";
import { renderIcon } from "./icon.js";
import { labelOf } from "./looks.js";
import { driven, kindOf } from "./kinds.js";

/** What people do with a tool, in a sentence. */
const USES: Readonly<Record<string, string | undefined>> = {
  PanTool: "Drag to move; drag an axis to move that direction alone.",
  BoxZoomTool: "Drag a box to zoom into it, tap twice to go back.",
  WheelZoomTool: "Turn the wheel or pinch; over an axis, that direction alone.",
  WheelPanTool: "Turn the wheel to move.",
  BoxSelectTool: "Drag a box around what is to be selected.",
  LassoSelectTool: "Draw around what is to be selected.",
  PolySelectTool: "Tap corners around what is to be selected, the last one twice.",
  TapTool: "Tap what is to be selected.",
  HoverTool: "Point at the data to read them.",
  CrosshairTool: "Shows where the pointer is on both axes.",
  SaveTool: "Downloads a picture.",
  CopyTool: "Puts a picture into the clipboard.",
  ResetTool: "Shows what was shown at first.",
  UndoTool: "Goes back by one step.",
  RedoTool: "Goes forward to what was undone.",
  FullscreenTool: "Fills the screen, or stops that.",
  ZoomInTool: "Zooms in by a step.",
  ZoomOutTool: "Zooms out by a step.",
  ClickPanTool: "Moves by a step.",
  ExamineTool: "Lists the models of the figure.",
};

const KEYS: readonly (readonly [string, string])[] = [
  ["← → ↑ ↓", "move"],
  ["+ −", "zoom"],
  ["0", "reset"],
  ["Enter", "select what is shown"],
  ["Esc", "give up, or select nothing"],
  ["Shift", "add to what is selected"],
  ["Ctrl", "keep only what is selected twice"],
];

class PanelElement extends LitElement {
  static override styles: CSSResult[] = [
    base,
    css`
      dialog {
        inline-size: min(520px, calc(100vw - 32px));
        max-block-size: min(640px, calc(100vh - 32px));
        margin: auto;
        padding: 0;
        border: 1px solid var(--_line);
        border-radius: 10px;
        background: var(--_raised);
        box-shadow: var(--_shadow);
        color: var(--_text);
      }
      dialog::backdrop {
        background: light-dark(#1d21293d, #0009);
      }
      header {
        position: sticky;
        inset-block-start: 0;
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        padding: 14px 12px 10px 20px;
        background: inherit;
        font-size: 15px;
        font-weight: 600;
      }
      header button {
        inline-size: 32px;
        block-size: 32px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: var(--_muted);
        font-size: 18px;
        cursor: pointer;
      }
      header button:hover {
        background: var(--_sunken);
        color: var(--_text);
      }
      .body {
        padding: 0 20px 20px;
      }
      .tool {
        display: grid;
        grid-template-columns: 20px 1fr;
        gap: 0 12px;
        padding-block: 6px;
      }
      .tool p {
        margin: 0;
        color: var(--_muted);
        font-size: 13px;
      }
      .icon {
        inline-size: 20px;
        block-size: 20px;
        overflow: visible;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.4;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .heading {
        margin: 16px 0 6px;
        font-size: 13px;
        font-weight: 600;
        color: var(--_muted);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 16px;
        margin: 0;
        font-size: 13px;
      }
      dt {
        color: var(--_muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      kbd {
        padding: 1px 6px;
        border: 1px solid var(--_line);
        border-radius: 4px;
        background: var(--_sunken);
        color: var(--_text);
        font: inherit;
        font-size: 12px;
      }
      summary {
        padding-block: 4px;
        cursor: pointer;
      }
      dt.chosen {
        color: var(--_text);
        font-weight: 600;
      }
      details > dl {
        padding: 4px 0 10px 16px;
        font-family: var(--_mono);
        font-size: 12px;
      }
    `,
  ];

  heading = "";
  content: TemplateResult = html``;

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => {
        this.remove();
      }}
      @click=${this.#onClick}
    >
      <header>
        <span id="heading">${this.heading}</span>
        <button type="button" aria-label="Close" @click=${this.#close}>×</button>
      </header>
      <div class="body" tabindex="-1">${this.content}</div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  /** A press beside the panel closes it. */
  readonly #onClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this.#dialog) this.#close();
  };
}

if (customElements.get("docsync-panel") === undefined) {
  customElements.define("docsync-panel", PanelElement);
}

function open(hand: Hand, heading: string, content: TemplateResult): void {
  const panel = document.createElement("docsync-panel");
  if (!(panel instanceof PanelElement)) return;
  panel.heading = heading;
  panel.content = content;
  // What is over a figure must be in it while it fills the screen.
  (hand.element.shadowRoot ?? hand.element).append(panel);
}

/** Open the page that a tool names, or say what the tools of the figure do. */
export function help(tool: Model, hand: Hand): void {
  const redirect = text(tool, "redirect");
  if (redirect !== "") {
    const address = new URL(redirect, document.baseURI);
    if (/^(?:https?|mailto|tel):$/.test(address.protocol))
      window.open(address.href, "_blank", "noopener");
    return;
  }
  const tools = hand.tools.all.filter((one) => one !== tool && one.get("visible") !== false);
  open(
    hand,
    "How to use this plot",
    html`${tools.flatMap(driven).map(renderUse)}
      <div class="heading">Keys, once the plot has the focus</div>
      <dl>
        ${KEYS.map(
          ([keys, use]) =>
            html`<dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${use}</dd>`,
        )}
      </dl>`,
  );
}

function renderUse(tool: Model): TemplateResult | typeof nothing {
  if (kindOf(tool) === undefined) return nothing;
  return html`<div class="tool">
    ${renderIcon(tool)}
    <div>
      ${text(tool, "description") || labelOf(tool)}
      <p>${USES[tool.type] ?? ""}</p>
    </div>
  </div>`;
}

/** List the models of a figure with what their fields hold. */
export function examine(hand: Hand): void {
  open(
    hand,
    `Models of “${titleOf(hand.model)}”`,
    html`${modelsBelow([hand.model]).map(
      (model) =>
        html`<details>
          <summary>${titleFor(model)}</summary>
          ${renderFields(model)}
        </details>`,
    )}`,
  );
}
