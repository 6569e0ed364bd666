/** What people type and choose. Importing this registers the views. */
import { learn } from "../../model/vocabulary.js";
import { WIDGET_SCHEMA } from "../../model/widget_schema.js";
import "./long_text.js";
import "./select.js";
import "./text_input.js";

learn(WIDGET_SCHEMA);
