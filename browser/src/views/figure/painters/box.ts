import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { EMPTY, union } from "../range.js";
import { angles } from "./angle.js";
import { isScreen } from "./bar.js";
import type { Box, Frame, Painter } from "./painter.js";
import { addBox, placed, readRadii } from "./rounded.js";
import { extentAround, extentOfFields, outlinePainter, readPositions } from "./outline.js";
import type { Outline, Path } from "./outline.js";

/** Draws rectangles of which each row gives the sides. */
export const quadPainter: Painter = outlinePainter(
  boxes(
    (frame, glyph) => {
      const read = readPositions(glyph, { left: "x", right: "x", bottom: "y", top: "y" });
      if (read === undefined) return undefined;
      const { left, right, bottom, top } = read;
      return (index) => ({
        left: frame.x.toPixel(left?.[index] ?? NaN),
        right: frame.x.toPixel(right?.[index] ?? NaN),
        bottom: frame.y.toPixel(bottom?.[index] ?? NaN),
        top: frame.y.toPixel(top?.[index] ?? NaN),
      });
    },
    (glyph) => ({
      x: extentOfFields(glyph, "x", "left", "right"),
      y: extentOfFields(glyph, "y", "bottom", "top"),
    }),
  ),
);

/** Draws rectangles of which each row gives the lower left corner. */
export const blockPainter: Painter = outlinePainter(
  boxes(
    (frame, glyph) => {
      const read = readPositions(glyph, { x: "x", y: "y" });
      if (read === undefined) return undefined;
      const width = glyph.numbers("width", 1);
      const height = glyph.numbers("height", 1);
      const [wide, tall] = [isScreen(glyph, "width"), isScreen(glyph, "height")];
      return (index) => {
        const x = read["x"]?.[index] ?? NaN;
        const y = read["y"]?.[index] ?? NaN;
        const [left, bottom] = [frame.x.toPixel(x), frame.y.toPixel(y)];
        const [w, h] = [valueAt(width, index), valueAt(height, index)];
        return {
          left,
          right: wide ? left + w : frame.x.toPixel(x + w),
          bottom,
          top: tall ? bottom - h : frame.y.toPixel(y + h),
        };
      };
    },
    (glyph) => {
      const width = glyph.numbers("width", 1);
      const height = glyph.numbers("height", 1);
      const none = (): number => 0;
      return {
        x: extentAround(glyph.positions("x", "x"), glyph.length, none, (i) =>
          isScreen(glyph, "width") ? 0 : valueAt(width, i),
        ),
        y: extentAround(glyph.positions("y", "y"), glyph.length, none, (i) =>
          isScreen(glyph, "height") ? 0 : valueAt(height, i),
        ),
      };
    },
  ),
);

/** Draws rectangles around points, perhaps turned. */
export const rectPainter: Painter = outlinePainter({
  trace(frame, glyph) {
    const boxOf = rectBoxes(frame, glyph);
    if (boxOf === undefined) return undefined;
    const angle = angles(glyph, "angle");
    const dilate = glyph.glyph.get("dilate") === true;
    const radii = readRadii(glyph.glyph.get("border_radius"));
    return (path, index) => {
      const box = boxOf(index);
      const turn = valueAt(angle, index);
      return traceBox(path, dilate ? dilated(box, frame.ratio) : box, turn, radii);
    };
  },
  bounds: aroundBounds,
  boxes: rectBoxes,
});

/** Draws ellipses. */
export const ellipsePainter: Painter = outlinePainter({
  trace(frame, glyph) {
    const boxOf = rectBoxes(frame, glyph);
    if (boxOf === undefined) return undefined;
    const angle = angles(glyph, "angle");
    return (path, index) => {
      const { left, right, top, bottom } = boxOf(index);
      if (!Number.isFinite(left + right + top + bottom)) return false;
      const rx = Math.abs(right - left) / 2;
      const ry = Math.abs(bottom - top) / 2;
      const turn = -valueAt(angle, index);
      path.ellipse((left + right) / 2, (top + bottom) / 2, rx, ry, turn, 0, 2 * Math.PI);
      return true;
    };
  },
  bounds: aroundBounds,
  boxes: rectBoxes,
  swatch(path, width, height) {
    path.ellipse(width / 2, height / 2, width / 2 - 3, height / 2 - 3, 0, 0, 2 * Math.PI);
  },
});

