import type { GlyphReader, Varying } from "../spec.js";
import { valueAt } from "../spec.js";
import { angles } from "./angle.js";
import { isScreen } from "./bar.js";
import type { Bounds, Box, Frame, Painter } from "./painter.js";
import { extentAround, outlinePainter, readPositions } from "./outline.js";
import type { Path } from "./outline.js";

/** A part of a circle, in pixels and radians. */
interface Sector {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Return a length in units of the horizontal axis, in pixels. */
  readonly radius: (units: number) => number;
}

/** Draws slices of pies. */
export const wedgePainter: Painter = sectorPainter("radius", undefined, {
  trace(path, { x, y, from, to }, outer, _, anticlock) {
    path.moveTo(x, y);
    path.arc(x, y, outer, from, to, anticlock);
    path.closePath();
  },
});

/** Draws slices of rings. */
export const annularWedgePainter: Painter = sectorPainter("outer_radius", "inner_radius", {
  trace(path, { x, y, from, to }, outer, inner, anticlock) {
    path.arc(x, y, outer, from, to, anticlock);
    path.arc(x, y, inner, to, from, !anticlock);
    path.closePath();
  },
});

/** Draws parts of the outlines of circles. */
export const arcPainter: Painter = sectorPainter("radius", undefined, {
  open: true,
  trace(path, { x, y, from, to }, outer, _, anticlock) {
    path.arc(x, y, outer, from, to, anticlock);
  },
});

/** Draws rings. */
export const annulusPainter: Painter = sectorPainter("outer_radius", "inner_radius", {
  holes: true,
  trace(path, { x, y }, outer, inner) {
    path.arc(x, y, outer, 0, 2 * Math.PI);
    path.closePath();
    path.moveTo(x + inner, y);
    path.arc(x, y, inner, 0, 2 * Math.PI);
    path.closePath();
  },
  swatch(path, width, height) {
    path.arc(width / 2, height / 2, height / 2 - 2, 0, 2 * Math.PI);
    path.moveTo(width / 2 + height / 4, height / 2);
    path.arc(width / 2, height / 2, height / 4, 0, 2 * Math.PI);
  },
});

interface SectorShape {
  trace(path: Path, sector: Sector, outer: number, inner: number, anticlock: boolean): void;
  readonly swatch?: (path: Path, width: number, height: number) => void;
  readonly open?: boolean;
  readonly holes?: boolean;
}

function sectorPainter(outer: string, inner: string | undefined, shape: SectorShape): Painter {
  return outlinePainter({
    ...(shape.open === true ? { open: true } : {}),
    ...(shape.holes === true ? { holes: true } : {}),
    trace(frame, glyph) {
      const sectorOf = sectors(frame, glyph);
      if (sectorOf === undefined) return undefined;
      const large = glyph.numbers(outer, 0);
      const small: Varying<number> =
        inner === undefined ? { same: true, value: 0 } : glyph.numbers(inner, 0);
      const anticlock = glyph.glyph.get("direction") !== "clock";
      return (path, index) => {
        const sector = sectorOf(index);
        const most = pixels(glyph, outer, sector, valueAt(large, index));
        const least = pixels(glyph, inner ?? outer, sector, valueAt(small, index));
        const { x, y, from, to } = sector;
        if (!Number.isFinite(x + y + from + to + most + least)) return false;
        if (most < 0 || least < 0) return false;
        shape.trace(path, sector, most, least, anticlock);
        return true;
      };
    },
    bounds: (glyph) => circleBounds(glyph, outer),
    boxes(frame, glyph): ((index: number) => Box) | undefined {
      const sectorOf = sectors(frame, glyph);
      if (sectorOf === undefined) return undefined;
      const large = glyph.numbers(outer, 0);
      return (index) => {
        const sector = sectorOf(index);
        const { x, y } = sector;
        const r = pixels(glyph, outer, sector, valueAt(large, index));
        return { left: x - r, right: x + r, top: y - r, bottom: y + r };
      };
    },
    ...(shape.swatch === undefined ? {} : { swatch: shape.swatch }),
  });
}

function sectors(frame: Frame, glyph: GlyphReader): ((index: number) => Sector) | undefined {
  const read = readPositions(glyph, { x: "x", y: "y" });
  if (read === undefined) return undefined;
  const from = angles(glyph, "start_angle");
  const to = angles(glyph, "end_angle");
  return (index) => {
    const value = read["x"]?.[index] ?? NaN;
    const x = frame.x.toPixel(value);
    return {
      x,
      y: frame.y.toPixel(read["y"]?.[index] ?? NaN),
      // Angles go around the other way on a canvas.
      from: -valueAt(from, index),
      to: -valueAt(to, index),
      radius: (units) => Math.abs(frame.x.toPixel(value + units) - x),
    };
  };
}

/** Return a radius in pixels: some are in pixels already. */
function pixels(glyph: GlyphReader, field: string, sector: Sector, radius: number): number {
  return isScreen(glyph, field) ? radius : sector.radius(radius);
}

function circleBounds(glyph: GlyphReader, field: string): Bounds {
  const radius = glyph.numbers(field, 0);
  const screen = isScreen(glyph, field);
  const around = (index: number): number => (screen ? 0 : valueAt(radius, index));
  return {
    x: extentAround(glyph.positions("x", "x"), glyph.length, around),
    y: extentAround(glyph.positions("y", "y"), glyph.length, around),
  };
}
