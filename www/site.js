// For index.html only: what the address asks for becomes an attribute of the widget, and the page is kept for visits without
// a network. Nothing is sent.

const widget = document.querySelector("ai-build-vs-buy");
const asked = new URLSearchParams(location.search);
for (const name of ["preset", "view", "theme"]) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}

// Served pages only: from disk there is nothing to keep.
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  addEventListener("load", () => navigator.serviceWorker.register("./sw.js").catch(() => {}), { once: true });
}
