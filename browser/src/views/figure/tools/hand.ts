import type { Model } from "../../../model/types.js";
import type { Point } from "../gestures.js";
import type { Layer } from "../layer.js";
import type { Frame } from "../painters/painter.js";
import type { Scene } from "../scene.js";
import type { Shape } from "../shape.js";
import type { History } from "./history.js";
import type { Tools } from "./usage.js";

/** What tools need of the figure that they work on. */
export interface Hand {
  /** The figure. */
  readonly model: Model;
  readonly element: HTMLElement;
  readonly renderRoot: ParentNode;
  /** The plotting area as it was last drawn. */
  readonly frame: Frame | undefined;
  readonly scene: Scene | undefined;
  readonly layers: readonly Layer[];
  readonly tools: Tools;
  readonly history: History;
  /** Where the pointer is in the plotting area. */
  readonly pointer: Point | undefined;
  /** Change what is shown, so that it can be undone and is told to whoever asks. */
  move(change: (scene: Scene, frame: Frame) => void, what?: string): void;
  /** Show what is being drawn, or nothing. */
  outline(shape: Shape | undefined): void;
  reset(): void;
  undo(): void;
  redo(): void;
  /** Draw again: a source looks different while it is edited. */
  sourceChanged(source: Model): void;
  /** Render again what lies over the plotting area. */
  repaint(): void;
  /** Show a few words over the figure for a moment. */
  note(words: string): void;
}
