/** The views of the core bundle, and where the others are found. Importing this registers them. */
import { registerLazy } from "./registry.js";
import "./layout.js";
import "./widgets/button.js";
import "./widgets/markup.js";
import "./widgets/select.js";
import "./widgets/slider.js";
import "./widgets/text_input.js";

registerLazy("docsync-figure", "Figure", () => import("./figure/figure.js"));
