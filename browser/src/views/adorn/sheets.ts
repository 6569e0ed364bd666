/** Style sheets of authors, constructed so that no policy of a page refuses them. */
import type { Model } from "../../model/types.js";
import { schemeBehind, schemeOn } from "../../theme/scheme.js";
import { said, say } from "../dom/said.js";
import { readable, soften } from "../dom/written.js";
import { isModel, isRecord, text } from "../field.js";
import { translate } from "./aliases.js";

/** Style sheets for an element, for as long as it wants them. */
export interface Sheets {
  /** Those for the inside of the element; those for the page are there already. */
  readonly inside: readonly CSSStyleSheet[];
  /** Take away what nobody else wants, and follow no model for it. */
  readonly release: () => void;
}

/** What undoes something, once nobody wants it any more. */
interface Shared {
  users: number;
  readonly end: () => void;
}

/** Tell whether a colour, as browsers compute it, hides what is behind it. */
export function covers(color: string): boolean {
  return /^rgb\(|^rgba\(.* 0?\.[5-9]\d*\)$/.test(color);
}

const known = new WeakMap<Model, CSSStyleSheet>();
const followed = new WeakMap<Model, Shared>();
const adopted = new WeakMap<Document | ShadowRoot, WeakMap<CSSStyleSheet, Shared>>();

/** Return the style sheets that a list of an author's means for an element. */
export function claimSheets(entries: readonly unknown[], element: HTMLElement): Sheets {
  const inside: CSSStyleSheet[] = [];
  const releases: (() => void)[] = [];
  for (const entry of entries) {
    if (typeof entry === "string") inside.push(write(new CSSStyleSheet(), entry));
    else if (isModel(entry)) {
      const sheet = known.get(entry) ?? new CSSStyleSheet();
      known.set(entry, sheet);
      releases.push(share(followed, entry, () => follow(entry, sheet)));
      if (!entry.type.startsWith("Global")) inside.push(sheet);
      else for (const root of around(element)) releases.push(adopt(root, sheet));
    } else if (isRecord(entry))
      inside.push(suited(rule(new CSSStyleSheet(), Object.entries(entry)), JSON.stringify(entry)));
  }
  return {
    inside,
    release: () => {
      for (const release of releases.splice(0)) release();
    },
  };
}

/** Begin something for its first user; the function that is returned ends it after the last one. */
function share<Key extends WeakKey>(
  all: WeakMap<Key, Shared>,
  key: Key,
  begin: () => () => void,
): () => void {
  const shared = all.get(key) ?? { users: 0, end: begin() };
  all.set(key, shared);
  shared.users += 1;
  return () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    all.delete(key);
    shared.end();
  };
}

/** Put a style sheet into the page, or into what a document is in. */
function adopt(root: Document | ShadowRoot, sheet: CSSStyleSheet): () => void {
  const sheets = adopted.get(root) ?? new WeakMap<CSSStyleSheet, Shared>();
  adopted.set(root, sheets);
  return share(sheets, sheet, () => {
    root.adoptedStyleSheets.push(sheet);
    global.add(sheet);
    followPage();
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      global.delete(sheet);
      followPage();
    };
  });
}

/** Let words be seen on the background that style sheets give a page, or be as light as those that they give it. */
function followPage(): void {
  const now = { ground: ground(), words: getComputedStyle(document.body).color };
  for (const sheet of global) sheet.disabled = true;
  const before = { ground: ground(), words: getComputedStyle(document.body).color };
  for (const sheet of global) sheet.disabled = false;
  let scheme: string | undefined;
  if (now.words !== before.words) scheme = schemeOn(now.words) === "dark" ? "light" : "dark";
  if (now.ground !== undefined && now.ground !== before.ground) scheme = schemeOn(now.ground);
  for (const element of document.querySelectorAll<HTMLElement>("docsync-document")) {
    element.style.colorScheme = "";
    element.style.colorScheme = scheme ?? schemeBehind(element);
  }
}

/** Style sheets of authors that the page has. */
const global = new Set<CSSStyleSheet>();

/** Return the colour of the page, if it has one that hides what is behind. */
function ground(): string | undefined {
  return [document.body, document.documentElement]
    .map((element) => getComputedStyle(element).backgroundColor)
    .find(covers);
}

