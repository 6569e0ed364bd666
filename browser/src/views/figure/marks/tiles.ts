/** Maps that are made of tiles. */
import type { Model } from "../../../model/types.js";
import { flag, list, number, optionalNumber, record, reference, text } from "../../field.js";
import type { Drawable, Mover } from "../extras.js";
import { LEVELS } from "../extras.js";
import { isPicture } from "../painters/files.js";
import type { Frame } from "../painters/painter.js";
import { isShown } from "../plane.js";
import type { Ends, Scale } from "../scale.js";

/** How many tiles are kept, and how many are shown at a time. */
const MOST_KEPT = 512;
const MOST_SHOWN = 200;
/** How many levels above its own stand in for a tile. */
const MOST_PARENTS = 5;
/** How long after each failure a tile is asked for once more; then it is given up until it is out of sight. */
const RETRY_MS = [2_000, 10_000, 50_000];
const EARTH = 6378137;

interface Tile {
  readonly image: HTMLImageElement;
  state: "coming" | "there" | "missing";
}

/** Between which ends a figure shows something. */
interface Shown {
  readonly x: Ends;
  readonly y: Ends;
}

/** In place of the ends that were told, until the next drawing says which they are. */
const TOLD = "told";

/** One tile that is to be shown: its place among those of its level, counted from the upper left. */
interface Wanted {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Draws the tiles of a renderer, and fetches those that are missing. */
export class TileLayer implements Drawable {
  readonly free = false;
  /** The tiles that are known, those used last at the end. */
  readonly #tiles = new Map<string, Tile>();
  #source = "";
  #size = "";
  #first = "";
  /** What somebody wants to see, and the ends that show that with square metres. */
  #wish: Shown | undefined;
  #told = "";
  /** The ends that were found not to be square, or to be, last. */
  #judged = "";
  #telling = 0;
  /** Draws the newest plot: those before it may be gone when a tile comes. */
  #redraw: () => void = () => undefined;

  constructor(
    private readonly model: Model,
    private readonly mover: Mover,
  ) {}

