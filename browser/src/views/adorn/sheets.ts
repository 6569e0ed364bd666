/** Style sheets of authors, constructed so that no policy of a page refuses them. */
import type { Model } from "../../model/types.js";
import { isModel, isRecord, text } from "../field.js";
import { translate } from "./aliases.js";

const known = new WeakMap<Model, CSSStyleSheet>();

/** Return a style sheet for the inside of an element; those for the page are put there. */
export function sheetOf(entry: unknown, element: HTMLElement): CSSStyleSheet | undefined {
  if (typeof entry === "string") return fill(new CSSStyleSheet(), entry);
  if (isRecord(entry)) return fill(new CSSStyleSheet(), cssOf(entry));
  if (!isModel(entry)) return undefined;
  const sheet = known.get(entry) ?? follow(entry);
  if (!entry.type.startsWith("Global")) return sheet;
  for (const root of [document, outermost(element)]) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
  return undefined;
}

/** Make the style sheet of a model, and keep it up to date. */
function follow(model: Model): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  known.set(model, sheet);
  const update = (): void => {
    if (model.type.includes("Imported")) void load(model, sheet);
    else fill(sheet, text(model, "css"));
  };
  update();
  model.observe(update);
  return sheet;
}

/** Return what the elements of a document's roots are in: sheets of the page do not reach into it. */
function outermost(element: HTMLElement): Document | ShadowRoot {
  let root = element.getRootNode();
  while (root instanceof ShadowRoot && root.host.localName !== "docsync-document") {
    root = root.host.getRootNode();
  }
  return root instanceof ShadowRoot ? root : document;
}

async function load(model: Model, sheet: CSSStyleSheet): Promise<void> {
  const address = text(model, "url");
  try {
    const url = new URL(address, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw new Error("it is no address of the web");
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`the server says ${response.status}`);
    fill(sheet, await response.text());
  } catch (cause) {
    console.warn(`The style sheet “${address}” is left out: ${String(cause)}`);
  }
}

/** Return the CSS of declarations by selector. */
function cssOf(rules: Readonly<Record<string, unknown>>): string {
  return Object.entries(rules)
    .map(([selector, block]) => {
      const inner = isRecord(block) ? declarations(block) : typeof block === "string" ? block : "";
      return `${selector} {${inner}}`;
    })
    .join("\n");
}

/** Return CSS for properties by name, with hyphens or underscores. */
export function declarations(properties: Readonly<Record<string, unknown>>): string {
  return Object.entries(properties)
    .flatMap(([name, value]) =>
      typeof value === "string" ? [`${name.replace(/(?<!^-*)_/g, "-")}: ${value};`] : [],
    )
    .join("");
}

/** Give a style sheet its rules. */
export function fill(sheet: CSSStyleSheet, css: string): CSSStyleSheet {
  sheet.replaceSync(css);
  translate(sheet);
  raise(sheet.cssRules);
  return sheet;
}

/** Make rules for the host important, as those are that keep a page's own rules away from it. */
function raise(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && rule.selectorText.startsWith(":host")) {
      const { style } = rule;
      for (const property of [...style]) {
        style.setProperty(property, style.getPropertyValue(property), "important");
      }
    } else if (rule instanceof CSSGroupingRule) raise(rule.cssRules);
  }
}
