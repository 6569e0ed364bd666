import { LitElement, html, nothing } from "lit";
import type { CSSResult, PropertyDeclarations, PropertyValues, TemplateResult } from "lit";
import type { DocumentView, Model, Subscription } from "../model/types.js";
import { createSession } from "../session/index.js";
import type { Kept } from "../session/index.js";
import { schemeBehind } from "../theme/scheme.js";
import { base, tokens } from "../theme/tokens.js";
import "../views/all.js";
import { text } from "../views/field.js";
import { arrange, placeholders } from "../views/arrange.js";
import { appAddress, readArguments } from "./address.js";
import { recall, reloadPage } from "./reload.js";
import type { ErrorDetail, Status, StatusDetail } from "./status.js";
import { statusStyles } from "./status_styles.js";

/** How long a first connection may take before its skeleton is shown; most are faster, and would only flash. */
const SKELETON_DELAY_MS = 200;

/** In pixels: where there is less, rows wrap. */
const NARROW = 600;

/** The documents that are shown somewhere on the page. */
const ready = new WeakSet<DocumentView>();

/**
 * `<docsync-document url token arguments root>`: a live document inside a page.
 *
 * Connects when it enters the page and says goodbye when it leaves. Its state stands in `data-status`, and is told by
 * the DOM events `docsync:status` and `docsync:error`, which bubble. The `untitled` attribute is for pages that are
 * nothing but a document: they take its titles from the first on that is another one than the attribute names.
 */
export class DocumentElement extends LitElement {
  static override styles: CSSResult[] = [tokens, base, placeholders, statusStyles];

  static override properties: PropertyDeclarations = {
    url: { type: String },
    token: { type: String },
    arguments: { type: String },
    root: { type: String },
    untitled: { type: String },
  };

  declare url: string | null;
  declare token: string | null;
  declare arguments: string | null;
  declare root: string | null;
  declare untitled: string | null;

  #status: Status = "connecting";
  #reason = "";
  #title: string | undefined;
  #error: ErrorDetail | undefined;
  #document: DocumentView | undefined;
  #session: ReturnType<typeof createSession> | undefined;
  #subscription: Subscription | undefined;
  #patient = true;
  readonly #views = new Map<Model, HTMLElement>();

  constructor() {
    super();
    this.url = null;
    this.token = null;
    this.arguments = null;
    this.root = null;
    this.untitled = null;
  }

  get status(): Status {
    return this.#status;
  }

  /** Why the status is what it is, in words. */
  get reason(): string {
    return this.#reason;
  }