  /** Ask for nothing more. */
  leave(): void {
    clearTimeout(this.#telling);
    this.#telling = 0;
    this.#drop(new Set());
  }

  get level(): number {
    return LEVELS.indexOf(text(this.model, "level", "image"));
  }

  *models(): Iterable<Model> {
    yield this.model;
    const source = reference(this.model, "tile_source");
    if (source !== undefined) yield source;
  }

  paint(frame: Frame): void {
    this.#redraw = frame.redraw;
    const source = reference(this.model, "tile_source");
    if (source === undefined || !isShown(this.model) || text(source, "url") === "") return;
    const grid = new TileGrid(source, frame);
    this.#square(frame, grid);
    const said = text(source, "url") + JSON.stringify(record(source, "extra_url_vars"));
    if (said !== this.#source) this.#forget();
    this.#source = said;
    const { context } = frame;
    context.globalAlpha = number(this.model, "alpha", 1);
    context.imageSmoothingEnabled = flag(this.model, "smoothing", true);
    const wanted = grid.wanted();
    const keys = new Set(wanted.map(({ key }) => key));
    this.#drop(keys);
    const parents = flag(this.model, "render_parents", true);
    const lacking = wanted.filter(({ key }) => this.#tiles.get(key)?.state !== "there");
    if (parents) for (const tile of lacking) this.#standIn(grid, context, tile);
    for (const tile of wanted) {
      const known = this.#tiles.get(tile.key);
      if (known?.state === "there") grid.draw(context, known.image, tile);
      else if (known === undefined) this.#fetch(source, grid, tile);
      if (known === undefined) continue;
      this.#tiles.delete(tile.key);
      this.#tiles.set(tile.key, known);
    }
    const none = wanted.every(({ key }) => this.#tiles.get(key)?.state === "missing");
    if (none && wanted.length > 0) tellOf(frame);
  }

  /** Draw what is known of a larger tile in place of one that has not come yet. */
  #standIn(grid: TileGrid, context: CanvasRenderingContext2D, tile: Wanted): void {
    for (let up = 1; up <= MOST_PARENTS; up += 1) {
      const parent = grid.at(tile.x >> up, tile.y >> up, tile.z - up);
      const known = this.#tiles.get(parent.key);
      if (known?.state !== "there") continue;
      const { naturalWidth: width } = known.image;
      const part = width / 2 ** up;
      const [x, y] = [tile.x - ((tile.x >> up) << up), tile.y - ((tile.y >> up) << up)];
      grid.draw(context, known.image, tile, [x * part, y * part, part]);
      return;
    }
  }

  #fetch(source: Model, grid: TileGrid, tile: Wanted): void {
    const url = addressOf(source, grid, tile);
    if (!isPicture(url)) return;
    const image = new Image();
    const made: Tile = { image, state: "coming" };
    // Else the figure could not be saved any more.
    image.crossOrigin = "anonymous";
    const left = (): boolean => this.#tiles.get(tile.key) !== made;
    let failures = 0;
    image.addEventListener("load", () => {
      if (left()) return;
      made.state = "there";
      this.#redraw();
    });
    image.addEventListener("error", () => {
      if (left()) return;
      made.state = "missing";
      warn(url);
      this.#redraw();
      const pause = RETRY_MS[failures];
      failures += 1;
      if (pause === undefined) return;
      setTimeout(() => {
        if (!left()) image.src = url;
      }, pause);
    });
    image.src = url;
    this.#tiles.set(tile.key, made);
  }

  /** Give up tiles that have not come and are not wanted any more, and the oldest if there are too many. */
  #drop(wanted: ReadonlySet<string>): void {
    for (const [key, tile] of this.#tiles) {
      if (wanted.has(key)) continue;
      if (tile.state !== "there") {
        // First: a picture that is given up fails.
        this.#tiles.delete(key);
        tile.image.src = "";
      } else if (this.#tiles.size > MOST_KEPT) this.#tiles.delete(key);
    }
  }

  #forget(): void {
    this.#drop(new Set());
    this.#tiles.clear();
  }

  /**
   * Let a metre be as long across as upwards when the figure has got its size, or goes back to where it began.
   *
   * Each size shows all of what somebody wanted to see, about its middle. What an earlier size had to show beyond
   * that does not count, else the figure would show more with every change of its size. A source that snaps to its
   * levels is shown with a pixel of the screen for each of its tiles.
   */
  #square(frame: Frame, grid: TileGrid): void {
    const { x, y, left, top, width, height } = frame;
    const ends = [x.ends.start, x.ends.end, y.ends.start, y.ends.end].join(" ");
    const size = [width, height, flag(grid.source, "snap_to_zoom")].join(" ");
    if (this.#told === TOLD) this.#told = ends;
    if (this.#wish === undefined || ends !== this.#told) this.#wish = { x: x.ends, y: y.ends };
    if (this.#size === "") this.#first = ends;
    // Ends that follow the data may have become others since, which go with the frame.
    const outdated = this.#telling !== 0 && ends !== this.#judged;
    if (size === this.#size && ends !== this.#first && !outdated) return;
    this.#size = size;
    this.#judged = ends;
    const wish = this.#wish;
    const metres = grid.snapped(Math.max(spanOf(wish.x) / width, spanOf(wish.y) / height));
    const around = (scale: Scale, { start, end }: Ends, length: number): [number, number] => {
      const half = ((metres * length) / spanOf(scale.ends)) * (length / 2);
      const middle = scale.toPixel((start + end) / 2);
      return [middle - half, middle + half];
    };
    const [fromX, toX] = around(x, wish.x, width);
    const [fromY, toY] = around(y, wish.y, height);
    const [from, to] = [
      { x: fromX - left, y: fromY - top },
      { x: toX - left, y: toY - top },
    ];
    const moves = [from.x, from.y, to.x - width, to.y - height].some((by) => Math.abs(by) > 0.5);
    clearTimeout(this.#telling);
    this.#telling = 0;
    if (!moves) return;
    this.#telling = window.setTimeout(() => {
      this.#telling = 0;
      this.mover.box(frame, from, to);
      this.#told = TOLD;
    });
  }
}

/** The tiles of one level, and where they are in a frame. */
export class TileGrid {
  readonly z: number;
  /** How much a tile of the level is, in values of the axes. */
  readonly #whole: number;
  readonly #left: number;
  readonly #top: number;
  readonly #wraps: boolean;

  constructor(
    readonly source: Model,
    private readonly frame: Frame,
  ) {
    const size = number(source, "tile_size", 256);
    this.#left = -number(source, "x_origin_offset", 0);
    this.#top = number(source, "y_origin_offset", 0);
    const resolution =
      optionalNumber(source, "initial_resolution") ?? (2 * Math.abs(this.#left)) / size;
    this.#whole = resolution * size;
    this.#wraps = flag(source, "wrap_around", true);
    const shown = Math.max(
      Math.abs(frame.x.ends.end - frame.x.ends.start) / frame.width,
      Math.abs(frame.y.ends.end - frame.y.ends.start) / frame.height,
    );
    const least = number(source, "min_zoom", 0);
    this.z = this.#levelled(Math.round(Math.log2(resolution / shown)));
    while (this.z > least && this.#count() > MOST_SHOWN) this.z -= 1;
  }

  /** Return the metres of a pixel at the nearest level that shows no less, if the source wants just those. */
  snapped(metres: number): number {
    if (!flag(this.source, "snap_to_zoom")) return metres;
    const resolution = this.#whole / number(this.source, "tile_size", 256);
    // The ends that were told for a level are the level's but for the last digits.
    const level = Math.floor(Math.log2(resolution / metres) + 1e-6);
    return resolution / 2 ** this.#levelled(level);
  }

  #levelled(level: number): number {
    const least = number(this.source, "min_zoom", 0);
    return Math.min(Math.max(level, least), number(this.source, "max_zoom", 30), 30);
  }

  at(x: number, y: number, z: number): Wanted {
    return { key: `${z}/${x}/${y}`, x, y, z };
  }

  /** Return the sides of a tile in values of the axes: left, right, top, bottom. */
  sides({ x, y, z }: Wanted): readonly [number, number, number, number] {
    const one = this.#whole / 2 ** z;
    const [left, top] = [this.#left + x * one, this.#top - y * one];
    return [left, left + one, top, top - one];
  }

  /** Return the tiles to show, the ones in the middle first. */
  wanted(): Wanted[] {
    const [left, right, top, bottom] = this.#reach();
    const found: Wanted[] = [];
    // Beyond whole numbers that are exact, counting would come to no end.
    const exact = [left, right, top, bottom].every((at) => Number.isSafeInteger(at));
    if (!exact || this.#count() > MOST_SHOWN) return found;
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) found.push(this.at(x, y, this.z));
    }
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    const away = ({ x, y }: Wanted): number => Math.hypot(x - middleX, y - middleY);
    return found.sort((one, other) => away(one) - away(other));
  }

  #count(): number {
    const [left, right, top, bottom] = this.#reach();
    return (right - left + 1) * (bottom - top + 1);
  }

  #reach(): readonly [number, number, number, number] {
    const { x, y } = this.frame;
    const one = this.#whole / 2 ** this.z;
    const most = 2 ** this.z - 1;
    const held = (value: number): number => Math.min(Math.max(Math.floor(value), 0), most);
    const free = this.#wraps ? Math.floor : held;
    return [
      free((x.low - this.#left) / one),
      free((x.high - this.#left) / one),
      held((this.#top - y.high) / one),
      held((this.#top - y.low) / one),
    ];
  }

  /** Draw a tile, or a part of a picture in its place. */
  draw(
    context: CanvasRenderingContext2D,
    image: HTMLImageElement,
    tile: Wanted,
    part: readonly [number, number, number] = [0, 0, image.naturalWidth],
  ): void {
    const { x, y, ratio } = this.frame;
    const [left, right, top, bottom] = this.sides(tile);
    // Between whole pixels of the screen, so that no lines show where tiles meet.
    const snap = (at: number): number => Math.round(at * ratio) / ratio;
    const [x0, x1] = [snap(x.toPixel(left)), snap(x.toPixel(right))];
    const [y0, y1] = [snap(y.toPixel(top)), snap(y.toPixel(bottom))];
    const [fromX, fromY, size] = part;
    context.drawImage(image, fromX, fromY, size, size, x0, y0, x1 - x0, y1 - y0);
  }
}

/** Return the address of a tile. */
export function addressOf(source: Model, grid: TileGrid, tile: Wanted): string {
  const { z } = tile;
  const many = 2 ** z;
  const x = ((tile.x % many) + many) % many;
  const y = source.type === "TMSTileSource" ? many - 1 - tile.y : tile.y;
  const [left, right, top, bottom] = grid.sides({ ...tile, x });
  const degrees = flag(source, "use_latlon");
  const across = (value: number): number => (degrees ? (value / EARTH / Math.PI) * 180 : value);
  const along = (value: number): number =>
    degrees ? (Math.atan(Math.sinh(value / EARTH)) / Math.PI) * 180 : value;
  const words = new Map<string, string | number>([
    ...Object.entries(
      record(source, "extra_url_vars") as Readonly<Record<string, string | number>>,
    ),
    ["x", x],
    ["y", y],
    ["z", z],
    ["q", quadkey(x, tile.y, z)],
    ["xmin", across(left)],
    ["xmax", across(right)],
    ["ymin", along(bottom)],
    ["ymax", along(top)],
  ]);
  // As it stands: a word may be a host with a port, or more of the address. `TileSource.origin` does the same.
  return text(source, "url").replace(/\{(\w+)\}/g, (given, name: string) =>
    String(words.get(name) ?? words.get(name.toLowerCase()) ?? given),
  );
}

function spanOf({ start, end }: Ends): number {
  return Math.abs(end - start);
}

/** Return the name of a tile that says at each level in which quarter it is. */
function quadkey(x: number, y: number, z: number): string {
  let key = "";
  for (let level = z - 1; level >= 0; level -= 1) {
    key += String(((x >> level) & 1) + 2 * ((y >> level) & 1));
  }
  return key;
}

const warned = new Set<string>();

/** Tell once of a place that sends no tiles, and what may be the reason. */
function warn(url: string): void {
  const { origin } = new URL(url, document.baseURI);
  if (warned.has(origin)) return;
  warned.add(origin);
  console.warn(
    `No tiles come from ${origin}. If the page has a Content-Security-Policy, its img-src must name ${origin}.`,
  );
}

/** Say in a figure that its map is missing. */
function tellOf({ context, palette, left, top, width, height }: Frame): void {
  context.globalAlpha = 1;
  context.font = `13px ${palette.font}`;
  context.fillStyle = palette.muted;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText("The map could not be loaded", left + width / 2, top + height / 2, width);
}

const layers = new WeakMap<Mover, WeakMap<Model, TileLayer>>();

/** Return what draws the tiles of a renderer in a scene, with the tiles that it has by now. */
export function tilesOf(model: Model, mover: Mover): TileLayer {
  const known = layers.get(mover) ?? new WeakMap<Model, TileLayer>();
  layers.set(mover, known);
  const layer = known.get(model) ?? new TileLayer(model, mover);
  known.set(model, layer);
  return layer;
}

/** Return the attributions of the maps that a figure shows. */
export function attributionsOf(figure: Model): readonly string[] {
  const all = list(figure, "renderers").flatMap((renderer) => {
    const model = renderer as Model;
    const shown = model.type === "TileRenderer" && flag(model, "visible", true);
    const source = shown ? reference(model, "tile_source") : undefined;
    return source === undefined ? [] : [text(source, "attribution")];
  });
  return [...new Set(all.filter((words) => words !== ""))];
}