/** Draws bands across the frame. */
export const hstripPainter: Painter = stripPainter("y");

/** Draws bands from the bottom to the top of the frame. */
export const vstripPainter: Painter = stripPainter("x");

/** Draws hexagons of a grid. */
export const hexTilePainter: Painter = outlinePainter({
  trace(frame, glyph) {
    const grid = hexGrid(glyph);
    const scale = glyph.numbers("scale", 1);
    return (path, index) => {
      const [x, y] = grid.center(index);
      if (!Number.isFinite(x + y)) return false;
      const size = valueAt(scale, index);
      for (const [corner, [dx, dy]] of grid.corners.entries()) {
        const px = frame.x.toPixel(x + dx * size);
        const py = frame.y.toPixel(y + dy * size);
        if (corner === 0) path.moveTo(px, py);
        else path.lineTo(px, py);
      }
      path.closePath();
      return true;
    };
  },
  bounds(glyph) {
    const grid = hexGrid(glyph);
    let x = EMPTY;
    let y = EMPTY;
    for (let index = 0; index < glyph.length; index += 1) {
      const [across, along] = grid.center(index);
      if (!Number.isFinite(across + along)) continue;
      x = union(x, { low: across - grid.width, high: across + grid.width });
      y = union(y, { low: along - grid.height, high: along + grid.height });
    }
    return { x, y };
  },
  boxes(frame, glyph) {
    const grid = hexGrid(glyph);
    const scale = glyph.numbers("scale", 1);
    return (index) => {
      const size = valueAt(scale, index);
      const [x, y] = grid.center(index);
      return {
        left: frame.x.toPixel(x - grid.width * size),
        right: frame.x.toPixel(x + grid.width * size),
        bottom: frame.y.toPixel(y - grid.height * size),
        top: frame.y.toPixel(y + grid.height * size),
      };
    };
  },
});

function boxes(
  boxesOf: (frame: Frame, glyph: GlyphReader) => ((index: number) => Box) | undefined,
  bounds: Outline["bounds"],
): Outline {
  return {
    trace(frame, glyph) {
      const boxOf = boxesOf(frame, glyph);
      const radii = readRadii(glyph.glyph.get("border_radius"));
      return boxOf && ((path, index) => traceBox(path, boxOf(index), 0, radii));
    },
    bounds,
    boxes: boxesOf,
  };
}

function traceBox(path: Path, box: Box, turn: number, radii?: number | number[]): boolean {
  const at = placed(box);
  if (at === undefined) return false;
  if (turn === 0) {
    addBox(path, ...at, radii);
    return true;
  }
  // A path takes points as they are turned when they are added.
  const [left, top, width, height] = at;
  const before = path.getTransform();
  path.translate(left + width / 2, top + height / 2);
  path.rotate(-turn);
  addBox(path, -width / 2, -height / 2, width, height, radii);
  path.setTransform(before);
  return true;
}

function dilated({ left, right, top, bottom }: Box, ratio: number): Box {
  const low = (first: number, second: number): number =>
    Math.floor(Math.min(first, second) * ratio) / ratio;
  const high = (first: number, second: number): number =>
    Math.ceil(Math.max(first, second) * ratio) / ratio;
  return {
    left: low(left, right),
    right: high(left, right),
    top: low(top, bottom),
    bottom: high(top, bottom),
  };
}

