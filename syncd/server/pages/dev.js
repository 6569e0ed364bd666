// Loads a page with an error again when the application's files have changed.
const shown = new URL(import.meta.url).search.slice(1);
const address = new URL("dev", import.meta.url);

setInterval(async () => {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) location.reload();
  } catch {
    // The server may be coming back.
  }
}, 500);
