/** What authors give to elements: style sheets, attributes, pictures, and sizes of their own kinds. */
import type { ReactiveController } from "lit";
import { ADORNMENT_SCHEMA } from "../../model/adornment_schema.js";
import type { Model, Subscription } from "../../model/types.js";
import { learn } from "../../model/vocabulary.js";
import { schemeOn } from "../../theme/scheme.js";
import { readable, soften } from "../dom/written.js";
import { ModelElement } from "../element.js";
import { isModel, list, record, reference, references, text } from "../field.js";
import { holdFocus } from "../floating/press.js";
import { createView } from "../registry.js";
import { isComposed, isNameless } from "../widgets/button_look.js";
import { createIcon } from "./create_icon.js";
import { claimSheets, covers, fill, rule } from "./sheets.js";
import type { Sheets, Styles } from "./sheets.js";
import { applySizing } from "./sizing.js";
import { applyTitle, forgetTitle } from "./titles.js";
import { lazily, steadily } from "../lazily.js";

const bringMenu = lazily(() => import("../floating/menu.js"));
const bringNodes = steadily(() => import("../dom/node.js"));
const bringPlaces = steadily(() => import("../places/places.js"));

const ATTRIBUTE = /^(title|lang|dir|role|tabindex|translate|draggable|aria-[a-z]+|data-[\w-]+)$/;
/** Attributes that views set themselves. */
const OWN = new Set(["data-name", "data-stretch", "data-disabled"]);

/** What an element has from its model. */
interface Given {
  /** Its author's, while it is in the page. */
  claimed?: Sheets | undefined;
  sheets: readonly CSSStyleSheet[];
  /** What the sheets were made of. */
  made: string;
  icon?: Model | undefined;
  /** The small document on a button. */
  content?: Model | undefined;
  /** Follow the parts of that document, while it is shown. */
  parts?: readonly Subscription[];
  /** Those that are set, each with what it was before. */
  attributes: ReadonlyMap<string, Attribute>;
  classes: readonly string[];
  /** The views of what stands over it. */
  over?: Map<Model, HTMLElement>;
  /** Whether it opens a menu. */
  listens?: boolean;
  /** Sees what comes into a view whose author has given it colours. */
  newcomers?: MutationObserver;
  /** Follows the lengths of which its variables are made. */
  lengths?: Lengths;
}

interface Lengths {
  readonly nodes: readonly Model[];
  /** Return a length in CSS pixels, once that is known. */
  read?: (node: Model) => number;
  cancel?: () => void;
}

interface Attribute {
  value: string;
  before: string | null;
}

const given = new WeakMap<ModelElement, Given>();

/** Give a view what its model says, and take away what it said before. */
function adorn(view: ModelElement): void {
  const { model } = view;
  let state = given.get(view);
  if (state === undefined) {
    const isPlain = !isNameless(model) && !isComposed(model);
    if (isPlain && !FIELDS.some((field) => model.chosen(field))) return;
    state = { sheets: [], made: "", attributes: new Map(), classes: [] };
    given.set(view, state);
    view.addController(releaser(view, state));
  }
  // What floats has no place in a layout.
  if (model.get("width_policy") !== undefined) applySizing(view, model, view.direction);
  applyClasses(view, model, state);
  applyAttributes(view, model, state);
  applySheets(view, model, state);
  applyElements(view, model, state);
  applyMenu(view, state);
  applyTitle(view);
  // Dialogs and tooltips have a content, too, which they show themselves.
  const content = text(model, "button_type") === "" ? undefined : reference(model, "content");
  const isShown = content === undefined || state.parts !== undefined;
  if (view.isConnected && !(content === state.content && isShown)) {
    state.content = content;
    applyContent(view, state);
  }
  const icon = reference(model, "icon");
  nameButton(view, icon);
  if (icon === state.icon || model.type === "Figure") return;
  state.icon = icon;
  applyIcon(view, icon);
}

/** Let go of what others have when a view leaves the page; it is adorned again when it comes back. */
function releaser(view: ModelElement, state: Given): ReactiveController {
  return {
    hostDisconnected: () => {
      forgetTitle(view);
      state.claimed?.release();
      state.claimed = undefined;
      state.newcomers?.disconnect();
      state.lengths?.cancel?.();
      delete state.lengths;
      leaveParts(state);
    },
  };
}

