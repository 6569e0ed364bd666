/** Paints what a browser draws of elements without any nodes in them: fields, switches, handles of sliders, icons, pictures. */

type Context = OffscreenCanvasRenderingContext2D;

/** The size of the knob of a switch, and how far it is from the edge, in CSS pixels. */
const KNOB = { radius: 7, away: 10 };

/** Paint such an element; tell whether it was one. Its box is there already. */
export function paintField(
  context: Context,
  element: Element,
  style: CSSStyleDeclaration,
): boolean {
  if (element instanceof SVGSVGElement) paintIcon(context, element);
  else if (element instanceof HTMLImageElement) paintImage(context, element);
  else if (element instanceof HTMLSelectElement) paintOptions(context, element, style);
  else if (element instanceof HTMLTextAreaElement) paintWritten(context, element, style, true);
  else if (element instanceof HTMLInputElement) paintInput(context, element, style);
  else return false;
  return true;
}

function paintInput(context: Context, input: HTMLInputElement, style: CSSStyleDeclaration): void {
  const { type } = input;
  if (type === "checkbox" && style.appearance === "none") paintSwitch(context, input);
  else if (type === "checkbox" || type === "radio") paintMark(context, input, style);
  else if (type === "range") paintSlider(context, input);
  else if (type === "color") {
    const { left, top, width, height } = input.getBoundingClientRect();
    context.fillStyle = input.value;
    context.fillRect(left + 4, top + 4, width - 8, height - 8);
  } else if (type !== "file") paintWritten(context, input, style, false);
}

/** Paint what was written into a field, or what it asks for. */
function paintWritten(
  context: Context,
  field: HTMLInputElement | HTMLTextAreaElement,
  style: CSSStyleDeclaration,
  lines: boolean,
): void {
  const hidden = field.type === "password";
  const own = hidden ? "•".repeat(field.value.length) : field.value;
  const asks = own === "";
  const words = asks ? field.placeholder : own;
  const color = asks ? getComputedStyle(field, "::placeholder").color : style.color;
  writeIn(context, field, style, lines ? words.split("\n") : [words], color, lines);
}

/** Write lines into the box of an element, in its middle or from its top on. */
function writeIn(
  context: Context,
  element: Element,
  style: CSSStyleDeclaration,
  lines: readonly string[],
  color: string,
  above: boolean,
): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const of = (name: string): number => parseFloat(style.getPropertyValue(name)) || 0;
  const from = left + of("border-left-width") + of("padding-left");
  const to = left + width - of("border-right-width") - of("padding-right");
  const begin = top + of("border-top-width") + of("padding-top");
  context.save();
  context.beginPath();
  context.rect(from, top, to - from, height);
  context.clip();
  context.font = style.font;
  context.fillStyle = color;
  const right = /right|end/.test(style.textAlign) !== (style.direction === "rtl");
  context.textAlign = right ? "right" : "left";
  const step = parseFloat(style.lineHeight) || 1.4 * parseFloat(style.fontSize);
  const all = above ? lines.flatMap((line) => broken(context, line, to - from)) : lines;
  const first = above ? begin + step / 2 : top + height / 2;
  for (const [index, line] of all.entries()) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(line);
    context.fillText(line, right ? to : from, first + index * step + (up - down) / 2);
  }
  context.restore();
}

