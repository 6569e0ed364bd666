/** Files that are read in the browser and sent as base64. */
import { css, html, nothing, svg } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import { base, control } from "../../theme/tokens.js";
import { ModelElement } from "../element.js";
import { flag, text } from "../field.js";
import { register } from "../registry.js";

/** What a message takes besides the contents of files, at most. */
const OVERHEAD = 16 * 1024;

class FileInputElement extends ModelElement {
  static override styles: CSSResult[] = [
    base,
    control,
    css`
      .drop {
        position: relative;
        display: flex;
        gap: 12px;
        align-items: center;
        min-block-size: 56px;
        padding: 8px 14px;
        border: 1px dashed var(--_edge);
        border-radius: var(--_radius);
        background: var(--_raised);
        transition:
          border-color 120ms,
          background 120ms;
      }
      .drop:hover:not(.off),
      .drop.over {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      .drop:focus-within {
        outline: 2px solid var(--_accent);
        outline-offset: 1px;
      }
      svg {
        flex: none;
        inline-size: 22px;
        block-size: 22px;
        fill: none;
        stroke: var(--_accent);
        stroke-width: 1.5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .words {
        min-inline-size: 0;
        flex: 1;
        overflow-wrap: anywhere;
      }
      .words b {
        display: block;
        font-weight: 500;
      }
      .words small {
        display: block;
        color: var(--_muted);
        font-size: 12px;
        line-height: 16px;
      }
      input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .clear {
        position: relative;
        z-index: 1;
        flex: none;
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: var(--_muted);
        cursor: pointer;
      }
      .clear:hover {
        background: var(--_sunken);
        color: var(--_text);
      }
      .clear svg {
        inline-size: 16px;
        block-size: 16px;
        stroke: currentcolor;
      }
      .problem {
        margin: 6px 0 0;
        color: var(--_danger);
        font-size: 13px;
      }
      @media (pointer: coarse) {
        .clear {
          inline-size: 44px;
          block-size: 44px;
        }
      }
    `,
  ];

  #problem = "";
  #over = false;
  #reading = false;
  /** How many times files were chosen: what was read before counts no more. */
  #turn = 0;