/** Show what stands over a view. */
function applyElements(view: ModelElement, model: Model, state: Given): void {
  const elements = model.type in FLOATING ? [] : references(model, "elements");
  if (elements.length === 0 && state.over === undefined) return;
  state.over ??= new Map();
  // What is absolute within it has its place there.
  if (getComputedStyle(view).position === "static") view.style.position = "relative";
  for (const [element, shown] of state.over) {
    if (elements.includes(element)) continue;
    shown.remove();
    state.over.delete(element);
  }
  for (const element of elements) {
    const shown = state.over.get(element) ?? createView(element, "column");
    state.over.set(element, shown);
    if (!shown.isConnected) view.renderRoot.append(shown);
  }
}

/** These show their elements themselves. */
const FLOATING: Readonly<Record<string, true>> = { Drawer: true, Pane: true, Panel: true };

/** Open a menu with the right button. Shift leaves the browser's own. */
function applyMenu(view: ModelElement, state: Given): void {
  if (state.listens === true || menuOf(view.model) === undefined) return;
  state.listens = true;
  view.addEventListener("mousedown", holdFocus);
  view.addEventListener("contextmenu", (event) => {
    const menu = menuOf(view.model);
    if (menu === undefined || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    bringMenu(({ openMenu }) => {
      openMenu(view, menu, event.clientX, event.clientY);
    });
  });
}

/** Return what comes up for a model: of one that has tools, these, if it is to be so by itself. */
function menuOf(model: Model): Model | undefined {
  return reference(model, model.get("context_menu") === "auto" ? "toolbar" : "context_menu");
}

/** What few views have. */
const FIELDS = [
  ...["UIElement", "LayoutDOM"].flatMap((type) =>
    Object.keys(ADORNMENT_SCHEMA[type]?.fields ?? {}),
  ),
  "icon",
  "content",
];

/** Write a small document on a button, anew whenever a part of it changes. */
function applyContent(view: ModelElement, state: Given): void {
  leaveParts(state);
  const { content } = state;
  const parts: Subscription[] = [];
  state.parts = parts;
  bringNodes(({ createNode }) => {
    if (state.parts !== parts) return;
    const button = view.renderRoot.querySelector("button:not(.hint)");
    button?.querySelector(".content")?.remove();
    if (content === undefined || button === null) return;
    const again = (): void => {
      applyContent(view, state);
    };
    const place = document.createElement("span");
    place.className = "content";
    place.append(
      createNode(content, undefined, (part) => {
        parts.push(part.observe(again));
      }),
    );
    button.append(place);
    nameButton(view, reference(view.model, "icon"));
  });
}

/** Follow the parts of the document on a button no more. */
function leaveParts(state: Given): void {
  for (const part of state.parts ?? []) part.cancel();
  delete state.parts;
}

/** Put a picture before the words of a button. */
function applyIcon(view: ModelElement, icon: Model | undefined): void {
  const button = view.renderRoot.querySelector("button:not(.hint)");
  button?.querySelector("docsync-icon")?.remove();
  if (icon !== undefined) button?.prepend(createIcon(icon));
}

/** A button that has no words is called what its picture is, or what its author calls it. */
function nameButton(view: ModelElement, icon: Model | undefined): void {
  const { model } = view;
  if (text(model, "button_type") === "") return;
  const button = view.renderRoot.querySelector("button:not(.hint)");
  const pictured = icon === undefined ? "" : text(icon, "icon_name");
  const name = (pictured || text(model, "name") || model.type).replaceAll(/[-_]/g, " ");
  if (!button || (button.ariaLabel ?? name) !== name) return;
  button.ariaLabel = button.textContent.trim() === "" ? name : null;
}

function applyClasses(view: ModelElement, model: Model, state: Given): void {
  const classes = list(model, "css_classes").filter(
    (name): name is string => typeof name === "string" && /^\S+$/.test(name),
  );
  view.classList.remove(...state.classes);
  view.classList.add(...classes);
  state.classes = classes;
}

function applyAttributes(view: ModelElement, model: Model, state: Given): void {
  for (const [name, { value, before }] of state.attributes) {
    // What the view has set itself meanwhile stays.
    if (view.getAttribute(name) !== value) continue;
    if (before === null) view.removeAttribute(name);
    else view.setAttribute(name, before);
  }
  const attributes = new Map<string, Attribute>();
  const set = (name: string, value: string): void => {
    attributes.set(name, { value, before: view.getAttribute(name) });
    view.setAttribute(name, value);
  };
  for (const [name, value] of Object.entries(record(model, "html_attributes"))) {
    if (!ATTRIBUTE.test(name) || OWN.has(name)) {
      console.warn(`${model.type}.html_attributes: “${name}” is not set`);
      continue;
    }
    set(name, String(value));
  }
  const id = text(model, "html_id");
  if (id !== "") set("id", id);
  state.attributes = attributes;
}

function applySheets(view: ModelElement, model: Model, state: Given): void {
  if (!view.isConnected) return;
  const source = list(model, "stylesheets");
  const styles = readableStyles(record(model, "styles"));
  const variables = Object.entries(record(model, "css_variables")).map(
    ([name, value]) => [`--${name.replace(/^--/, "")}`, variableOf(value, view, state)] as const,
  );
  const made = JSON.stringify([
    Object.entries(styles),
    variables,
    ...source.map((entry) => (isModel(entry) ? entry.id : entry)),
  ]);
  if (made === state.made && state.claimed !== undefined) return;
  state.made = made;
  const own = rule(new CSSStyleSheet(), [
    [":host", { ...Object.fromEntries(variables), ...styles }],
    ...flowOf(styles),
  ]);
  for (const rule of own.cssRules) soften((rule as CSSStyleRule).style);
  const claimed = claimSheets(source, view);
  state.claimed?.release();
  state.claimed = claimed;
  const sheets = [...claimed.inside, own];
  const root = view.renderRoot as ShadowRoot;
  const rest = root.adoptedStyleSheets.filter((sheet) => !state.sheets.includes(sheet));
  root.adoptedStyleSheets = [...rest, ...sheets];
  state.sheets = sheets;
  const colored = COLORS.test(JSON.stringify(styles)) || mayColor(source);
  applyScheme(view, colored);
  state.newcomers?.disconnect();
  // Markup, rows and the like come later; what figures show comes and goes all the time.
  if (!colored || model.type === "Figure") return;
  state.newcomers ??= new MutationObserver(() => {
    applyScheme(view, true);
  });
  state.newcomers.observe(root, { childList: true, subtree: true });
}

/** Return styles whose words can be read in the dark, too. */
function readableStyles(styles: Styles): Styles {
  const { color } = styles;
  return typeof color === "string" ? { ...styles, color: readable(color) } : styles;
}

/** What is said of the parts of a box, rather than of the box. */
const FLOW = /^(justify|align|place)[-_](content|items)$|^flex[-_](direction|flow|wrap)$|gap$/;

/** Return a rule for what a layout has its children in: what styles say of children is meant for it. */
function flowOf(styles: Styles): (readonly [selector: string, styles: Styles])[] {
  const flow = Object.entries(styles).filter(([name]) => FLOW.test(name));
  if (flow.length === 0) return [];
  return [[".box.column, .box.row", { align_self: "stretch", ...Object.fromEntries(flow) }]];
}

/** Return the value of a variable: as it is given, or the length of what a node is of. */
function variableOf(value: unknown, view: ModelElement, state: Given): string {
  if (!isModel(value)) return String(value);
  const length = lengthsOf(view, state).read?.(value) ?? NaN;
  return Number.isFinite(length) ? `${length}px` : "initial";
}

function lengthsOf(view: ModelElement, state: Given): Lengths {
  const nodes = Object.values(record(view.model, "css_variables")).filter(isModel);
  const known = state.lengths;
  if (known?.nodes.every((node, at) => node === nodes[at]) === true) return known;
  known?.cancel?.();
  const lengths: Lengths = { nodes };
  state.lengths = lengths;
  bringPlaces(({ follow, lengthOf }) => {
    if (state.lengths !== lengths || !view.isConnected) return;
    const apply = (): void => {
      applySheets(view, view.model, state);
    };
    lengths.read = (node) => lengthOf(node, view);
    const followed = nodes.map((node) => follow(node, view, apply));
    lengths.cancel = () => {
      for (const each of followed) each.cancel();
    };
    apply();
  });
  return lengths;
}

/** Has colours change at once, whatever else is said: what is on its way tells nothing. */
const STILL = fill(
  new CSSStyleSheet(),
  ":not(#still), :host(:not(#still)) { transition: none !important }",
);

/** The most elements of a view that are looked at: the rest of a large one is as the page is. */
const MOST_ELEMENTS = 200;

/** What may give colours: properties that say so, and variables, which may be anything. */
const COLORS = /background|color|--/i;

/** Tell whether an author's sheets may give colours; what those say that are brought is not known yet. */
function mayColor(sheets: readonly unknown[]): boolean {
  return sheets.some((entry) =>
    isModel(entry)
      ? entry.type.includes("Imported") || COLORS.test(text(entry, "css"))
      : COLORS.test(JSON.stringify(entry)),
  );
}

/** Let words be seen on backgrounds that are the same in the light and in the dark, on a view and within it. */
function applyScheme(view: ModelElement, colored: boolean): void {
  const marked = [...view.renderRoot.querySelectorAll<HTMLElement>("[data-scheme]")];
  const clear = (): void => {
    for (const element of [view, ...marked]) element.style.colorScheme = "";
    for (const { style } of marked) if (style.color === SUITING) style.color = "";
  };
  const seen = colored ? lookAt(view, marked, clear) : [];
  clear();
  for (const element of marked) delete element.dataset["scheme"];
  for (const [element, light, dark] of seen) {
    if (light.behind !== dark.behind || !covers(light.behind)) continue;
    element.style.colorScheme = schemeOn(light.behind);
    if (element === view) continue;
    element.dataset["scheme"] = "own";
    // What is inherited has the colour that suits what is around it.
    if (light.words !== dark.words && element.style.color === "") element.style.color = SUITING;
  }
}

/** The colour of words that suits the scheme. */
const SUITING = "var(--_text)";

/** The colours of an element. */
interface Colors {
  readonly behind: string;
  readonly words: string;
}

/** Return the colour in the middle of a gradient, if all of it hides what is behind. */
function middleOf(image: string): string | undefined {
  const stops = image.includes("gradient(") ? (image.match(/rgba?\([^()]*\)/g) ?? []) : [];
  return stops.every(covers) ? stops[stops.length >> 1] : undefined;
}

/** Return the colours that a view and its parts have in the light and in the dark; nothing moves for that. */
function lookAt(
  view: ModelElement,
  marked: readonly HTMLElement[],
  clear: () => void,
): (readonly [HTMLElement, Colors, Colors])[] {
  const root = view.renderRoot as ShadowRoot;
  const inside = [...root.querySelectorAll<HTMLElement>("*")];
  // Views within see to themselves, and stay as they are.
  const views = inside.filter((each) => each.shadowRoot !== null);
  const parts = inside.filter((each) => each instanceof HTMLElement && each.shadowRoot === null);
  const elements = [view, ...parts].slice(0, MOST_ELEMENTS);
  const before = [view, ...marked, ...views].map((element) => {
    const { colorScheme, color } = element.style;
    return () => Object.assign(element.style, { colorScheme, color });
  });
  const shown = views.map((each) => getComputedStyle(each).colorScheme);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, STILL];
  for (const [at, each] of views.entries()) each.style.colorScheme = shown[at] ?? "";
  clear();
  const look = (scheme: string): Colors[] => {
    view.style.colorScheme = scheme;
    return elements.map((element) => {
      const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
      return { behind: middleOf(backgroundImage) ?? backgroundColor, words: color };
    });
  };
  const [light, dark] = [look("light"), look("dark")];
  for (const restore of before) restore();
  // Only what has been computed anew may move again, or it would come from the dark.
  look(view.style.colorScheme);
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== STILL);
  return elements.flatMap((element, at) => {
    const [bright, dim] = [light[at], dark[at]];
    return bright === undefined || dim === undefined ? [] : [[element, bright, dim] as const];
  });
}

learn(ADORNMENT_SCHEMA);
ModelElement.adorn = adorn;
