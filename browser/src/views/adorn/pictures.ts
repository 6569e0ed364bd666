/** Pictures of 24 by 24, as the paths of their lines. They have the names under which authors look for them. */
import { html } from "lit";
import type { TemplateResult } from "lit";

const RING = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18";
const SHEET = "M14 3v4a1 1 0 0 0 1 1h4M5 5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z";
const FOLDER = "M3 7a2 2 0 0 1 2-2h4l2.5 3H19a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z";
const FRAME = "M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z";
const TRIANGLE = "M12 4 2.8 19.5h18.4z";
const SHIELD = "M12 3c2.5 2 5 3 8 3c.6 6.5-1.7 12-8 15c-6.3-3-8.6-8.5-8-15c3 0 5.5-1 8-3";
const PERSON = "M8 7.5a4 4 0 1 0 8 0a4 4 0 0 0-8 0M5 21v-1.5a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5V21";
const LENS = "M3.5 10.5a7 7 0 1 0 14 0a7 7 0 0 0-14 0M20.5 20.5l-5-5";
const CALENDAR =
  "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM8 3v4M16 3v4M4 11h16";
const EYE = "M2.5 12c5-8 14-8 19 0c-5 8-14 8-19 0M9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0";
const BELL =
  "M10 5a2 2 0 0 1 4 0a6.5 6.5 0 0 1 4 6v3a4 4 0 0 0 2 3H4a4 4 0 0 0 2-3v-3a6.5 6.5 0 0 1 4-6M9.5 20a2.7 2.7 0 0 0 5 0";
const HEART = "M12 20l-8-8a4.9 4.9 0 0 1 8-5.5a4.9 4.9 0 0 1 8 5.5z";
const TABLE = "M4 5h16v14H4zM4 10h16M10 10v9";
const CIRCLED = (inner: string): string => `${RING}${inner}`;