/** Break a line between its words where it is longer than its room. */
function broken(context: Context, line: string, room: number): string[] {
  const lines: string[] = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (last !== "" && context.measureText(longer).width > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Paint the option that was chosen, or all of a list that are in sight. */
function paintOptions(
  context: Context,
  select: HTMLSelectElement,
  style: CSSStyleDeclaration,
): void {
  const own = select.getBoundingClientRect();
  const listed = select.multiple || select.size > 1;
  if (!listed) {
    const chosen = select.selectedOptions[0]?.text ?? "";
    writeIn(context, select, style, [chosen], style.color, false);
    return;
  }
  context.save();
  context.beginPath();
  context.rect(own.left, own.top, own.width, own.height);
  context.clip();
  for (const option of select.options) {
    const { left, top, width, height } = option.getBoundingClientRect();
    const looks = getComputedStyle(option);
    // The browser's own colours of what is chosen are not told.
    const [ground, words] = option.selected
      ? ["var(--_accent)", "var(--_on-accent)"].map((color) => colorIn(select, color))
      : [looks.backgroundColor, looks.color];
    context.fillStyle = ground ?? "transparent";
    context.fillRect(left, top, width, height);
    writeIn(context, option, looks, [option.text], words ?? looks.color, false);
  }
  context.restore();
}

/** Paint a box that is ticked or not, or a circle that is filled or not. */
function paintMark(context: Context, input: HTMLInputElement, style: CSSStyleDeclaration): void {
  const { left, top, width } = input.getBoundingClientRect();
  const round = input.type === "radio";
  const on = input.checked;
  const accent = colorIn(input, on ? style.accentColor : "var(--_edge)");
  context.beginPath();
  context.roundRect(left + 1.5, top + 1.5, width - 3, width - 3, round ? width / 2 : 2.5);
  context.strokeStyle = accent;
  context.lineWidth = round && on ? 2 : 1;
  context.stroke();
  if (!on) return;
  context.fillStyle = accent;
  if (round) {
    context.beginPath();
    context.arc(left + width / 2, top + width / 2, width / 4, 0, 7);
    context.fill();
    return;
  }
  context.fill();
  context.beginPath();
  context.moveTo(left + 0.26 * width, top + 0.52 * width);
  context.lineTo(left + 0.43 * width, top + 0.68 * width);
  context.lineTo(left + 0.74 * width, top + 0.34 * width);
  context.strokeStyle = colorIn(input, "var(--_on-accent)");
  context.lineWidth = 2;
  context.stroke();
}

function paintSwitch(context: Context, input: HTMLInputElement): void {
  const { left, top, width, height } = input.getBoundingClientRect();
  const right = input.checked !== (getComputedStyle(input).direction === "rtl");
  context.beginPath();
  context.arc(
    right ? left + width - KNOB.away : left + KNOB.away,
    top + height / 2,
    KNOB.radius,
    0,
    7,
  );
  context.fillStyle = colorIn(input, input.checked ? "var(--_on-accent)" : "var(--_edge)");
  context.fill();
}

/** Paint the track of a slider, and its handle where its value is. */
function paintSlider(context: Context, input: HTMLInputElement): void {
  const style = getComputedStyle(input);
  const size = (name: string): number => parseFloat(style.getPropertyValue(name)) || 4;
  const [track, thumb] = [size("--_track"), size("--_thumb")];
  const [least, most] = [Number(input.min), Number(input.max)];
  const share = most > least ? (Number(input.value) - least) / (most - least) : 0;
  const box = input.getBoundingClientRect();
  const upright = style.writingMode.startsWith("vertical");
  const back = style.direction === "rtl";
  const length = upright ? box.height : box.width;
  const at = thumb / 2 + (back ? 1 - share : share) * (length - thumb);
  const bar = colorIn(input, "var(--_bar, var(--_accent))");
  context.save();
  context.translate(
    box.left + (upright ? box.width / 2 : 0),
    box.top + (upright ? 0 : box.height / 2),
  );
  if (upright) context.transform(0, 1, 1, 0, 0, 0);
  const line = (from: number, to: number, color: string): void => {
    context.beginPath();
    context.roundRect(from, -track / 2, to - from, track, 2);
    context.fillStyle = color;
    context.fill();
  };
  line(0, length, colorIn(input, "var(--_track-color)"));
  line(back ? at : 0, back ? length : at, bar);
  context.beginPath();
  context.arc(at, 0, thumb / 2 - 1, 0, 7);
  context.fillStyle = colorIn(input, "var(--_raised)");
  context.fill();
  context.strokeStyle = bar;
  context.lineWidth = 2;
  context.stroke();
  context.restore();
}

/** Paint the paths of an icon. */
function paintIcon(context: Context, icon: SVGSVGElement): void {
  for (const shape of icon.querySelectorAll<SVGPathElement>("path")) {
    const matrix = shape.getScreenCTM();
    const lines = shape.getAttribute("d");
    if (matrix === null || lines === null) continue;
    const style = getComputedStyle(shape);
    const path = new Path2D(lines);
    context.save();
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    if (style.fill !== "none") {
      context.fillStyle = style.fill;
      context.fill(path);
    }
    if (style.stroke !== "none") {
      context.strokeStyle = style.stroke;
      context.lineWidth = parseFloat(style.strokeWidth);
      context.lineCap = style.strokeLinecap as CanvasLineCap;
      context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
      context.stroke(path);
    }
    context.restore();
  }
}

/** Paint a picture of the page's own; one from elsewhere would spoil the whole. */
function paintImage(context: Context, image: HTMLImageElement): void {
  const address = new URL(image.currentSrc || image.src, location.href);
  const own = address.origin === location.origin || /^(?:data|blob):$/.test(address.protocol);
  if (!own || !image.complete || image.naturalWidth === 0) return;
  const { left, top, width, height } = image.getBoundingClientRect();
  context.drawImage(image, left, top, width, height);
}

/** Return a colour of a style sheet as a canvas takes it. */
function colorIn(element: Element, color: string): string {
  const root = element.getRootNode() as ShadowRoot | Document;
  const probe = document.createElement("i");
  probe.style.color = color;
  (element.parentElement ?? root).append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
