type Path = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "arc" | "rect" | "closePath">;

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

const x: Marker = (path, cx, cy, radius) => {
  const r = radius * Math.SQRT1_2;
  path.moveTo(cx - r, cy - r);
  path.lineTo(cx + r, cy + r);
  path.moveTo(cx - r, cy + r);
  path.lineTo(cx + r, cy - r);
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

const MARKERS: Readonly<Record<string, Marker>> = {
  circle,
  square,
  cross,
  x,
  asterisk: (path, cx, cy, r) => {
    cross(path, cx, cy, r);
    x(path, cx, cy, r);
  },
  dash: (path, cx, cy, r) => {
    path.moveTo(cx - r, cy);
    path.lineTo(cx + r, cy);
  },
  diamond: polygon([
    [0, -1],
    [0.67, 0],
    [0, 1],
    [-0.67, 0],
  ]),
  hex: around(6),
  star: around(10, 0.4),
  triangle: around(3),
  inverted_triangle: around(3, 1, 1.5),
  plus: polygon([
    [-1, -0.3],
    [-0.3, -0.3],
    [-0.3, -1],
    [0.3, -1],
    [0.3, -0.3],
    [1, -0.3],
    [1, 0.3],
    [0.3, 0.3],
    [0.3, 1],
    [-0.3, 1],
    [-0.3, 0.3],
    [-1, 0.3],
  ]),
};

/** The markers that consist of strokes alone. */
const OPEN = new Set(["cross", "x", "asterisk", "dash"]);

/** Return the marker of a name; unknown ones are circles. */
export function markerOf(name: string): Marker {
  return MARKERS[name] ?? circle;
}

/** Tell whether a marker has no area to fill. */
export function isOpen(name: string): boolean {
  return OPEN.has(name);
}