/** Return the boxes of rows that have a centre, a width and a height. */
function rectBoxes(frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined {
  const read = readPositions(glyph, { x: "x", y: "y" });
  if (read === undefined) return undefined;
  const side = (direction: "x" | "y", field: string): ((index: number) => [number, number]) => {
    const size = glyph.numbers(field, 1);
    const scale = frame[direction];
    const screen = isScreen(glyph, field);
    return (index) => {
      const at = read[direction]?.[index] ?? NaN;
      const half = valueAt(size, index) / 2;
      if (!screen) return [scale.toPixel(at - half), scale.toPixel(at + half)];
      const pixel = scale.toPixel(at);
      return direction === "x" ? [pixel - half, pixel + half] : [pixel + half, pixel - half];
    };
  };
  const across = side("x", "width");
  const along = side("y", "height");
  return (index) => {
    const [left, right] = across(index);
    const [bottom, top] = along(index);
    return { left, right, top, bottom };
  };
}

function aroundBounds(glyph: GlyphReader): ReturnType<Painter["bounds"]> {
  const side = (direction: "x" | "y", field: string): ReturnType<typeof extentAround> => {
    const size = glyph.numbers(field, 1);
    const screen = isScreen(glyph, field);
    return extentAround(glyph.positions(direction, direction), glyph.length, (index) =>
      screen ? 0 : valueAt(size, index) / 2,
    );
  };
  return { x: side("x", "width"), y: side("y", "height") };
}

function stripPainter(direction: "x" | "y"): Painter {
  const [first, second] = [`${direction}0`, `${direction}1`];
  const boxesOf = (frame: Frame, glyph: GlyphReader): ((index: number) => Box) | undefined => {
    const read = readPositions(glyph, { [first]: direction, [second]: direction });
    if (read === undefined) return undefined;
    const scale = frame[direction];
    const all = {
      left: frame.left - 9,
      right: frame.left + frame.width + 9,
      top: frame.top - 9,
      bottom: frame.top + frame.height + 9,
    };
    return (index) => {
      const from = scale.toPixel(read[first]?.[index] ?? NaN);
      const to = scale.toPixel(read[second]?.[index] ?? NaN);
      return direction === "x"
        ? { ...all, left: from, right: to }
        : { ...all, top: to, bottom: from };
    };
  };
  return outlinePainter(
    boxes(boxesOf, (glyph) => ({
      x: direction === "x" ? extentOfFields(glyph, "x", first, second) : EMPTY,
      y: direction === "y" ? extentOfFields(glyph, "y", first, second) : EMPTY,
    })),
  );
}

interface HexGrid {
  readonly corners: readonly (readonly [number, number])[];
  readonly width: number;
  readonly height: number;
  center(index: number): [number, number];
}

function hexGrid(glyph: GlyphReader): HexGrid {
  const given = glyph.glyph.get("size");
  const size = typeof given === "number" ? given : 1;
  const ratio = glyph.glyph.get("aspect_scale");
  const aspect = typeof ratio === "number" && ratio > 0 ? ratio : 1;
  const flat = glyph.glyph.get("orientation") === "flattop";
  const q = glyph.numbers("q", NaN);
  const r = glyph.numbers("r", NaN);
  const root = Math.sqrt(3);
  const width = flat ? size : ((root / 2) * size) / aspect;
  const height = flat ? (root / 2) * size * aspect : size;
  const corners: [number, number][] = flat
    ? [
        [width, 0],
        [width / 2, height],
        [-width / 2, height],
        [-width, 0],
        [-width / 2, -height],
        [width / 2, -height],
      ]
    : [
        [0, height],
        [width, height / 2],
        [width, -height / 2],
        [0, -height],
        [-width, -height / 2],
        [-width, height / 2],
      ];
  return {
    corners,
    width,
    height,
    center(index) {
      const column = valueAt(q, index);
      const row = valueAt(r, index);
      return flat
        ? [size * 1.5 * column, -size * root * (row + column / 2) * aspect]
        : [(size * root * (column + row / 2)) / aspect, -size * 1.5 * row];
    },
  };
}
