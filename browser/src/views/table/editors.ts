/** How people change what is in a cell. */
import type { Column, Model } from "../../model/types.js";
import { list, number } from "../field.js";
import { plain } from "../format.js";
import { timeOf, valueText } from "./cells.js";

/** What was entered: a value, or why it is none. */
export type Entry = { readonly value: unknown } | { readonly reason: string };

/** An editor of one kind: a control, and how its words become a value. */
export interface Editor {
  readonly control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  read(): Entry;
}

const DAY_MS = 86_400_000;

/** Tell whether cells with this editor can be edited at all. */
export function edits(editor: Model | undefined): boolean {
  return editor?.type !== "CellEditor";
}

/** Make the editor of a cell, which takes nothing that the cell's column cannot hold. */
export function editorFor(
  model: Model | undefined,
  before: unknown,
  values: Column | undefined,
  numeric: boolean,
): Editor {
  const editor = editorOf(model, before, numeric);
  const read = (): Entry => {
    const entry = editor.read();
    const reason = "reason" in entry ? undefined : misfit(values, entry.value);
    return reason === undefined ? entry : { reason };
  };
  return { ...editor, read };
}

/** Return why a column of whole numbers cannot hold a value: the server would refuse it, or cut it. */
export function misfit(values: Column | undefined, value: unknown): string | undefined {
  if (!ArrayBuffer.isView(values) || !(values.constructor.name in WIDTHS)) return undefined;
  if (typeof value !== "number" && value !== null) return undefined;
  if (value === null || Number.isNaN(value)) return "This column has no empty cells";
  if (!Number.isInteger(value)) return "This column holds whole numbers only, such as 12";
  const [bits, signed] = WIDTHS[values.constructor.name] ?? [0, false];
  const [least, most] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  if (value >= least && value <= most) return undefined;
  return `This column holds numbers from ${String(least)} to ${String(most)}`;
}

/** How many bits whole numbers have in arrays, and whether they may be below zero. */
const WIDTHS: Readonly<Record<string, readonly [number, boolean]>> = {
  Int8Array: [8, true],
  Int16Array: [16, true],
  Int32Array: [32, true],
  Uint8Array: [8, false],
  Uint16Array: [16, false],
  Uint32Array: [32, false],
};

/** Make an editor; `numeric` tells that its column takes nothing but numbers. */
function editorOf(model: Model | undefined, before: unknown, numeric: boolean): Editor {
  switch (model?.type) {
    case "TextEditor":
      return textArea(before);
    case "SelectEditor":
      return select(list(model, "options").map(String), before, numeric);
    case "PercentEditor":
      return typed(before, { min: 0, max: 100, step: 1, whole: true });
    case "IntEditor":
      return typed(before, { step: number(model, "step", 1), whole: true });
    case "NumberEditor":
      return typed(before, { step: number(model, "step", 0.01) });
    case "DateEditor":
      return date(before);
    case "TimeEditor":
      return time(before);
    default:
      return numeric || typeof before === "number"
        ? typed(before, {})
        : line(before, model === undefined ? [] : list(model, "completions").map(String));
  }
}

/** Return what a cell holds in words to edit. */
function wordsOf(value: unknown): string {
  if (typeof value === "number") return Number.isNaN(value) ? "" : plain(value);
  return value === null || value === undefined ? "" : valueText(value);
}

function input(type: string, value: string): HTMLInputElement {
  const control = document.createElement("input");
  control.type = type;
  control.value = value;
  control.autocomplete = "off";
  return control;
}

function line(before: unknown, completions: readonly string[]): Editor {
  const control = input("text", wordsOf(before));
  if (completions.length > 0) {
    const offered = document.createElement("datalist");
    offered.id = "completions";
    offered.append(...completions.map((words) => new Option(words)));
    control.setAttribute("list", offered.id);
    // A list has to be in the same tree as the field that it is for.
    control.append(offered);
    queueMicrotask(() => {
      control.after(offered);
    });
  }
  const read = (): Entry => {
    if (typeof before !== "boolean") return { value: control.value };
    const words = control.value.trim().toLowerCase();
    if (words === "true" || words === "false") return { value: words === "true" };
    return { reason: `“${control.value}” is neither true nor false` };
  };
  return { control, read };
}

