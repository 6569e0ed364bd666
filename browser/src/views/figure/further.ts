/** What few figures need, in one chunk: importing this makes it known. */
import "./marks.js";
import "./shapes.js";
