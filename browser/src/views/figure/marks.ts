/** What is drawn over the data, and what stands beside them: importing this makes it known. */
import { MARK_SCHEMA } from "../../model/mark_schema.js";
import { learn } from "../../model/vocabulary.js";
import { extras } from "./extras.js";
import { paintBand, paintWhiskers } from "./marks/between.js";
import { paintAxisGround } from "./marks/axis_ground.js";
import { layHatch, paintGround } from "./marks/ground.js";
import { placeGuides, renderGuides } from "./marks/guides.js";
import { decorate } from "./marks/decorations.js";
import { paintArrows } from "./marks/head.js";
import { pointed } from "./marks/pointed.js";
import type { MarkKind } from "./marks/mark.js";
import { Mark } from "./marks/mark.js";
import {
  hitsBox,
  hitsPoly,
  hitsSpan,
  paintBox,
  paintPoly,
  paintSlope,
  paintSpan,
} from "./marks/plane.js";
import type { Figure } from "./marks/pointing.js";
import { Pointing } from "./marks/pointing.js";
import { paintScaleBar } from "./marks/scale_bar.js";
import { tilesOf } from "./marks/tiles.js";
import "./marks/edges.js";
import "./marks/window.js";
import { paintLabels, sizeOfLabel } from "./marks/words.js";
import { lazily } from "../lazily.js";

const bringUpon = lazily(() => import("./upon.js"));

const MARKS: Readonly<Record<string, MarkKind | undefined>> = {
  Arrow: { paint: paintArrows },
  Band: { paint: paintBand },
  BoxAnnotation: { paint: paintBox, hits: hitsBox },
  HTMLLabel: { paint: paintLabels, size: sizeOfLabel },
  HTMLLabelSet: { paint: paintLabels },
  Label: { paint: paintLabels, size: sizeOfLabel },
  LabelSet: { paint: paintLabels },
  PolyAnnotation: { paint: paintPoly, hits: hitsPoly },
  ScaleBar: { paint: paintScaleBar },
  Slope: { paint: paintSlope },
  Span: { paint: paintSpan, hits: hitsSpan },
  Whisker: { paint: paintWhiskers },
};

learn(MARK_SCHEMA);
extras.mark = (model, factors, scene) => {
  if (model.type === "TileRenderer") return tilesOf(model, scene);
  const kind = MARKS[model.type];
  if (kind === undefined) return undefined;
  const pointing = Pointing.of(scene);
  const mark = new Mark(model, factors, kind, scene, () => pointing.hovered === model);
  pointing.marks.set(model, mark);
  return mark;
};
extras.layHatch = layHatch;
extras.axisGround = paintAxisGround;
extras.paintGround = paintGround;
extras.decorate = decorate;
extras.pointed = pointed;
extras.renderGuides = renderGuides;
extras.placeGuides = placeGuides;
extras.followPointer = (view, frame) => {
  const figure = view as Figure;
  if (!Pointing.at(figure, frame)) return;
  bringUpon(({ standUpon }) => {
    standUpon(figure);
  });
};
