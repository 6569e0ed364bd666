import type { Model } from "../../../model/types.js";
import { extras } from "../extras.js";
import type { Layer } from "../layer.js";
import type { Frame } from "../painters/painter.js";
import { Echo } from "./echo.js";
import type { Courier } from "./echo.js";

/** What editing needs of the figure around it. */
export interface EditHost {
  readonly model: Model;
  readonly frame: Frame | undefined;
  readonly layers: readonly Layer[];
  /** The element over the plotting area. */
  readonly area: HTMLElement;
  /** Draw anew: a source looks different. */
  changed(source: Model): void;
}

/** How often it is looked whether the server has dealt with edits, for those that change nothing. */
const SETTLE_MS = 250;

/** The echoes of all figures: they are seen wherever a source is drawn. */
const echoes = new WeakMap<Model, Echo>();

extras.columns = (source) => {
  const echo = echoes.get(source);
  return echo?.differs === true ? echo.columns : undefined;
};

/** Where the tools of one figure edit sources. */
export class Desk {
  readonly #waiting = new Set<Echo>();
  #settling = 0;

  constructor(readonly host: EditHost) {}

  /** Return a source as it will be. */
  echo(source: Model): Echo {
    const { area } = this.host;
    const courier = (): Courier | undefined => courierOf(area);
    const echo = echoes.get(source) ?? new Echo(source, courier);
    echo.courier = courier;
    echoes.set(source, echo);
    return echo;
  }

  /** Show an edit that is not complete. */
  show(source: Model, change: Parameters<Echo["show"]>[0]): void {
    this.echo(source).show(change);
    this.host.changed(source);
  }

  /** Make an edit. */
  make(source: Model, change: Parameters<Echo["make"]>[0]): void {
    const echo = this.echo(source);
    echo.make(change);
    this.#waiting.add(echo);
    this.#settling ||= window.setInterval(this.#settle, SETTLE_MS);
    this.host.changed(source);
  }

  /** Take in that a source has changed. */
  settle(source: Model): void {
    echoes.get(source)?.settle();
  }

  leave(): void {
    clearInterval(this.#settling);
    this.#settling = 0;
    for (const echo of this.#waiting) echo.settle();
    this.#waiting.clear();
  }

  readonly #settle = (): void => {
    for (const echo of [...this.#waiting]) {
      echo.settle();
      if (echo.waits) continue;
      this.#waiting.delete(echo);
      this.host.changed(echo.source);
    }
    if (this.#waiting.size > 0) return;
    clearInterval(this.#settling);
    this.#settling = 0;
  };
}

/** Find what sends the edits of the document that an element shows. */
function courierOf(element: Node): Courier | undefined {
  let node: Node | null = element;
  while (node !== null) {
    const { document } = node as { readonly document?: { readonly editor?: Partial<Courier> } };
    const editor = document?.editor;
    if (typeof editor?.acked === "number" && typeof editor.lastSeq === "number") {
      return editor as Courier;
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return undefined;
}
