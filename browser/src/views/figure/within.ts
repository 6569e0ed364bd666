/** Which rows of a layer an area takes: each type of glyph has its own rule, and those without one take none. */
import type { Point } from "./gestures.js";
import type { Layer } from "./layer.js";
import { PAINTERS } from "./painters/all.js";
import type { Frame } from "./painters/painter.js";
import { planeOf } from "./plane.js";
import type { Shape } from "./shape.js";
import type { GlyphReader } from "./spec.js";
import { valueAt } from "./spec.js";

/** An area, from the upper left of the canvas, and what a rule asks of it. */
interface Area {
  readonly points: readonly Point[];
  readonly box: Edges;
  holds(x: number, y: number): boolean;
  /** Whether a part of a row in it suffices. */
  readonly greedy: boolean;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Tells of each row whether an area takes it. */
type Takes = (row: number) => boolean;
type Rule = (plane: Frame, reader: GlyphReader, area: Area) => Takes | undefined;

/** Takes rows whose points are in the area. */
const placed: Rule = (plane, reader, area) => {
  const [x, y] = [reader.positions("x", "x"), reader.positions("y", "y")];
  if (x === undefined || y === undefined) return undefined;
  return (row) => area.holds(plane.x.toPixel(x[row] ?? NaN), plane.y.toPixel(y[row] ?? NaN));
};

/** Takes rows whose boxes the area touches. */
const touched: Rule = (plane, reader, { box }) => {
  const boxOf = PAINTERS[reader.glyph.type]?.boxes?.(plane, reader);
  return (row) => {
    const own = boxOf && sorted(boxOf(row));
    return own !== undefined && meet(own, box);
  };
};

/** Takes rows whose corners are all in the area, or one of them for a greedy tool. */
const cornered: Rule = (plane, reader, area) => {
  const [xs, ys] = [reader.cells("xs"), reader.cells("ys")];
  if (xs === undefined || ys === undefined) return undefined;
  const polygons = reader.glyph.type === "MultiPolygons";
  return (row) => {
    const [x, y] = [xs, ys].map((cells) => cornersIn(valueAt(cells, row), polygons));
    const inside = (x ?? [])
      .map((each, at) => [each, y?.[at] ?? NaN] as const)
      .filter(([cx, cy]) => !Number.isNaN(cx + cy))
      .map(([cx, cy]) => area.holds(plane.x.toPixel(cx), plane.y.toPixel(cy)));
    return inside.includes(true) && (area.greedy || !inside.includes(false));
  };
};

/** Takes rows whose outlines have something in common with the area. */
const overlapped: Rule = (plane, reader, area) => {
  const outline = PAINTERS[reader.glyph.type]?.corners?.(plane, reader);
  const around = sides(area.points);
  return (row) => {
    const own = outline?.(row) ?? [];
    if (own.length === 0 || !meet(boxAround(own), area.box)) return false;
    return (
      own.some(({ x, y }) => area.holds(x, y)) ||
      area.points.some(({ x, y }) => isInside(own, x, y)) ||
      sides(own).some((one) => around.some((other) => cross(one, other)))
    );
  };
};

/** Takes lines across the frame that the area touches. */
const crossed: Rule = (plane, reader, { box }) => {
  const direction = reader.glyph.type === "VSpan" ? "x" : "y";
  const at = reader.positions(direction, direction);
  const widths = reader.numbers("line_width", 1);
  const [from, to] = direction === "x" ? [box.left, box.right] : [box.top, box.bottom];
  return (row) => {
    const place = plane[direction].toPixel(at?.[row] ?? NaN);
    const half = valueAt(widths, row) / 2;
    return place >= from - half && place <= to + half;
  };
};

/** Takes strips across the frame, both sides of which are in the area. */
const spanned: Rule = (plane, reader, { box }) => {
  const direction = reader.glyph.type === "VStrip" ? "x" : "y";
  const ends = ["0", "1"].map((end) => reader.positions(`${direction}${end}`, direction));
  const [from, to] = direction === "x" ? [box.left, box.right] : [box.top, box.bottom];
  return (row) =>
    ends.every((end) => {
      const place = plane[direction].toPixel(end?.[row] ?? NaN);
      return place >= from && place <= to;
    });
};

/** What boxes take. */
const BOXES: Readonly<Record<string, Rule | undefined>> = {
  Block: touched,
  Circle: placed,
  HBar: touched,
  HSpan: crossed,
  HStrip: spanned,
  HexTile: touched,
  MultiPolygons: cornered,
  Ngon: overlapped,
  Patches: cornered,
  Quad: touched,
  Rect: placed,
  Scatter: placed,
  VBar: touched,
  VSpan: crossed,
  VStrip: spanned,
};
/** Of those, what lassos and polygons take. */
const PATHS: ReadonlySet<string> = new Set([
  "Circle",
  "MultiPolygons",
  "Ngon",
  "Patches",
  "Scatter",
]);

/** Return the rows of a layer that an area takes, or nothing if its glyph is not selected that way. */
export function rowsIn(
  layer: Layer,
  frame: Frame,
  shape: Shape,
  greedy: boolean,
): readonly number[] | undefined {
  const { reader, rows } = layer;
  const type = reader?.glyph.type ?? "";
  const rule = shape.kind === "box" || PATHS.has(type) ? BOXES[type] : undefined;
  if (reader === undefined || rule === undefined) return undefined;
  const takes = rule(planeOf(frame, layer.owner), reader, areaOf(shape, frame, greedy));
  if (takes === undefined) return [];
  return (rows ?? Array.from({ length: reader.length }, (_, row) => row)).filter(takes);
}

function areaOf(shape: Shape, { left, top }: Frame, greedy: boolean): Area {
  const moved = ({ x, y }: Point): Point => ({ x: x + left, y: y + top });
  if (shape.kind === "path") {
    const points = shape.points.map(moved);
    const holds = (x: number, y: number): boolean => isInside(points, x, y);
    return { points, box: boxAround(points), holds, greedy };
  }
  const [from, to] = [moved(shape.from), moved(shape.to)];
  const box = sorted({ left: from.x, right: to.x, top: from.y, bottom: to.y });
  const points = [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
  const holds = (x: number, y: number): boolean =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return { points, box, holds, greedy };
}

function sorted({ left, right, top, bottom }: Edges): Edges {
  return {
    left: Math.min(left, right),
    right: Math.max(left, right),
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
  };
}

function boxAround(points: readonly Point[]): Edges {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Tell whether two boxes have something in common, if only an edge. */
function meet(one: Edges, other: Edges): boolean {
  return (
    one.left <= other.right &&
    one.right >= other.left &&
    one.top <= other.bottom &&
    one.bottom >= other.top
  );
}

/** Return the corners of a row in one direction; those of holes do not count. */
function cornersIn(cell: unknown, polygons: boolean): number[] {
  if (polygons && Array.isArray(cell)) {
    return cell.flatMap((rings) => flatten(Array.isArray(rings) ? (rings[0] ?? []) : rings));
  }
  return flatten(cell);
}

function flatten(cell: unknown): number[] {
  if (ArrayBuffer.isView(cell)) return Array.from(cell as Float64Array);
  return Array.isArray(cell) ? cell.flatMap(flatten) : [Number(cell)];
}

/** Tell whether a place is inside a polygon: whether a ray from it crosses the edges an odd number of times. */
function isInside(points: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  let last = points.at(-1);
  for (const point of points) {
    if (last !== undefined && point.y > y !== last.y > y) {
      const crossing = ((last.x - point.x) * (y - point.y)) / (last.y - point.y) + point.x;
      if (x < crossing) inside = !inside;
    }
    last = point;
  }
  return inside;
}

function sides(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.map((point, at) => [point, points[(at + 1) % points.length] ?? point]);
}

/** Tell whether two lines cross: whether each has the ends of the other on both sides. */
function cross([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
