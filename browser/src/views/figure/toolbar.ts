import { html, nothing, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { Model } from "../../model/types.js";
import { flag, reference, references, text } from "../field.js";

/** What a tool is for: one of the drags, wheels and taps can be active, inspectors all at once. */
type Role = "drag" | "scroll" | "tap" | "inspect" | "action";

interface ToolKind {
  readonly role: Role;
  /** Whether it selects rows. */
  readonly selects?: true;
  readonly label: string;
  readonly icon: SVGTemplateResult;
}

const KINDS: Readonly<Record<string, ToolKind | undefined>> = {
  PanTool: {
    role: "drag",
    label: "Pan",
    icon: svg`<path d="M10 3v14M3 10h14M10 3l-2 2m2-2 2 2M10 17l-2-2m2 2 2-2M3 10l2-2m-2 2 2 2M17 10l-2-2m2 2-2 2" />`,
  },
  BoxZoomTool: {
    role: "drag",
    label: "Box zoom",
    icon: svg`<path d="M16 8V4.5a.5.5 0 0 0-.5-.5h-11a.5.5 0 0 0-.5.5v11a.5.5 0 0 0 .5.5H8" stroke-dasharray="2.5 2" /><circle cx="13" cy="13" r="3" /><path d="M15.2 15.2 17.5 17.5" />`,
  },
  BoxSelectTool: {
    role: "drag",
    selects: true,
    label: "Box select",
    icon: svg`<rect x="3.5" y="4.5" width="13" height="11" rx="1" stroke-dasharray="2.5 2" /><circle cx="8" cy="9" r="1" /><circle cx="12" cy="11.5" r="1" />`,
  },
  LassoSelectTool: {
    role: "drag",
    selects: true,
    label: "Lasso select",
    icon: svg`<path d="M7.5 13.5c-3-.6-4.5-2.2-4.5-4C3 6.7 6.1 4.5 10 4.5s7 2.2 7 5-3.1 4.7-7 4.7" stroke-dasharray="2.5 2" /><circle cx="8" cy="14.2" r="1.7" /><path d="M8 16c0 1-.6 1.7-1.6 2" />`,
  },
  PolySelectTool: {
    role: "tap",
    selects: true,
    label: "Polygon select",
    icon: svg`<path d="m4 7.5 6-4 6 5-2.5 7.500H6z" stroke-dasharray="2.5 2" /><circle cx="10" cy="10" r="1" />`,
  },
  TapTool: {
    role: "tap",
    selects: true,
    label: "Tap to select",
    icon: svg`<path d="M9 10.500V5a1.4 1.4 0 0 1 2.8 0v4l3 .800c.9.2 1.4 1 1.2 1.900l-.7 3.300a2 2 0 0 1-2 1.600h-2.400a2 2 0 0 1-1.6-.8l-2.7-3.700c-.9-1.3.6-2.4 1.5-1.500z" /><path d="M6.2 6.500a4.2 4.2 0 0 1 8.4-1.5" />`,
  },
  WheelZoomTool: {
    role: "scroll",
    label: "Wheel zoom",
    icon: svg`<circle cx="9" cy="9" r="5" /><path d="M12.8 12.8 17 17M9 7v4M7 9h4" />`,
  },
  HoverTool: {
    role: "inspect",
    label: "Hover",
    icon: svg`<path d="M3.5 4.5h13v8.5h-7l-3 3v-3h-3zM7 7.5h6M7 10h4" />`,
  },
  CrosshairTool: {
    role: "inspect",
    label: "Crosshair",
    icon: svg`<circle cx="10" cy="10" r="5" /><path d="M10 2.5v5M10 12.5v5M2.5 10h5M12.5 10h5" />`,
  },
  SaveTool: {
    role: "action",
    label: "Save as picture",
    icon: svg`<path d="M10 3.5V12m0 0 3-3m-3 3L7 9M4 13v2.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V13" />`,
  },
  ResetTool: {
    role: "action",
    label: "Reset view",
    icon: svg`<path d="M4.5 8A6 6 0 1 1 4 10.8M4.2 4v4h4" />`,
  },
};

/** Which tools of a figure are in use. That is each viewer's own affair, and not told to the others. */
export class Tools {
  #drag: Model | undefined;
  #scroll: Model | undefined;
  #tap: Model | undefined;
  readonly #paused = new Set<Model>();

  constructor(private readonly figure: Model) {
    const toolbar = this.#toolbar;
    const first = (role: Role): Model | undefined =>
      toolbar?.get(`active_${role}`) === null
        ? undefined
        : (chosen(toolbar, `active_${role}`) ?? this.all.find((tool) => roleOf(tool) === role));
    this.#drag = first("drag");
    this.#tap = first("tap");
    this.#scroll = chosen(toolbar, "active_scroll");
    const inspectors = toolbar?.get("active_inspect");
    if (inspectors === null || inspectors === undefined || inspectors === "auto") return;
    const active = Array.isArray(inspectors) ? (inspectors as unknown[]) : [inspectors];
    for (const tool of this.all) {
      if (roleOf(tool) === "inspect" && !active.includes(tool)) this.#paused.add(tool);
    }
  }

  get all(): readonly Model[] {
    return this.#toolbar === undefined ? [] : references(this.#toolbar, "tools");
  }

  get drag(): Model | undefined {
    return this.#present(this.#drag);
  }

  get scroll(): Model | undefined {
    return this.#present(this.#scroll);
  }

  get tap(): Model | undefined {
    return this.#present(this.#tap);
  }

  /** The tool that selects: the one in use, or any. */
  get selectTool(): Model | undefined {
    const ready = [this.drag, this.tap, ...this.all];
    return ready.find((tool) => tool !== undefined && selects(tool));
  }

  /** The tool that a focused figure uses for the wheel, even when it is not switched on. */
  get wheelTool(): Model | undefined {
    return this.scroll ?? this.all.find((tool) => roleOf(tool) === "scroll");
  }

  /** The inspectors that are on. */
  inspectors(type: string): Model[] {
    return this.all.filter((tool) => tool.type === type && !this.#paused.has(tool));
  }

  isActive(tool: Model): boolean {
    if (roleOf(tool) === "inspect") return !this.#paused.has(tool);
    return tool === this.drag || tool === this.scroll || tool === this.tap;
  }

  toggle(tool: Model): void {
    switch (roleOf(tool)) {
      case "drag":
        this.#drag = this.#drag === tool ? undefined : tool;
        break;
      case "scroll":
        this.#scroll = this.#scroll === tool ? undefined : tool;
        break;
      case "tap":
        this.#tap = this.#tap === tool ? undefined : tool;
        break;
      case "inspect":
        if (!this.#paused.delete(tool)) this.#paused.add(tool);
        break;
      case "action":
      case undefined:
        break;
    }
  }

  get #toolbar(): Model | undefined {
    return reference(this.figure, "toolbar");
  }

  #present(tool: Model | undefined): Model | undefined {
    return tool !== undefined && this.all.includes(tool) ? tool : undefined;
  }
}

/** Tell whether a tool selects rows. */
export function selects(tool: Model | undefined): tool is Model {
  return tool !== undefined && KINDS[tool.type]?.selects === true;
}

/** Tell in which directions a tool works. */
export function dimensionsOf(tool: Model | undefined): {
  readonly x: boolean;
  readonly y: boolean;
} {
  const dimensions = tool === undefined ? "both" : text(tool, "dimensions", "both");
  return { x: dimensions !== "height", y: dimensions !== "width" };
}

/** Show the tools as buttons. */
export function renderToolbar(
  figure: Model,
  tools: Tools,
  use: (tool: Model) => void,
): TemplateResult | typeof nothing {
  const toolbar = reference(figure, "toolbar");
  const location = figure.get("toolbar_location");
  const buttons = tools.all.filter(
    (tool) => KINDS[tool.type] !== undefined && flag(tool, "visible", true),
  );
  if (toolbar === undefined || location === null || buttons.length === 0) return nothing;
  const hides = flag(toolbar, "autohide") ? "autohide" : "";
  const vertical = location !== "above" && location !== "below";
  return html`<div
    class="toolbar ${hides}"
    role="toolbar"
    aria-label="Plot tools"
    aria-orientation=${vertical ? "vertical" : "horizontal"}
  >
    ${buttons.map((tool) => renderTool(tool, tools, use))}
  </div>`;
}

function renderTool(
  tool: Model,
  tools: Tools,
  use: (tool: Model) => void,
): TemplateResult | typeof nothing {
  const kind = KINDS[tool.type];
  if (kind === undefined) return nothing;
  const label = labelOf(tool, kind);
  const pressed = kind.role === "action" ? nothing : String(tools.isActive(tool));
  return html`<button
    type="button"
    title=${label}
    aria-label=${label}
    aria-pressed=${pressed}
    @click=${() => {
      use(tool);
    }}
  >
    <svg viewBox="0 0 20 20" aria-hidden="true">${kind.icon}</svg>
  </button>`;
}

function labelOf(tool: Model, kind: ToolKind): string {
  const own = text(tool, "description");
  if (own !== "") return own;
  const { x, y } = dimensionsOf(tool);
  if (x && y) return kind.label;
  return `${kind.label} (${x ? "horizontal" : "vertical"})`;
}

function roleOf(tool: Model): Role | undefined {
  return KINDS[tool.type]?.role;
}

function chosen(toolbar: Model | undefined, field: string): Model | undefined {
  return toolbar === undefined ? undefined : reference(toolbar, field);
}
