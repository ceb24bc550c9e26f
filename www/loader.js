// A classic script for hosts that load no modules. It imports embed.js, whose address is `data-src` on its own script
// element, else the page's <meta name="ai-build-vs-buy">, else beside itself; the names of its neighbours do not matter.
// With options on its own element and no tag of the author's on the page, it puts one in, after itself or into the
// container whose id is `data-target`. It knows no option's meaning.

(() => {
  const NAME = "ai-build-vs-buy";
  const OPTIONS = ["preset", "scenario", "view", "theme", "locale", "currency", "locked", "group", "loading"];
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
  import(url).catch((error) => console.error(`${NAME}: ${url} could not be loaded.`, error));
  // A tag may follow this script.
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", insert) : insert();
})();
