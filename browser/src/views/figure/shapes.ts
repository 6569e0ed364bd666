/** What few figures need: importing this makes it known. */
import { SHAPE_SCHEMA } from "../../model/shape_schema.js";
import { learn } from "../../model/vocabulary.js";
import { partsOf } from "./composites.js";
import { EXPRESSIONS, TRANSFORMS } from "./computed.js";
import { computeComponent } from "./coordinates.js";
import { addUp } from "./cumulative.js";
import { changeByCode, computeByCode } from "./custom.js";
import { extras } from "./extras.js";
import { interpolate } from "./interpolate.js";
import { jitter } from "./jitter.js";
import { textPainter } from "./painters/text.js";
import { PAINTERS } from "./painters/all.js";
import {
  hareaPainter,
  multiLinePainter,
  multiPolygonsPainter,
  patchPainter,
  patchesPainter,
  vareaPainter,
} from "./painters/area.js";
import {
  blockPainter,
  ellipsePainter,
  hexTilePainter,
  hstripPainter,
  quadPainter,
  rectPainter,
  vstripPainter,
} from "./painters/box.js";
import { circlePainter, ngonPainter } from "./painters/circle.js";
import "./painters/defined.js";
import { hatch } from "./painters/hatch.js";
import { imagePainter, imageRgbaPainter, imageUrlPainter } from "./painters/image.js";
import {
  bezierPainter,
  hspanPainter,
  quadraticPainter,
  rayPainter,
  segmentPainter,
  stepPainter,
  vspanPainter,
} from "./painters/stroke.js";
import { imageStackPainter } from "./painters/stack.js";
import { annularWedgePainter, annulusPainter, arcPainter, wedgePainter } from "./painters/wedge.js";
import { ranksIn } from "./ranks.js";
import { modelsOf, rowsOf } from "./view_rows.js";

learn(SHAPE_SCHEMA);
extras.hatch = hatch;
extras.parts = partsOf;
extras.ranks = ranksIn;
Object.assign(EXPRESSIONS, {
  CumSum: addUp,
  CustomJSExpr: computeByCode,
  XComponent: computeComponent,
  YComponent: computeComponent,
});
Object.assign(TRANSFORMS, {
  CustomJSTransform: changeByCode,
  Jitter: jitter,
  LinearInterpolator: interpolate,
  StepInterpolator: interpolate,
});
extras.rows = rowsOf;
extras.viewed = modelsOf;
Object.assign(PAINTERS, {
  AnnularWedge: annularWedgePainter,
  Annulus: annulusPainter,
  Arc: arcPainter,
  Bezier: bezierPainter,
  Block: blockPainter,
  Circle: circlePainter,
  Ellipse: ellipsePainter,
  HArea: hareaPainter,
  HAreaStep: hareaPainter,
  HSpan: hspanPainter,
  HStrip: hstripPainter,
  HexTile: hexTilePainter,
  Image: imagePainter,
  ImageRGBA: imageRgbaPainter,
  ImageStack: imageStackPainter,
  ImageURL: imageUrlPainter,
  MathMLGlyph: textPainter,
  MultiLine: multiLinePainter,
  MultiPolygons: multiPolygonsPainter,
  Ngon: ngonPainter,
  Patch: patchPainter,
  Patches: patchesPainter,
  Quad: quadPainter,
  Quadratic: quadraticPainter,
  Ray: rayPainter,
  Rect: rectPainter,
  Segment: segmentPainter,
  Step: stepPainter,
  TeXGlyph: textPainter,
  Text: textPainter,
  VArea: vareaPainter,
  VAreaStep: vareaPainter,
  VSpan: vspanPainter,
  VStrip: vstripPainter,
  Wedge: wedgePainter,
});
