/** What is said where a page allows no code. */
import { beside } from "./facade.js";

beside.forbidden =
  "CustomJS cannot run: the page's Content Security Policy would have to allow script-src 'unsafe-eval'. " +
  "Pages of syncd's own do with --allow-eval.";
