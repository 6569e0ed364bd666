/** What people type and choose. Importing this registers the views. */
import "./select.js";
import "./text_input.js";
