/** The values of scripts in templates, and what can be done with them. */

/** What an expression yields: text, number, truth value, nothing, a list, a map of names, or a function. */
export type Value = unknown;

/** A script that cannot be read, or cannot be run. */
export class ScriptError extends Error {
  override readonly name = "ScriptError";
}

/** Functions that scripts may call. */
export class Callable {
  constructor(readonly call: (args: readonly Value[]) => Value) {}
}

/** Tell what `if` makes of a value. */
export function truth(value: Value): boolean {
  return Boolean(value);
}

/** Return a value as a number. */
export function numberOf(value: Value): number {
  return Array.isArray(value) || value instanceof Callable ? NaN : Number(value);
}

/** Return a value as text. */
export function textOf(value: Value): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(",");
  if (value instanceof Callable) return "";
  return typeof value === "object" ? JSON.stringify(value) : `${value as string | number}`;
}

const LONGEST = 100_000;

/** Return what an operator makes of two values. */
export function binary(sign: string, left: Value, right: Value): Value {
  const [first, second] = [left as number, right as number];
  switch (sign) {
    case "+": {
      const numbers = isPlain(left) && isPlain(right);
      if (numbers) return numberOf(left) + numberOf(right);
      const words = (value: Value): string => (isPlain(value) ? String(value) : textOf(value));
      const joined = words(left) + words(right);
      if (joined.length > LONGEST) throw new ScriptError("makes too long a text");
      return joined;
    }
    case "-":
      return numberOf(left) - numberOf(right);
    case "*":
      return numberOf(left) * numberOf(right);
    case "/":
      return numberOf(left) / numberOf(right);
    case "%":
      return numberOf(left) % numberOf(right);
    case "===":
      return left === right;
    case "!==":
      return left !== right;
    case "==":
      return loosely(left, right);
    case "!=":
      return !loosely(left, right);
    case "<":
      return first < second;
    case ">":
      return first > second;
    case "<=":
      return first <= second;
    default:
      return first >= second;
  }
}

/** Tell whether adding it makes a number, not a text. */
function isPlain(value: Value): boolean {
  return (
    typeof value === "number" || typeof value === "boolean" || value === null || value === undefined
  );
}

function loosely(left: Value, right: Value): boolean {
  const nothing = (value: Value): boolean => value === null || value === undefined;
  if (nothing(left) || nothing(right)) return nothing(left) && nothing(right);
  return typeof left === typeof right ? left === right : numberOf(left) === numberOf(right);
}

const TEXT_METHODS = new Set([
  ...["charAt", "concat", "endsWith", "includes", "indexOf", "lastIndexOf", "localeCompare"],
  ...["padEnd", "padStart", "replace", "replaceAll", "slice", "split", "startsWith", "substr"],
  ...["substring", "toLowerCase", "toString", "toUpperCase", "trim", "trimEnd", "trimStart"],
]);
const NUMBER_METHODS = new Set([
  "toExponential",
  "toFixed",
  "toLocaleString",
  "toPrecision",
  "toString",
]);
const LIST_METHODS = new Set(["at", "concat", "includes", "indexOf", "join", "slice", "toString"]);
const LIST_CALLS = new Set(["every", "filter", "find", "map", "some"]);

/** Return what a text, a number, a list or a map has under a name; of everything else nothing. */
export function member(value: Value, key: Value): Value {
  if (value === null || value === undefined) {
    throw new ScriptError(`reads ${textOf(key)} of nothing`);
  }
  if (value instanceof Map) return value.get(textOf(key));
  const isText = typeof value === "string";
  if (isText || Array.isArray(value)) {
    if (key === "length") return value.length;
    if (typeof key === "number") return value[key];
  }
  const known = isText ? TEXT_METHODS : Array.isArray(value) ? LIST_METHODS : NUMBER_METHODS;
  const calls = Array.isArray(value) && LIST_CALLS.has(String(key));
  if (typeof key !== "string" || !(known.has(key) || calls)) {
    throw new ScriptError(`may not use ${textOf(key)}`);
  }
  const methods = value as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  return new Callable((args) => {
    const given = args.map((arg) => {
      if (!(arg instanceof Callable)) return plainArgument(key, arg);
      if (!calls) throw new ScriptError(`takes no function for ${key}`);
      return (...inner: unknown[]) => arg.call(inner);
    });
    return methods[key]?.(...given);
  });
}

function plainArgument(method: string, value: Value): Value {
  const isLong = typeof value === "number" && value > LONGEST && method.startsWith("pad");
  if (isLong) throw new ScriptError("makes too long a text");
  return value;
}

const METHODS = [
  ...(["abs", "ceil", "exp", "floor", "log", "log10", "log2", "max", "min", "pow"] as const),
  ...(["round", "sign", "sqrt", "trunc"] as const),
] as const;

/** What `Math` has. */
export const MATH: Readonly<Record<string, Value>> = mathematics();

function mathematics(): Record<string, Value> {
  const found: Record<string, Value> = { PI: Math.PI, E: Math.E };
  const functions = Math as unknown as Record<string, (...numbers: number[]) => number>;
  for (const name of METHODS) {
    found[name] = new Callable((args) => functions[name]?.(...args.map(numberOf)));
  }
  return found;
}

/** Names that every script knows. */
export const CONSTANTS: Readonly<Record<string, Value>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
  NaN,
  Infinity,
  Number: new Callable(([value]) => numberOf(value)),
  String: new Callable(([value]) => textOf(value)),
  Boolean: new Callable(([value]) => truth(value)),
  parseInt: new Callable(([value, base]) => parseInt(textOf(value), numberOf(base ?? 10))),
  parseFloat: new Callable(([value]) => parseFloat(textOf(value))),
  isNaN: new Callable(([value]) => Number.isNaN(numberOf(value))),
  escape: new Callable(([value]) =>
    textOf(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  ),
  encodeURIComponent: new Callable(([value]) => encodeURIComponent(textOf(value))),
};
