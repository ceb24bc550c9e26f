// A classic script for hosts that load no modules. It imports embed.js, whose address is `data-src` on its own script
// element, else the page's <meta name="ai-build-vs-buy">, else beside itself; the names of its neighbours do not matter.
// With options on its own element and no tag of the author's on the page, it puts one in, after itself or into the
// container whose id is `data-target`. It knows no option's meaning.

(() => {
  const NAME = "ai-build-vs-buy";
  const OPTIONS = ["preset", "scenario", "view", "theme", "locale", "currency", "locked", "group", "page", "loading"];
  const own = document.currentScript;
  const told = own?.dataset ?? {};

  const insert = () => {
    const asked = OPTIONS.filter((option) => option in told);
    if ((!asked.length && !told.target) || document.querySelector(`${NAME}:not([data-loader])`)) return;
    const element = document.createElement(NAME);
    element.dataset.loader = "";
    for (const option of asked) element.setAttribute(option, told[option]);
    const target = told.target && document.getElementById(told.target);
    if (told.target && !target) console.warn(`${NAME}: nothing on this page has the id "${told.target}"`);
    const into = target || (own.closest("body") ? null : document.body);
    into ? into.append(element) : own.after(element);
  };

  const address = told.src || document.querySelector(`meta[name="${NAME}"]`)?.content;
  const url = address ? new URL(address, document.baseURI) : new URL("embed.js", own?.src || document.baseURI);
  import(url).catch(async (error) => {
    let told = error;
    try {
      told = await (await import(new URL("trouble.js", url))).explained(Object.assign(error, { url }));
    } catch {
      // Neither is there, so that these two causes have their words here.
      if (location.protocol === "file:") {
        told = { code: "file", message: "This page was opened from disk, where browsers load no modules. Serve it over HTTP, or open the single file ai-build-vs-buy.html." };
      } else if (url.origin !== location.origin) {
        told = { code: "cross-origin", message: `The server of ${url} does not allow other sites to read it: it needs Access-Control-Allow-Origin.` };
      }
    }
    console.error(`${NAME}: ${url} could not be loaded.`, error);
    for (const element of document.querySelectorAll(NAME)) {
      const line = document.createElement("p");
      line.setAttribute("role", "alert");
      line.textContent = told.message;
      element.append(line);
      const detail = { type: told.code ?? "load", message: told.message, problems: [] };
      element.dispatchEvent(new CustomEvent(`${NAME}:error`, { detail, bubbles: true, composed: true }));
    }
  });
  // A tag may follow this script.
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", insert) : insert();
})();
