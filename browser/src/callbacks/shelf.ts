/** The modules of BokehJS that callbacks ask for by name. A chunk of its own: few do. */
import { shelf } from "./custom_js.js";

/** What words a value is told in. */
interface Wording {
  /** So many decimals for each number; as many as it has if nobody says. */
  readonly precision?: number;
}

/** Half the circumference of the earth in the projection of web maps, in its metres. */
const HALF = Math.PI * 6_378_137;

const PROJECTION = {
  /** Degrees of longitude and latitude as metres of web maps. */
  compute: (longitude: number, latitude: number): [number, number] => {
    const angle = Math.PI / 4 + (latitude * Math.PI) / 360;
    return [(longitude / 180) * HALF, (Math.log(Math.tan(angle)) / Math.PI) * HALF];
  },
  /** Metres of web maps as degrees of longitude and latitude. */
  invert: (x: number, y: number): [number, number] => {
    const angle = Math.atan(Math.exp((y / HALF) * Math.PI));
    return [(x / HALF) * 180, (angle * 360) / Math.PI - 90];
  },
};

/** Return a value in words: texts in quotes, lists in brackets, objects with their names. */
function toWords(value: unknown, wording: Wording = {}): string {
  const { precision } = wording;
  if (typeof value === "number" && precision !== undefined) return value.toFixed(precision);
  if (typeof value === "string") return `"${value.replaceAll('"', '\\"')}"`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Symbol.iterator in value) {
    const items = [...(value as Iterable<unknown>)];
    return `[${items.map((item) => toWords(item, wording)).join(", ")}]`;
  }
  const pairs = Object.entries(value).map(([name, item]) => `${name}: ${toWords(item, wording)}`);
  return `{${pairs.join(", ")}}`;
}

const MODULES: Readonly<Record<string, object>> = {
  "core/util/pretty": { to_string: toWords },
  "core/util/projections": { wgs84_mercator: PROJECTION },
};

shelf.require = (name) => {
  if (Object.hasOwn(MODULES, name)) return MODULES[name];
  const known = Object.keys(MODULES).join(" and ");
  throw new ReferenceError(
    `Bokeh.require(${JSON.stringify(name)}) finds nothing: here are ${known}`,
  );
};
