/** What is drawn over the data, and what stands beside them: importing this makes it known. */
import { MARK_SCHEMA } from "../../model/mark_schema.js";
import { learn } from "../../model/vocabulary.js";
import { extras } from "./extras.js";
import { paintBand, paintWhiskers } from "./marks/between.js";
import { layHatch, paintGround } from "./marks/ground.js";
import { placeGuides, renderGuides } from "./marks/guides.js";
import { decorate } from "./marks/decorations.js";
import { paintArrows } from "./marks/head.js";
import { pointed } from "./marks/pointed.js";
import type { PaintMark } from "./marks/mark.js";
import { Mark } from "./marks/mark.js";
import { paintBox, paintPoly, paintSlope, paintSpan } from "./marks/plane.js";
import { paintScaleBar } from "./marks/scale_bar.js";
import { tilesOf } from "./marks/tiles.js";
import { paintLabels } from "./marks/words.js";

const MARKS: Readonly<Record<string, PaintMark | undefined>> = {
  Arrow: paintArrows,
  Band: paintBand,
  BoxAnnotation: paintBox,
  HTMLLabel: paintLabels,
  HTMLLabelSet: paintLabels,
  Label: paintLabels,
  LabelSet: paintLabels,
  PolyAnnotation: paintPoly,
  ScaleBar: paintScaleBar,
  Slope: paintSlope,
  Span: paintSpan,
  Whisker: paintWhiskers,
};

learn(MARK_SCHEMA);
extras.mark = (model, factors, mover) => {
  if (model.type === "TileRenderer") return tilesOf(model, mover);
  const paint = MARKS[model.type];
  return paint === undefined ? undefined : new Mark(model, factors, paint);
};
extras.layHatch = layHatch;
extras.paintGround = paintGround;
extras.decorate = decorate;
extras.pointed = pointed;
extras.renderGuides = renderGuides;
extras.placeGuides = placeGuides;