function textArea(before: unknown): Editor {
  const control = document.createElement("textarea");
  control.value = wordsOf(before);
  return { control, read: () => ({ value: control.value }) };
}

function select(options: readonly string[], before: unknown, numeric: boolean): Editor {
  const control = document.createElement("select");
  const words = wordsOf(before);
  const all = options.includes(words) ? options : [words, ...options];
  control.append(...all.map((option) => new Option(option, option, false, option === words)));
  const read = (): Entry => {
    const { value } = control;
    if (!numeric && typeof before !== "number") return { value };
    return Number.isNaN(Number(value)) ? { reason: noNumber(value) } : { value: Number(value) };
  };
  return { control, read };
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly whole?: boolean;
}

function typed(before: unknown, { min, max, step, whole }: Limits): Editor {
  const control = input("text", wordsOf(before));
  control.inputMode = whole === true ? "numeric" : "decimal";
  const read = (): Entry => {
    const words = control.value
      .trim()
      .replace("−", "-")
      .replace(/^([+-]?\d*),(\d+)$/, "$1.$2");
    if (words === "") return { value: typeof before === "number" ? NaN : null };
    const value = Number(words);
    if (!Number.isFinite(value)) return { reason: noNumber(control.value) };
    if (whole === true && !Number.isInteger(value))
      return { reason: "Only whole numbers, such as 12" };
    if (value < (min ?? -Infinity) || value > (max ?? Infinity)) {
      return { reason: `Only numbers from ${String(min)} to ${String(max)}` };
    }
    return { value };
  };
  if (step === undefined) return { control, read };
  control.addEventListener("keydown", (event) => {
    const way = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const entry = read();
    if (way === 0 || !("value" in entry)) return;
    event.preventDefault();
    const from = typeof entry.value === "number" && !Number.isNaN(entry.value) ? entry.value : 0;
    // 0.1 + 0.2 is meant to be 0.3.
    const next = Number((from + way * step).toPrecision(12));
    control.value = plain(Math.min(Math.max(next, min ?? -Infinity), max ?? Infinity));
  });
  return { control, read };
}

function noNumber(words: string): string {
  return `“${words.slice(0, 40)}” is not a number`;
}

function date(before: unknown): Editor {
  const at = timeOf(before);
  const control = input("date", Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 10));
  const read = (): Entry => {
    if (control.validity.badInput)
      return { reason: "Not a date: it takes a day, a month and a year" };
    const asText = typeof before === "string";
    if (control.value === "")
      return { value: asText ? "" : typeof before === "number" ? NaN : null };
    if (asText) return { value: control.value + before.slice(10) };
    const rest = Number.isNaN(at) ? 0 : ((at % DAY_MS) + DAY_MS) % DAY_MS;
    return { value: Date.parse(control.value) + rest };
  };
  return { control, read };
}

function time(before: unknown): Editor {
  const isNumber = typeof before === "number";
  const isEmpty = isNumber && !Number.isFinite(before);
  const clock = !isNumber
    ? wordsOf(before).slice(0, 8)
    : isEmpty
      ? ""
      : new Date(before).toISOString().slice(11, 19);
  const day = isNumber && !isEmpty ? Math.floor(before / DAY_MS) * DAY_MS : 0;
  const control = input("time", clock);
  control.step = "1";
  const read = (): Entry => {
    if (control.validity.badInput) return { reason: "Not a time: it takes hours and minutes" };
    if (!isNumber) return { value: control.value };
    if (control.value === "") return { value: NaN };
    return { value: day + Date.parse(`1970-01-01T${control.value}Z`) };
  };
  return { control, read };
}