/** Keep the style sheet of a model up to date. */
function follow(model: Model, sheet: CSSStyleSheet): () => void {
  const isGlobal = model.type.startsWith("Global");
  const update = async (): Promise<void> => {
    if (model.type.includes("Imported")) await load(model, sheet);
    else if (isGlobal) fill(sheet, text(model, "css"));
    else write(sheet, text(model, "css"));
    if (isGlobal) followPage();
  };
  void update();
  const subscription = model.observe(() => void update());
  return () => {
    subscription.cancel();
  };
}

/** Return where the sheets for the page of an element belong. */
function around(element: HTMLElement): Set<Document | ShadowRoot> {
  return new Set([document, outermost(element)]);
}

/** Return what the elements of a document's roots are in: sheets of the page do not reach into it. */
function outermost(element: HTMLElement): Document | ShadowRoot {
  let root = element.getRootNode();
  while (root instanceof ShadowRoot && root.host.localName !== "docsync-document") {
    root = root.host.getRootNode();
  }
  return root instanceof ShadowRoot ? root : document;
}

/** The addresses that style sheets have been asked from last, until they fail. */
const asked = new WeakMap<CSSStyleSheet, string>();

async function load(model: Model, sheet: CSSStyleSheet): Promise<void> {
  const address = text(model, "url");
  if (address === asked.get(sheet)) return;
  asked.set(sheet, address);
  const isLast = (): boolean => asked.get(sheet) === address;
  if (address === "") {
    fill(sheet, "");
    return;
  }
  try {
    const url = new URL(address, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw new Error("it is no address of the web");
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`the server says ${response.status}`);
    const css = await response.text();
    if (isLast()) (model.type.startsWith("Global") ? fill : write)(sheet, css);
  } catch (cause) {
    if (!isLast()) return;
    asked.delete(sheet);
    fill(sheet, "");
    console.warn(`The style sheet “${address}” is left out: ${String(cause)}`);
  }
}

/** What styles say by property, with hyphens or underscores in its name. */
export type Styles = Readonly<Record<string, unknown>>;

/** Give a style sheet rules by their selectors: styles, or declarations as they are written. */
export function rule(
  sheet: CSSStyleSheet,
  rules: Iterable<readonly [selector: string, said: unknown]>,
): CSSStyleSheet {
  for (const [selector, block] of rules) {
    const written = typeof block === "string" ? block : "";
    const place = sheet.insertRule(`${selector} {${written}}`, sheet.cssRules.length);
    if (!isRecord(block)) continue;
    const named = Object.entries(block).flatMap(([name, value]) =>
      typeof value === "string" ? [[name.replace(/(?<!^-*)_/g, "-"), value] as const] : [],
    );
    say((sheet.cssRules[place] as CSSStyleRule).style, named);
  }
  return finish(sheet);
}

/** Give a style sheet its rules. */
export function fill(sheet: CSSStyleSheet, css: string): CSSStyleSheet {
  sheet.replaceSync(css);
  return finish(sheet);
}

function finish(sheet: CSSStyleSheet): CSSStyleSheet {
  translate(sheet);
  raise(sheet.cssRules);
  return sheet;
}

/** Give a style sheet for an element its rules, the words and lines of which can be seen in the dark, too. */
function write(sheet: CSSStyleSheet, css: string): CSSStyleSheet {
  return suited(fill(sheet, css), css);
}

function suited(sheet: CSSStyleSheet, css: string): CSSStyleSheet {
  // Words that are to stand on a ground of their own stay as they are.
  suit(sheet.cssRules, !GROUNDS.test(css));
  return sheet;
}

const GROUNDS = /background/i;

function suit(rules: CSSRuleList, worded: boolean): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const { style } = rule;
      soften(style);
      const { color } = style;
      const shown = worded && color !== "" ? readable(color) : color;
      if (shown !== color) style.setProperty("color", shown, style.getPropertyPriority("color"));
    } else if (rule instanceof CSSGroupingRule) suit(rule.cssRules, worded);
  }
}

/** Make rules for the host important, as those are that keep a page's own rules away from it. */
function raise(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && rule.selectorText.startsWith(":host")) {
      const { style } = rule;
      for (const [property, value] of said(style)) style.setProperty(property, value, "important");
    } else if (rule instanceof CSSGroupingRule) raise(rule.cssRules);
  }
}
