/** A canvas that notes what is drawn on it, in few letters. */
import type { Layer } from "../../src/views/figure/layer.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import type { Scale } from "../../src/views/figure/scale.js";
import { LinearScale } from "../../src/views/figure/scale.js";

const STEPS: Readonly<Record<string, string>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  arc: "A",
  ellipse: "E",
  rect: "R",
  roundRect: "RR",
  closePath: "Z",
};
const MOVES: Readonly<Record<string, string>> = { translate: "T", rotate: "turn" };

/** Two decimals at most; a circle ends at 6.28. */
function short(value: unknown): string {
  if (typeof value === "number") return String(Math.round(value * 100) / 100 + 0);
  return String(value);
}

interface Noting {
  readonly context: CanvasRenderingContext2D;
  readonly noted: string[];
}

/** Make a context that notes paths, and with what each of them is filled or drawn. */
export function noting(): Noting {
  const noted: string[] = [];
  let dash: readonly number[] = [];
  let path: string[] = [];
  // A path takes points as they are moved when they are added.
  let moved: string[] = [];
  const look = { fillStyle: "", strokeStyle: "", globalAlpha: 1, lineWidth: 1 };
  const more = { lineCap: "butt", lineJoin: "miter", lineDashOffset: 0 };
  const alpha = (): string => (look.globalAlpha === 1 ? "" : ` ${short(look.globalAlpha)}`);
  const filled = (): string => `fill ${look.fillStyle}${alpha()}`;
  const stroke = (): string => {
    const parts = [look.strokeStyle + alpha(), short(look.lineWidth)];
    if (more.lineCap !== "butt") parts.push(more.lineCap);
    if (more.lineJoin !== "round") parts.push(more.lineJoin);
    if (dash.length > 0) parts.push(`[${dash.join(" ")}]${short(more.lineDashOffset)}`);
    return parts.join(" ");
  };
  const methods = {
    beginPath: () => (path = [...moved]),
    restore: () => (moved = []),
    setTransform: () => (moved = []),
    // Every letter is 5 wide, and as high as in a font of 10.
    measureText: (words: string) => ({
      width: 5 * words.length,
      actualBoundingBoxAscent: 7,
      fontBoundingBoxAscent: 8,
      fontBoundingBoxDescent: 2,
    }),
    fillText: (words: string, x: number, y: number) =>
      noted.push([...moved, `"${words}"${short(x)},${short(y)}`].join(" "), filled()),
    // What a pattern is made of says itself what is on it.
    createPattern: (canvas: object) => canvas,
    setLineDash: (lengths: readonly number[]) => (dash = lengths),
    fill: (rule?: string) =>
      noted.push(path.join(" "), filled() + (rule === "evenodd" ? " holes" : "")),
    stroke: () => noted.push(path.join(" "), `stroke ${stroke()}`),
    fillRect: (...box: number[]) => noted.push(`R${box.map(short).join()}`, filled()),
    strokeRect: (...box: number[]) => noted.push(`R${box.map(short).join()}`, `stroke ${stroke()}`),
  };
  const canvas: object = { ...look };
  const context = new Proxy(canvas, {
    get(_, name: string): unknown {
      if (name in look || name in more) return Reflect.get(name in look ? look : more, name);
      const letter = STEPS[name] ?? MOVES[name];
      if (letter !== undefined) {
        return (...values: unknown[]): void => {
          const step = letter + values.map(short).join();
          path.push(step);
          if (name in MOVES) moved.push(step);
        };
      }
      return Reflect.get(methods, name) ?? ((): undefined => undefined);
    },
    set: (_, name: string, value) => Reflect.set(name in look ? look : more, name, value),
  });
  return { context: context as CanvasRenderingContext2D, noted };
}

/** A frame of 100 by 100 pixels on which a unit is a pixel, with y upwards, and perhaps further scales. */
export function frameOf(
  context: CanvasRenderingContext2D,
  others: Readonly<Record<string, Scale>> = {},
): Frame {
  const up = new LinearScale({ start: 0, end: 100 }, 100, 0);
  const right = new LinearScale({ start: 0, end: 100 }, 0, 100);
  const size = { left: 0, top: 0, width: 100, height: 100, ratio: 1 };
  const further = { x: new Map(), y: new Map(Object.entries(others)) };
  const palette = { font: "x", text: "black" };
  return { ...size, context, palette, x: right, y: up, others: further } as unknown as Frame;
}

/** Return what a layer draws: each path once, followed by what becomes of it. */
export function drawn(layer: Layer, others: Readonly<Record<string, Scale>> = {}): string {
  const { context, noted } = noting();
  layer.paint(frameOf(context, others));
  return noted
    .filter((each, at) => at % 2 === 1 || each !== noted[at - 2])
    .join(" ")
    .trim();
}