  /** The mirrored document, once it has arrived. */
  get document(): DocumentView | undefined {
    return this.#document;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.style.colorScheme = "";
    this.style.colorScheme = schemeBehind(this);
    // Being moved within the page is no reason to say goodbye: see disconnectedCallback.
    if (this.#session === undefined) this.#setStatus("connecting", "");
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Leave what is there and begin a new session; so do all elements that show the same one. */
  restart(): void {
    this.#error = undefined;
    this.#setStatus("connecting", "");
    if (this.#session === undefined) this.#open();
    else this.#session.restart();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const moved = changed.has("url") || changed.has("token") || changed.has("arguments");
    if (this.#session !== undefined && moved) this.#close();
    if (this.isConnected && this.#session === undefined && this.#status === "connecting") {
      this.#open();
    }
  }

  protected override render(): TemplateResult {
    const waiting = this.#document === undefined && this.#status === "connecting";
    // What concerns every part of a session is said by the first of them.
    const speaks = this.#session?.first ?? true;
    return html`
      <div class="ruler"></div>
      <div class="fit">
        <div class="roots" ?inert=${this.#status === "gone"} aria-busy=${waiting}></div>
      </div>
      ${waiting && !this.#patient ? renderSkeleton() : nothing}
      ${
        speaks
          ? html`<div class="banner" role="status">${this.#renderBanner(waiting)}</div>
              ${this.#renderEnd()}`
          : nothing
      }
      ${
        this.#error === undefined
          ? nothing
          : html`<docsync-failure role="alert" .error=${this.#error} @dismiss=${this.#onDismiss}
              >${this.#error.message}</docsync-failure
            >`
      }
    `;
  }

  protected override firstUpdated(): void {
    const ruler = this.renderRoot.querySelector(".ruler");
    if (ruler === null) return;
    // The height of the ruler never changes, so that nothing is observed twice. The two are collected together.
    new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      this.toggleAttribute("data-narrow", entry.contentRect.width < NARROW);
    }).observe(ruler);
  }

  protected override updated(): void {
    this.dataset["status"] = this.#status;
    const roots = this.renderRoot.querySelector(".roots");
    if (roots !== null) {
      const models = this.#chosenRoots();
      const tall = models.some((model) => /both|_h/.test(text(model, "sizing_mode")));
      this.toggleAttribute("data-tall", tall);
      arrange(roots, models, this.#views, "column");
    }
    const title = this.#document?.title ?? "";
    if (this.untitled === null || title === "") return;
    if (title !== (this.#title ?? this.untitled)) {
      window.document.title = title;
      const heading = this.previousElementSibling;
      if (heading?.matches("h1.heard") === true) heading.textContent = title;
    }
    this.#title = title;
  }

  #chosenRoots(): readonly Model[] {
    const roots = this.#document?.roots ?? [];
    if (this.root === null || this.root === "") return roots;
    const chosen = roots.filter((model) => text(model, "name") === this.root);
    return chosen.length > 0 ? chosen : roots.filter((_, index) => String(index) === this.root);
  }

  #renderBanner(waiting: boolean): TemplateResult | typeof nothing {
    if (waiting) return html`<span class="hidden-visually">Connecting…</span>`;
    if (this.#status !== "reconnecting") return nothing;
    return html`<span class="pill"
      ><span class="dot"></span><span>Reconnecting… <i>${this.#reason}</i></span></span
    >`;
  }

  #renderEnd(): TemplateResult | typeof nothing {
    if (this.#status !== "refused" && this.#status !== "gone") return nothing;
    const gone = this.#status === "gone";
    const why = gone
      ? "It was closed on the server. What you see is as it was last; a new one begins afresh."
      : "The server did not let this page in.";
    return html`<section class="notice" role="alert">
      <p class="head">${gone ? "This session has ended" : "Not available"}</p>
      <p>${this.#reason === "" ? why : this.#reason}</p>
      <button type="button" class=${gone ? "strong" : "quiet"} @click=${this.#onRestart}>
        ${gone ? "Start anew" : "Try again"}
      </button>
    </section>`;
  }

  #open(): void {
    try {
      const url = appAddress(this.url, window.document.baseURI);
      if (url === undefined) throw new TypeError("The element has no url.");
      if (window.location.protocol === "https:" && url.startsWith("http:")) {
        throw new TypeError(
          "This page is encrypted (https), but the embedded document would come over http, which browsers do not allow.",
        );
      }
      const kept = recall(this.#place);
      this.#session = createSession({
        url,
        ...(kept === undefined ? {} : { kept }),
        ...(this.token === null ? {} : { token: this.token }),
        arguments: readArguments(this.arguments),
        onStatus: (status, reason) => {
          this.#setStatus(status, reason);
        },
        onDocument: (document) => {
          this.#setDocument(document);
        },
        onPageChanged: () => this.#reloadPage(),
        onError: (info) => {
          this.#error = info;
          // Without it, what failed stands there as plain words.
          void import("./failure.js").catch(() => undefined);
          this.#tell("docsync:error", info);
          this.requestUpdate();
        },
      });
      this.#waitPatiently();
    } catch (cause) {
      this.#setStatus("refused", cause instanceof Error ? cause.message : String(cause));
    }
  }

  /** What tells this element from others of the page. */
  get #place(): string {
    return `${this.url ?? ""} ${this.root ?? ""}`;
  }

  /** Load the page again if it is the server's; others have their own reasons to stay. */
  #reloadPage(): boolean {
    if (this.untitled === null) return false;
    const sessions: [string, Kept][] = [];
    for (const element of window.document.querySelectorAll("docsync-document")) {
      const kept = element.#session?.kept;
      if (kept !== undefined) sessions.push([element.#place, kept]);
    }
    reloadPage(sessions);
    return true;
  }

  #close(): void {
    this.#session?.close();
    this.#session = undefined;
    this.#subscription?.cancel();
    this.#subscription = undefined;
    this.#document = undefined;
    this.#status = "connecting";
  }

  #waitPatiently(): void {
    this.#patient = true;
    setTimeout(() => {
      this.#patient = false;
      this.requestUpdate();
    }, SKELETON_DELAY_MS);
  }

  #setDocument(document: DocumentView): void {
    this.#subscription?.cancel();
    this.#error = undefined;
    this.#document = document;
    this.#subscription = document.observe(() => {
      this.requestUpdate();
    });
    this.requestUpdate();
    void this.updateComplete.then(() => {
      // The views below are updated by now; those that are loaded first may not be there.
      setTimeout(() => {
        if (this.#document !== document || ready.has(document)) return;
        ready.add(document);
        document.emit(undefined, "document_ready");
      });
    });
  }

  #setStatus(status: Status, reason: string): void {
    const same = status === this.#status && reason === this.#reason;
    this.#status = status;
    this.#reason = reason;
    this.dataset["status"] = status;
    if (!same) this.#tell("docsync:status", { status, reason } satisfies StatusDetail);
    this.requestUpdate();
  }

  #tell(type: string, detail: StatusDetail | ErrorDetail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  readonly #onRestart = (): void => {
    this.restart();
  };

  readonly #onDismiss = (): void => {
    this.#error = undefined;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "docsync-document": DocumentElement;
  }
}

/** Make the element known, unless another copy of this module has: two servers may have a document on one page. */
export function define(): void {
  if (customElements.get("docsync-document") === undefined) {
    customElements.define("docsync-document", DocumentElement);
  }
}

function renderSkeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    <div class="lines"><i></i><i></i><i></i></div>
    <div class="block"></div>
  </div>`;
}
