// For index.html and the single file: what the address asks for becomes an attribute of the widget, and the page is kept
// for visits without a network. Nothing is sent.

const widget = document.querySelector("ai-build-vs-buy");
const asked = new URLSearchParams(location.search);
for (const name of ["preset", "view", "theme", "locale", "currency"]) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}
if (asked.has("locked")) widget.setAttribute("locked", "");

/** A shared scenario stands after #s=, where no server sees it. */
const shared = () => {
  const token = location.hash.match(/^#s=(.*)$/)?.[1];
  if (token === undefined) return;
  widget.removeAttribute("preset");
  widget.setAttribute("scenario", token);
};
widget.setAttribute("page", "");
shared();
addEventListener("hashchange", shared);

/** The worker's address, by a policy where one has to be: strict pages take no plain text for it. */
const worker = () => {
  const policy = window.trustedTypes?.createPolicy("ai-build-vs-buy-worker", { createScriptURL: () => "./sw.js" });
  return policy?.createScriptURL("") ?? "./sw.js";
};
// Served pages only: from disk there is nothing to keep.
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(worker());
    } catch {
      // Refused: the page works without, but not without a network.
    }
  }, { once: true });
}
