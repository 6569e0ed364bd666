import { own } from "../own.js";

type Path = Pick<
  CanvasRenderingContext2D,
  "moveTo" | "lineTo" | "arc" | "rect" | "closePath" | "quadraticCurveTo"
>;

/** Adds the outline of a marker of a radius around the origin `(x, y)` to a path. */
export type Marker = (path: Path, x: number, y: number, radius: number) => void;

const circle: Marker = (path, x, y, r) => {
  path.moveTo(x + r, y);
  path.arc(x, y, r, 0, 2 * Math.PI);
};

const cross: Marker = (path, x, y, r) => {
  path.moveTo(x, y - r);
  path.lineTo(x, y + r);
  path.moveTo(x - r, y);
  path.lineTo(x + r, y);
};

/** What goes from corner to corner of a square. */
const saltire: Marker = (path, cx, cy, r) => {
  path.moveTo(cx - r, cy - r);
  path.lineTo(cx + r, cy + r);
  path.moveTo(cx - r, cy + r);
  path.lineTo(cx + r, cy - r);
};

/** A cross that is turned: its strokes are as long. */
const x: Marker = (path, cx, cy, r) => {
  saltire(path, cx, cy, r * Math.SQRT1_2);
};

const wye: Marker = (path, cx, cy, r) => {
  for (const angle of [90, 210, 330]) {
    path.moveTo(cx, cy);
    const turn = (angle * Math.PI) / 180;
    path.lineTo(cx + r * Math.cos(turn), cy + r * Math.sin(turn));
  }
};

const dash: Marker = (path, cx, cy, r) => {
  path.moveTo(cx - r, cy);
  path.lineTo(cx + r, cy);
};

function polygon(corners: readonly (readonly [number, number])[]): Marker {
  return (path, cx, cy, r) => {
    for (const [index, [dx, dy]] of corners.entries()) {
      if (index === 0) path.moveTo(cx + dx * r, cy + dy * r);
      else path.lineTo(cx + dx * r, cy + dy * r);
    }
    path.closePath();
  };
}

/** Place corners on a circle, beginning at the top; every second one on an inner circle for a star. */
function around(count: number, inner = 1, turn = 0): Marker {
  const corners = Array.from({ length: count }, (_, index): [number, number] => {
    const angle = ((index + turn) / count) * 2 * Math.PI - Math.PI / 2;
    const size = index % 2 === 1 ? inner : 1;
    return [Math.cos(angle) * size, Math.sin(angle) * size];
  });
  return polygon(corners);
}

const square: Marker = (path, cx, cy, r) => {
  path.rect(cx - r, cy - r, 2 * r, 2 * r);
};

/** A shape whose sides bend inwards between corners. */
function pinned(corners: readonly (readonly [number, number])[]): Marker {
  return (path, cx, cy, r) => {
    const [first = [0, 0]] = corners;
    path.moveTo(cx + first[0] * r, cy + first[1] * r);
    for (const [index, [fromX, fromY]] of corners.entries()) {
      const [toX, toY] = corners[(index + 1) % corners.length] ?? first;
      const bend = 0.375;
      path.quadraticCurveTo(
        cx + ((fromX + toX) / 2) * bend * r,
        cy + ((fromY + toY) / 2) * bend * r,
        cx + toX * r,
        cy + toY * r,
      );
    }
    path.closePath();
  };
}

const TRIANGLE: readonly (readonly [number, number])[] = [
  [0, -2 / Math.sqrt(3)],
  [1, 1 / Math.sqrt(3)],
  [-1, 1 / Math.sqrt(3)],
];
const diamond = polygon([
  [0, -1],
  [0.67, 0],
  [0, 1],
  [-0.67, 0],
]);
const diamondCross: Marker = (path, cx, cy, r) => {
  path.moveTo(cx, cy - r);
  path.lineTo(cx, cy + r);
  path.moveTo(cx - r * 0.67, cy);
  path.lineTo(cx + r * 0.67, cy);
};
const asterisk: Marker = (path, cx, cy, r) => {
  cross(path, cx, cy, r);
  x(path, cx, cy, r);
};

/** What markers consist of: an outline with an area, and strokes over it. */
export interface Parts {
  readonly outline?: Marker;
  readonly strokes?: Marker;
  /** Whether a dot of the colour of the lines is in the middle. */
  readonly dot?: boolean;
}

const OUTLINES: Readonly<Record<string, Marker>> = {
  circle,
  diamond,
  hex: around(6, 1, 0.5),
  inverted_triangle: polygon(TRIANGLE.map(([dx, dy]) => [dx, -dy])),
  plus: polygon([
    [-1, -0.375],
    [-0.375, -0.375],
    [-0.375, -1],
    [0.375, -1],
    [0.375, -0.375],
    [1, -0.375],
    [1, 0.375],
    [0.375, 0.375],
    [0.375, 1],
    [-0.375, 1],
    [-0.375, 0.375],
    [-1, 0.375],
  ]),
  square,
  square_pin: pinned([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  star: around(10, 0.4),
  triangle: polygon(TRIANGLE),
  triangle_pin: pinned(TRIANGLE),
};

const STROKES: Readonly<Record<string, Marker>> = {
  asterisk,
  circle_cross: cross,
  circle_x: x,
  circle_y: wye,
  cross,
  dash,
  diamond_cross: diamondCross,
  square_cross: cross,
  square_x: saltire,
  x,
  y: wye,
};

const known = new Map<string, Parts>();
/** What a marker is of which nobody knows; columns may have any number of such names. */
const UNKNOWN: Parts = { outline: circle };

/** Return what a marker consists of, the same each time; unknown ones are circles. */
export function markerOf(name: string): Parts {
  const found = known.get(name);
  if (found !== undefined) return found;
  const parts = partsOf(name);
  if (parts !== undefined) known.set(name, parts);
  return parts ?? UNKNOWN;
}

function partsOf(name: string): Parts | undefined {
  if (name === "dot") return { dot: true };
  const outline = own(OUTLINES, name.replace(/_(?:cross|dot|x|y)$/, ""));
  const strokes = own(STROKES, name);
  if (outline === undefined && strokes === undefined) return undefined;
  return {
    ...(outline === undefined ? {} : { outline }),
    ...(strokes === undefined ? {} : { strokes }),
    dot: name.endsWith("_dot"),
  };
}
