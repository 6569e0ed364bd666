import type { Palette } from "./palette.js";

/** Offer a picture of a plot, with its title, as a download. */
export async function savePicture(
  plot: HTMLCanvasElement,
  title: string,
  palette: Palette,
  ratio: number,
): Promise<void> {
  const head = title === "" ? 0 : Math.round(36 * ratio);
  const canvas = new OffscreenCanvas(plot.width, plot.height + head);
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(plot, 0, head);
  context.fillStyle = palette.text;
  context.font = `600 ${15 * ratio}px ${palette.font}`;
  context.textBaseline = "middle";
  context.fillText(title, 12 * ratio, head / 2);
  const address = URL.createObjectURL(await canvas.convertToBlob({ type: "image/png" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, "_") || "figure"}.png`;
  link.click();
  URL.revokeObjectURL(address);
}
