/** What few figures offer to be done at once. */
import { html, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { flag } from "../../field.js";
import { chosenIcons } from "./icon.js";
import { iconOf } from "./looks.js";
import type { ToolKind } from "./kinds.js";
import { KINDS } from "./kinds.js";
import { plain } from "./look.js";
import { keep } from "../../kept.js";
import { lazily } from "../../lazily.js";

const bringPanel = lazily(() => import("./panel.js"));

const actions: Readonly<Record<string, ToolKind>> = {
  UndoTool: {
    role: "action",
    label: () => "Undo",
    icon: plain(
      svg`<path d="M7.500 4 4 7.500 7.500 11M4.300 7.500H12a4.200 4.200 0 0 1 0 8.500H8.500" />`,
    ),
    act: (_, hand) => {
      hand.undo();
    },
    idle: (_, hand) => !hand.history.canUndo,
  },
  RedoTool: {
    role: "action",
    label: () => "Redo",
    icon: plain(
      svg`<path d="M12.500 4 16 7.500 12.500 11M15.700 7.500H8A4.200 4.200 0 0 0 8 16h3.500" />`,
    ),
    act: (_, hand) => {
      hand.redo();
    },
    idle: (_, hand) => !hand.history.canRedo,
  },
  FullscreenTool: {
    role: "action",
    label: () => "Full screen",
    icon: plain(
      svg`<path d="M3.500 7.500v-3a1 1 0 0 1 1-1h3M12.500 3.500h3a1 1 0 0 1 1 1v3M16.500 12.500v3a1 1 0 0 1-1 1h-3M7.500 16.500h-3a1 1 0 0 1-1-1v-3" />`,
    ),
    act: (_, hand) => {
      const { element } = hand;
      const there = document.fullscreenElement !== null;
      (there ? document.exitFullscreen() : element.requestFullscreen()).catch(() => {
        hand.note("This page cannot fill the screen");
      });
    },
  },
  CopyTool: {
    role: "action",
    label: () => "Copy as picture",
    icon: plain(
      svg`<rect x="7" y="7" width="9.500" height="9.500" rx="1.500" /><path d="M13 7V5a1.500 1.500 0 0 0-1.500-1.500H5A1.500 1.500 0 0 0 3.500 5v6.500A1.500 1.500 0 0 0 5 13h2" />`,
    ),
    act: (_, hand) => {
      void import("../save.js")
        .then(({ copy }) => copy(hand.element))
        .then(
          () => {
            hand.note("Copied");
          },
          () => {
            hand.note("The browser does not let this page copy pictures");
          },
        );
    },
  },
  ExamineTool: {
    role: "action",
    label: () => "Examine",
    icon: plain(svg`<path d="M3.500 5h3M9.500 5h7M3.500 10h3M9.500 10h7M3.500 15h3M9.500 15h7" />`),
    act: (_, hand) => {
      bringPanel(({ examine }) => {
        examine(hand);
      });
    },
  },
  CustomAction: {
    role: "action",
    label: () => "Perform a custom action",
    icon: plain(
      svg`<path d="m10 3 2 4.600 5 .5-3.700 3.400 1 4.900-4.300-2.500-4.300 2.500 1-4.900L3 8.100l5-.5z" />`,
    ),
    arrive: (tool) => {
      tool.emit("active_callback");
    },
    act: (tool) => {
      tool.emit("callback");
      if (tool.get("active_callback") === "auto") tool.set("active", !flag(tool, "active"));
      else tool.emit("active_callback");
    },
  },
};

Object.assign(KINDS, actions);

/** The words that Bokeh has for icons of tools, where these are called otherwise here. */
const NAMES: Readonly<Record<string, readonly [string, string?]>> = {
  auto_box_zoom: ["BoxZoomTool"],
  tap_select: ["TapTool"],
  wheel_pan: ["WheelPanTool"],
  x_pan: ["PanTool", "width"],
  y_pan: ["PanTool", "height"],
  x_box_select: ["BoxSelectTool", "width"],
  y_box_select: ["BoxSelectTool", "height"],
  x_box_zoom: ["BoxZoomTool", "width"],
  y_box_zoom: ["BoxZoomTool", "height"],
};

const pictures = new Map<string, Promise<ImageBitmap>>();
/** So many pictures are kept: an icon may change with what it says. */
const MOST_PICTURES = 100;

/** Show an icon of another tool by its name, or a picture. */
chosenIcons.render = (icon, label): TemplateResult | undefined => {
  if (icon.startsWith("data:image/")) {
    return html`<canvas class="icon" width="36" height="36" data-icon=${icon}></canvas>`;
  }
  if (icon.startsWith(".")) return undefined;
  const word = icon.split("_").map((part) => part.slice(0, 1).toUpperCase() + part.slice(1));
  const [type, dimensions] = (Object.hasOwn(NAMES, icon) ? NAMES[icon] : undefined) ?? [
    `${word.join("")}Tool`,
  ];
  const like = { type, get: () => dimensions } as unknown as Model;
  if (KINDS[type] !== undefined) {
    return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${iconOf(like)}</svg>`;
  }
  return html`<span class="initials" aria-hidden="true">${label.slice(0, 2)}</span>`;
};

/** Paint the pictures of a bar. They are no elements of their own: a strict policy allows no data as their address. */
chosenIcons.paint = (root): void => {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-icon]")) {
    const address = canvas.dataset["icon"] ?? "";
    if (canvas.dataset["painted"] === address) continue;
    canvas.dataset["painted"] = address;
    const picture =
      pictures.get(address) ?? keep(pictures, address, decode(address), MOST_PICTURES);
    void picture.then(
      (bitmap) => {
        const scale = Math.min(canvas.width / bitmap.width, canvas.height / bitmap.height);
        const [width, height] = [bitmap.width * scale, bitmap.height * scale];
        canvas
          .getContext("2d")
          ?.drawImage(
            bitmap,
            (canvas.width - width) / 2,
            (canvas.height - height) / 2,
            width,
            height,
          );
      },
      () => undefined,
    );
  }
};

async function decode(address: string): Promise<ImageBitmap> {
  const [head = "", body = ""] = address.split(",", 2);
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? "image/png";
  const text = head.endsWith(";base64") ? atob(body) : decodeURIComponent(body);
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type }));
}
