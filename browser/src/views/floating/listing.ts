/** Models and what their fields hold, for those who look into a document. */
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { VOCABULARY } from "../../model/vocabulary.js";
import { isModel, isRecord, text } from "../field.js";

/** So many models are listed, and so many characters of a value. */
const MOST_MODELS = 500;
const MOST_WORDS = 80;
/** Lists and dicts within each other are looked into so deep. */
const MOST_DEPTH = 4;
/** What is no part of how something looks or what it holds. */
const HIDDEN = /^(?:js_|subscribed_)/;

/** Return models and all that they hold, as far as that may be listed. */
export function modelsBelow(roots: readonly Model[]): readonly Model[] {
  const found = new Set(roots);
  for (const model of found) {
    if (found.size >= MOST_MODELS) break;
    for (const field of namesOf(model)) gather(model.get(field), found);
  }
  return [...found].slice(0, MOST_MODELS);
}

function gather(value: unknown, found: Set<Model>, depth = 0): void {
  if (isModel(value)) found.add(value);
  else if (depth >= MOST_DEPTH) return;
  else if (Array.isArray(value)) for (const item of value) gather(item, found, depth + 1);
  else if (isRecord(value)) {
    for (const item of Object.values(value)) gather(item, found, depth + 1);
  }
}

/** Return the names of the fields of a model, as far as its type is known by now. */
function namesOf(model: Model): string[] {
  const names = new Set<string>();
  let type: string | undefined = model.type;
  while (type !== undefined) {
    for (const name of Object.keys(VOCABULARY[type]?.fields ?? {})) names.add(name);
    type = VOCABULARY[type]?.bases;
  }
  return [...names].filter((name) => !HIDDEN.test(name)).sort();
}

/** Tell whether words occur in what a model is, or in what its fields are called. */
export function matches(model: Model, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  const names = [model.type, text(model, "name"), ...namesOf(model)];
  return names.some((name) => name.toLowerCase().includes(wanted));
}

/** Say what a model is called. */
export function titleFor(model: Model): string {
  return `${model.type} ${text(model, "name")}`.trim();
}

/** Show what the fields of a model hold, those first that somebody has set. */
export function renderFields(model: Model): TemplateResult {
  const names = namesOf(model);
  const chosen = names.filter((name) => model.chosen(name));
  const rest = names.filter((name) => !model.chosen(name));
  return html`<dl>
    ${[...chosen, ...rest].map(
      (name) =>
        html`<dt class=${chosen.includes(name) ? "chosen" : ""}>${name}</dt>
          <dd>${shown(model.get(name))}</dd>`,
    )}
  </dl>`;
}

function shown(value: unknown, depth = 0): string {
  if (isModel(value)) return titleFor(value);
  if (depth > MOST_DEPTH) return "…";
  if (Array.isArray(value)) {
    const items = value.slice(0, 20).map((item) => shown(item, depth + 1));
    return cut(`[${items.join(", ")}]`);
  }
  if (ArrayBuffer.isView(value)) return `${(value as Float64Array).length} numbers`;
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${shown(item, depth + 1)}`);
    return cut(`{ ${entries.join(", ")} }`);
  }
  return cut(String(value));
}

function cut(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}