  protected override updated(): void {
    super.updated();
    const input = this.renderRoot.querySelector<HTMLInputElement>("#input");
    if (input === null) return;
    input.webkitdirectory = flag(this.model, "directory");
    // Emptied from elsewhere: the same file can be chosen again.
    if (this.#names.length === 0 && !this.#reading) input.value = "";
  }

  protected override render(): TemplateResult {
    const model = this.model;
    const title = text(model, "title");
    const disabled = flag(model, "disabled");
    const names = this.#names;
    const several = this.#several;
    const wanted = several ? "Choose files or drop them here" : "Choose a file or drop it here";
    const [first = wanted, ...others] = names;
    const more = others.length === 0 ? first : `${first} and ${others.length} more`;
    const accept = this.#accept;
    return html`
      ${title === "" ? nothing : html`<label for="input">${title}</label>`}
      <div
        class="drop ${this.#over ? "over" : ""} ${disabled ? "off" : ""}"
        @dragenter=${this.#onOver}
        @dragover=${this.#onOver}
        @dragleave=${this.#onOut}
        @drop=${this.#onDrop}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          ${
            names.length === 0
              ? svg`<path d="M12 16V5m0 0L7.5 9.5M12 5l4.5 4.5M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />`
              : svg`<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M9 13h6M9 17h4" />`
          }
        </svg>
        <span class="words" aria-live="polite"
          ><b>${this.#reading ? "Reading…" : more}</b>
          ${names.length === 0 && accept !== "" ? html`<small>${accept}</small>` : nothing}</span
        >
        <input
          id="input"
          type="file"
          accept=${accept === "" ? nothing : accept}
          ?multiple=${several}
          ?disabled=${disabled}
          aria-label=${title === "" ? wanted : title}
          aria-describedby=${this.#problem === "" ? nothing : "problem"}
          @change=${this.#onChange}
        />
        ${
          names.length === 0 || disabled
            ? nothing
            : html`<button type="button" class="clear" aria-label="Remove" @click=${this.#onClear}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
              </button>`
        }
      </div>
      ${
        this.#problem === ""
          ? nothing
          : html`<p id="problem" class="problem" role="alert">${this.#problem}</p>`
      }
    `;
  }

  get #several(): boolean {
    return flag(this.model, "multiple") || flag(this.model, "directory");
  }

  get #names(): string[] {
    const names = this.model.get("filename");
    return (Array.isArray(names) ? names : [names]).filter(
      (name): name is string => typeof name === "string" && name !== "",
    );
  }

  get #accept(): string {
    const accept = this.model.get("accept");
    return Array.isArray(accept) ? accept.join(", ") : text(this.model, "accept");
  }

  async #read(files: readonly File[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#problem = problemOf(files, this.model.maxMessage ?? Infinity);
    this.requestUpdate();
    if (files.length === 0 || this.#problem !== "") return;
    this.#reading = true;
    try {
      const values = await Promise.all(files.map(base64));
      if (turn === this.#turn) this.#send(files, values);
    } catch (cause) {
      this.#problem = `This could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
    this.#reading = false;
    this.requestUpdate();
  }

  #send(files: readonly File[], values: readonly string[]): void {
    const pick = (all: readonly string[]): unknown => (this.#several ? all : all[0]);
    // Whoever waits for the value finds the rest there already.
    this.model.setAll({
      filename: pick(files.map((file) => file.webkitRelativePath || file.name)),
      mime_type: pick(files.map((file) => file.type)),
      value: pick(values),
    });
  }

  readonly #onChange = (event: Event): void => {
    void this.#read([...((event.target as HTMLInputElement).files ?? [])]);
  };

  readonly #onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    if (flag(this.model, "disabled")) return;
    this.#over = true;
    this.requestUpdate();
  };

  readonly #onOut = (): void => {
    this.#over = false;
    this.requestUpdate();
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#onOut();
    if (flag(this.model, "disabled")) return;
    const files = [...(event.dataTransfer?.files ?? [])].filter((file) =>
      accepts(this.#accept, file),
    );
    const [first] = files;
    if (first === undefined) this.#problem = `This takes only ${this.#accept || "files"}.`;
    else void this.#read(this.#several ? files : [first]);
    this.requestUpdate();
  };

  readonly #onClear = (): void => {
    this.#turn += 1;
    this.#problem = "";
    const none = this.#several ? [] : "";
    this.model.setAll({ filename: none, mime_type: none, value: none });
    this.renderRoot.querySelector<HTMLElement>("#input")?.focus();
    this.requestUpdate();
  };
}

/** Return why files cannot be sent, or nothing. Base64 makes four bytes of three. */
function problemOf(
  files: readonly { readonly name: string; readonly size: number }[],
  maxMessage: number,
): string {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const most = Math.max(0, Math.floor(((maxMessage - OVERHEAD) * 3) / 4));
  if (size <= most) return "";
  const [first] = files;
  const what =
    files.length === 1 && first !== undefined ? `“${first.name}” has` : "Together they have";
  return `${what} ${inWords(size)}; at most ${inWords(most)} can be sent.`;
}

function inWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, value] = bytes < 1e6 ? ["kB", bytes / 1e3] : ["MB", bytes / 1e6];
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** Whether a file is one of those that are wanted; browsers ask this only of files that are chosen. */
export function accepts(
  accept: string,
  file: { readonly name: string; readonly type: string },
): boolean {
  const wanted = accept.split(",").flatMap((part) => part.trim().toLowerCase() || []);
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return (
    wanted.length === 0 ||
    wanted.some((part) => {
      if (part.startsWith(".")) return name.endsWith(part);
      return part.endsWith("/*") ? type.startsWith(part.slice(0, -1)) : type === part;
    })
  );
}

async function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error("unknown"));
    };
    reader.readAsDataURL(file);
  });
}

learn(WIDGET_SCHEMA);
register("docsync-file-input", FileInputElement, "FileInput");