const PICTURES: Readonly<Record<string, string | undefined>> = {
  activity: "M3 12h4l3 8 4-16 3 8h4",
  adjustments:
    "M6 4v4M6 12v8M4 10a2 2 0 1 0 4 0a2 2 0 0 0-4 0M12 4v8M12 16v4M10 14a2 2 0 1 0 4 0a2 2 0 0 0-4 0M18 4v1M18 9v11M16 7a2 2 0 1 0 4 0a2 2 0 0 0-4 0",
  "adjustments-horizontal":
    "M4 7h9M17 7h3M13 7a2 2 0 1 0 4 0a2 2 0 0 0-4 0M4 17h3M11 17h9M7 17a2 2 0 1 0 4 0a2 2 0 0 0-4 0",
  "alert-circle": CIRCLED("M12 7.5v5.5M12 16.5v.1"),
  "alert-triangle": `${TRIANGLE}M12 10v4M12 17v.1`,
  "arrow-back-up": "M9 13l-4-4 4-4M5 9h10a5 5 0 0 1 0 10h-3",
  "arrow-forward-up": "M15 13l4-4-4-4M19 9H9a5 5 0 0 0 0 10h3",
  "arrow-down": "M12 4v16M6 14l6 6 6-6",
  "arrow-left": "M20 12H4M10 6l-6 6 6 6",
  "arrow-right": "M4 12h16M14 6l6 6-6 6",
  "arrow-up": "M12 20V4M6 10l6-6 6 6",
  "arrows-maximize": "M15 4h5v5M20 4l-6 6M9 20H4v-5M4 20l6-6M15 20h5v-5M20 20l-6-6M9 4H4v5M4 4l6 6",
  "arrows-minimize": "M20 9h-5V4M15 9l5-5M4 15h5v5M9 15l-5 5M20 15h-5v5M15 15l5 5M4 9h5V4M9 9L4 4",
  ban: CIRCLED("M5.7 5.7l12.6 12.6"),
  bell: BELL,
  bolt: "M13 3v7h6l-8 11v-7H5z",
  book: "M12 6c-2.5-1.8-6-2-9-1v14c3-1 6.5-.8 9 1c2.5-1.8 6-2 9-1V5c-3-1-6.5-.8-9 1v14",
  bookmark: "M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1",
  bulb: "M9 16a5.5 5.5 0 1 1 6 0c-.6.7-1 1.5-1 2.5h-4c0-1-.4-1.8-1-2.5M10 21.5h4",
  calculator:
    "M5 5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8 7h8v3H8zM8.5 14v.1M12 14v.1M15.5 14v.1M8.5 17.5v.1M12 17.5v.1M15.5 17.5v.1",
  calendar: CALENDAR,
  camera:
    "M4 8a2 2 0 0 1 2-2h2l1.5-2h5L16 6h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM9 12.5a3 3 0 1 0 6 0a3 3 0 0 0-6 0",
  "chart-area": "M4 19h16M4 15l5-6 4 3 7-7v14H4z",
  "chart-bar": "M4 13h4v7H4zM10 8h4v12h-4zM16 4h4v16h-4z",
  "chart-dots":
    "M3 3v18h18M7 15a2 2 0 1 0 4 0a2 2 0 0 0-4 0M11 7a2 2 0 1 0 4 0a2 2 0 0 0-4 0M17 10a2 2 0 1 0 4 0a2 2 0 0 0-4 0",
  "chart-histogram": "M3 3v18h18M7 17v-4h4v4M11 17V8h4v9M15 17v-6h4v6",
  "chart-line": "M3 20h18M4 15l5-6 4 3 7-8",
  "chart-pie":
    "M10 4a8.2 8.2 0 1 0 10 10h-9a1 1 0 0 1-1-1zM14 3.5a8 8 0 0 1 6.5 6.5H15a1 1 0 0 1-1-1z",
  check: "M5 12.5l4.5 4.5L19.5 7",
  checks: "M7 12.5l4.5 4.5L21 7M2 12.5L6.5 17M12 12l4.5-5",
  "chevron-down": "M6 9l6 6 6-6",
  "chevron-left": "M15 6l-6 6 6 6",
  "chevron-right": "M9 6l6 6-6 6",
  "chevron-up": "M6 15l6-6 6 6",
  "chevrons-left": "M11 7l-5 5 5 5M18 7l-5 5 5 5",
  "chevrons-right": "M6 7l5 5-5 5M13 7l5 5-5 5",
  circle: RING,
  "circle-check": CIRCLED("M8 12.5l2.8 2.8L16 9.5"),
  "circle-minus": CIRCLED("M8.5 12h7"),
  "circle-plus": CIRCLED("M8.5 12h7M12 8.5v7"),
  "circle-x": CIRCLED("M9 9l6 6M15 9l-6 6"),
  clipboard: "M9 5H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2h-2M9 3h6v4H9z",
  clock: CIRCLED("M12 7v5l3 2"),
  cloud: "M7 18.5a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 18 9.5a4.5 4.5 0 0 1-.5 9z",
  "cloud-download":
    "M7 17a4.3 4.3 0 0 1-.4-8.5A6 6 0 0 1 18 8.5A4.3 4.3 0 0 1 18 17M12 12v9M9 18l3 3 3-3",
  "cloud-upload":
    "M7 17a4.3 4.3 0 0 1-.4-8.5A6 6 0 0 1 18 8.5A4.3 4.3 0 0 1 18 17M12 21v-9M9 15l3-3 3 3",
  code: "M7.5 7.5L3 12l4.5 4.5M16.5 7.5L21 12l-4.5 4.5M14 4l-4 16",
  "color-picker": "M11 7l6 6M4 16L15.7 4.3a1 1 0 0 1 1.4 0l2.6 2.6a1 1 0 0 1 0 1.4L8 20H4z",
  copy: "M8 10a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2zM16 8V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h3",
  cpu: "M6 6h12v12H6zM10 10h4v4h-4zM10 3v3M14 3v3M10 18v3M14 18v3M3 10h3M3 14h3M18 10h3M18 14h3",
  crop: "M7 3v14h14M3 7h14v14",
  cursor: "M5 4l14 6-6 3-3 6z",
  dashboard: "M4.5 19a9.5 9.5 0 1 1 15 0zM12 14l4-5M12 14v.1",
  database: "M4 6c0-4 16-4 16 0s-16 4-16 0M4 6v12c0 4 16 4 16 0V6M4 12c0 4 16 4 16 0",
  "device-desktop":
    "M3 5a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM8 20h8M12 16v4",
  "device-floppy":
    "M6 4h10l4 4v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M8 4v4h6V4M9.5 14.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0",
  dots: "M5 12v.1M12 12v.1M19 12v.1",
  "dots-vertical": "M12 5v.1M12 12v.1M12 19v.1",
  download: "M4 16v2.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V16M12 4v12M7 11l5 5 5-5",
  droplet: "M12 3c4 5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2-6 6-11",
  edit: "M8 7H6a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-2M9 15v-3l8.5-8.5a1.5 1.5 0 0 1 2.1 0l.9.9a1.5 1.5 0 0 1 0 2.1L12 15z",
  eraser:
    "M19 20H8.5L3.7 15.2a1 1 0 0 1 0-1.4L13.8 3.7a1 1 0 0 1 1.4 0l5 5a1 1 0 0 1 0 1.4L10.5 20M8 9.5l6.5 6.5",
  "external-link": "M11 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-4M11 13l9-9M15 4h5v5",
  eye: EYE,
  "eye-off": `${EYE}M4 4l16 16`,
  file: SHEET,
  "file-download": `${SHEET}M12 11v6M9.5 14.5L12 17l2.5-2.5`,
  "file-export":
    "M14 3v4a1 1 0 0 0 1 1h4M5 13V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2h-5M3 18h7M7.5 15l3 3-3 3",
  "file-text": `${SHEET}M9 12h6M9 16h6`,
  "file-upload": `${SHEET}M12 17v-6M9.5 13.5L12 11l2.5 2.5`,
  filter: "M4 5h16l-6 7.5V20l-4-2v-5.5z",
  flag: "M5 21V5c4-3 8 3 14 0v9c-6 3-10-3-14 0",
  flame: "M12 3c1 4 5 6 5 11a5 5 0 0 1-10 0c0-2 1-3.5 2.5-5c.5 2 1.5 2 2 1c1-2 .5-4.5.5-7",
  folder: FOLDER,
  "folder-open":
    "M5 19l2.5-7.5a1 1 0 0 1 1-.5H21a1 1 0 0 1 1 1.3l-2 6a1 1 0 0 1-1 .7H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h4l2.5 3H18a2 2 0 0 1 2 2v2",
  gauge: CIRCLED("M12 13.5l3.5-5M7 12.5a5 5 0 0 1 5-5"),
  gift: "M4 9h16v4H4zM6 13v8h12v-8M12 9v12M12 9C8 9 6 3.5 9 3.5c2 0 3 3 3 5.5c0-2.5 1-5.5 3-5.5c3 0 1 5.5-3 5.5",
  globe: CIRCLED("M3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18"),
  "grid-dots": "M5 5v.1M12 5v.1M19 5v.1M5 12v.1M12 12v.1M19 12v.1M5 19v.1M12 19v.1M19 19v.1",
  "hand-stop":
    "M8 13V6a1.5 1.5 0 0 1 3 0v6V4a1.5 1.5 0 0 1 3 0v8V6a1.5 1.5 0 0 1 3 0v9a6 6 0 0 1-6 6c-3 0-4.5-1.5-6-4l-2-3.5c-.8-1.5 1-2.7 2-1.5z",
  hash: "M5 9h15M4 15h15M10 4L8 20M16 4l-2 16",
  heart: HEART,
  help: CIRCLED("M9.5 9.5a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 1.9M12 16.8v.1"),
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 1.5",
  home: "M4 12l8-8 8 8M6 10v9a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-9M10 20v-6h4v6",
  "info-circle": CIRCLED("M12 7.5v.1M11 11.5h1v5h1"),
  key: "M8 11.5a4 4 0 1 0 0 8a4 4 0 0 0 0-8M11 12.5L20 4M16 8l3 3M13.5 10.5l2 2",
  layers: "M12 3l9 5-9 5-9-5zM3 12.5l9 5 9-5M3 16.5l9 5 9-5",
  "layout-dashboard": "M4 4h6v8H4zM4 16h6v4H4zM14 12h6v8h-6zM14 4h6v4h-6z",
  "layout-grid": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1-1",
  list: "M9 6h11M9 12h11M9 18h11M5 6v.1M5 12v.1M5 18v.1",
  loader:
    "M12 3v4M12 17v4M3 12h4M17 12h4M5.6 5.6l2.8 2.8M15.6 15.6l2.8 2.8M5.6 18.4l2.8-2.8M15.6 8.4l2.8-2.8",
  lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
  "lock-open": "M6 11h12v9H6zM8 11V7a4 4 0 0 1 7.8-1",
  login:
    "M15 8V6a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2v-2M21 12H9M12 9l-3 3 3 3",
  logout:
    "M15 8V6a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2v-2M9 12h12M18 9l3 3-3 3",
  mail: "M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 7.5l9 6 9-6",
  map: "M3 7l6-3 6 3 6-3v13l-6 3-6-3-6 3zM9 4v13M15 7v13",
  "map-pin":
    "M12 21c-5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2 6-7 11M9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0",
  maximize:
    "M4 8V6a2 2 0 0 1 2-2h2M4 16v2a2 2 0 0 0 2 2h2M16 4h2a2 2 0 0 1 2 2v2M16 20h2a2 2 0 0 0 2-2v-2",
  "menu-2": "M4 6h16M4 12h16M4 18h16",
  menu: "M4 8h16M4 16h16",
  message: "M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-5l-5 4v-4H6a2 2 0 0 1-2-2z",
  microphone: "M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3M8.5 21h7",
  minus: "M5 12h14",
  moon: "M12 3a7 7 0 0 0 8.5 10.5A9 9 0 1 1 12 3",
  mouse: "M7 7a5 5 0 0 1 10 0v10a5 5 0 0 1-10 0zM12 7v4",
  music:
    "M4 17.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M15 15.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M9 17.5V5l11-2v12.5",
  network:
    "M9 6a3 3 0 1 0 6 0a3 3 0 0 0-6 0M3 18a3 3 0 1 0 6 0a3 3 0 0 0-6 0M15 18a3 3 0 1 0 6 0a3 3 0 0 0-6 0M12 9v3M6 15v-3h12v3",
  news: "M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-4 0M8 9h5M8 13h5",
  note: "M5 4h14v10l-6 6H5zM13 20v-6h6",
  palette:
    "M12 3a9 9 0 0 0 0 18c2 0 2.5-1.5 2-2.7c-.6-1.5.2-3.3 2-3.3h2.5a2.5 2.5 0 0 0 2.5-2.5C21 7 17 3 12 3M7.5 11v.1M12 7.5v.1M16.5 11v.1",
  paperclip:
    "M15 7l-6.5 6.5a1.7 1.7 0 0 0 2.5 2.5L17.5 9.5a3.5 3.5 0 0 0-5-5L6 11a5.3 5.3 0 0 0 7.5 7.5L20 12",
  pencil: "M4 20v-4L16 4a1.5 1.5 0 0 1 2 0l2 2a1.5 1.5 0 0 1 0 2L8 20zM13.5 6.5l4 4",
  phone:
    "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",
  photo: `${FRAME}M4 16l5-5 5 5M13 15l2.5-2.5L20 17M15 8.5v.1`,
  pin: "M9 4h6v7l3 3v2H6v-2l3-3zM12 16v5",
  "player-pause": "M7 5h3v14H7zM14 5h3v14h-3z",
  "player-play": "M7 4v16l13-8z",
  "player-record": "M5 12a7 7 0 1 0 14 0a7 7 0 0 0-14 0",
  "player-skip-back": "M20 5v14L8 12zM4 5v14",
  "player-skip-forward": "M4 5v14l12-7zM20 5v14",
  "player-stop": "M5 7a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z",
  "player-track-next": "M3 5v14l8-7zM14 5v14l8-7z",
  "player-track-prev": "M21 5v14l-8-7zM10 5v14l-8-7z",
  plug: "M9.5 3v5M14.5 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
  plus: "M12 5v14M5 12h14",
  power: "M7.5 6.5a8 8 0 1 0 9 0M12 3.5v8",
  printer:
    "M17 17h2a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h2M17 9V4H7v5M7 14h10v7H7z",
  "question-mark": "M8 8.4a4 4 0 1 1 6 3.6c-1.4.8-2 1.5-2 3M12 19v.1",
  refresh: "M20 11a8 8 0 0 0-14.5-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 4l1.5-2M20 20v-5h-5",
  reload: "M19.5 13A7.7 7.7 0 1 1 18 7l2 2M20 4v5h-5",
  robot: "M6 8h12v10H6zM9 12v.1M15 12v.1M10 15h4M12 4v4M3 12v3M21 12v3",
  rocket:
    "M5 14c-1.5 1-2 3-2 6c3 0 5-.5 6-2M9 12c2-5 6-8.5 12-9c-.5 6-4 10-9 12l-3-3M7 11l-3-1 4-4 4 1M13 17l1 3 4-4-1-4M15 9v.1",
  rotate: "M4.5 13A7.7 7.7 0 1 0 6 7L4 9M4 4v5h5",
  "rotate-clockwise": "M19.5 13A7.7 7.7 0 1 1 18 7l2 2M20 4v5h-5",
  ruler: "M4 16L16 4l4 4L8 20zM7 13l2 2M10 10l2 2M13 7l2 2",
  scale: "M7 20h10M12 4v16M5 7l7-1 7 1M5 7l-3 6a3 3 0 0 0 6 0zM19 7l-3 6a3 3 0 0 0 6 0z",
  scissors:
    "M4 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M4 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M8.5 8.5L20 18M8.5 15.5L20 6",
  search: LENS,
  send: "M10 14L21 3M21 3l-6.5 18-4.5-7-7-4.5z",
  server: "M4 5h16v6H4zM4 13h16v6H4zM8 8v.1M8 16v.1",
  settings:
    "M10.5 3.5h3l.5 2.5 1.8.9 2.3-1 1.8 2.4-1.6 2 .2 1.7 2 1.7-1.2 2.7-2.5-.1-1.5 1.3-.3 2.5-3 .4-1.2-2.3-1.8-.6-2.2 1.2-2.1-2.1 1.2-2.2-.5-1.9-2.3-1.2.5-2.9 2.5-.3 1.3-1.5zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 0 0-5.6 0",
  share:
    "M4 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M15 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M15 18a2.5 2.5 0 1 0 5 0a2.5 2.5 0 0 0-5 0M8.7 10.9L15.3 7M8.7 13.1l6.6 3.9",
  shield: SHIELD,
  "shield-check": `${SHIELD}M8.5 12l2.5 2.5 4.5-4.5`,
  "shopping-cart": "M3 4h2.5l2 12H18l2-9H6M8 20v.1M17 20v.1",
  "sort-ascending": "M4 6h7M4 12h7M4 18h9M15 9l3-3 3 3M18 6v12",
  "sort-descending": "M4 6h9M4 12h7M4 18h7M15 15l3 3 3-3M18 6v12",
  square: FRAME,
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z",
  stack: "M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4",
  sun: "M8 12a4 4 0 1 0 8 0a4 4 0 0 0-8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  table: TABLE,
  tag: "M4 5a1 1 0 0 1 1-1h6l9 9-7 7-9-9zM8 8v.1",
  target: `${RING}M7 12a5 5 0 1 0 10 0a5 5 0 0 0-10 0M12 12v.1`,
  temperature: "M10 13.5V5a2 2 0 0 1 4 0v8.5a4 4 0 1 1-4 0M12 9v8",
  terminal: "M5 7l5 5-5 5M12 19h7",
  "thumb-down": "M7 13V4H4v9zM7 13l4 7a2 2 0 0 0 2-2v-4h5a2 2 0 0 0 2-2.3l-1-6A2 2 0 0 0 17 4H7",
  "thumb-up": "M7 11v9H4v-9zM7 11l4-7a2 2 0 0 1 2 2v4h5a2 2 0 0 1 2 2.3l-1 6a2 2 0 0 1-2 1.7H7",
  tool: "M7 10h3V7L6.5 3.5a6 6 0 0 1 8 8l6 6a2 2 0 0 1-3 3l-6-6a6 6 0 0 1-8-8z",
  trash:
    "M4 7h16M10 11v6M14 11v6M5.5 7l1 12a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2l1-12M9 7V4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v3",
  "trending-down": "M3 7l6 6 4-4 8 8M14 17h7v-7",
  "trending-up": "M3 17l6-6 4 4 8-8M14 7h7v7",
  typography: "M4 20h3M14 20h6M6 20L12 4l6 16M8 15h8",
  upload: "M4 16v2.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V16M12 16V4M7 9l5-5 5 5",
  user: PERSON,
  "user-plus": "M6 7.5a4 4 0 1 0 8 0a4 4 0 0 0-8 0M3 21v-1.5a5 5 0 0 1 5-5h4M16 18h6M19 15v6",
  users:
    "M5 7.5a4 4 0 1 0 8 0a4 4 0 0 0-8 0M2 21v-1.5a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5V21M16 3.7a4 4 0 0 1 0 7.6M22 21v-1.5a5 5 0 0 0-4-4.8",
  variable: "M5 4C2 9 2 15 5 20M19 4c3 5 3 11 0 16M9 9c3-1 3 7 6 6M15 9c-2 0-4 6-6 6",
  video: "M3 8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM15 10.5l6-3v9l-6-3",
  volume: "M5 9.5v5h3l5 4v-13l-5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  "volume-off": "M5 9.5v5h3l5 4v-13l-5 4zM16.5 10l4 4M20.5 10l-4 4",
  wand: "M6 21L21 6l-3-3L3 18zM15 6l3 3M9 3v3M7.5 4.5h3M19 13v3M17.5 14.5h3",
  wifi: "M2.5 9.5a13.5 13.5 0 0 1 19 0M6 13.2a8.5 8.5 0 0 1 12 0M9.2 16.5a4 4 0 0 1 5.6 0M12 20v.1",
  world: CIRCLED("M3.6 9h16.8M3.6 15h16.8M12 3c-4 5-4 13 0 18c4-5 4-13 0-18"),
  x: "M6 6l12 12M18 6L6 18",
  "zoom-in": `${LENS}M10.5 7.5v6M7.5 10.5h6`,
  "zoom-out": `${LENS}M7.5 10.5h6`,
};

/** Other names of some of them. */
const MEANT: Readonly<Record<string, string | undefined>> = {
  "antenna-bars-5": "chart-bar",
  "append-mode": "plus",
  backspace: "arrow-back-up",
  "brand-github": "code",
  "calendar-event": "calendar",
  "clear-selection": "circle-x",
  delete: "trash",
  "device-analytics": "chart-line",
  "file-csv": "file-text",
  "file-type-csv": "file-text",
  "filter-off": "filter",
  "help-circle": "help",
  "home-2": "home",
  "info-small": "info-circle",
  "invert-selection": "refresh",
  pause: "player-pause",
  play: "player-play",
  save: "device-floppy",
  stop: "player-stop",
  "switch-horizontal": "refresh",
  unknown: "question-mark",
};

/** Draw a picture, unless there is none of that name. Filled ones are outlined here. */
export function renderPicture(name: string): TemplateResult | undefined {
  const plain = name.replaceAll("_", "-").replace(/-filled$/, "");
  const path = PICTURES[MEANT[plain] ?? plain];
  return path === undefined
    ? undefined
    : html`<svg class="line" viewBox="0 0 24 24"><path d=${path} /></svg>`;
}
