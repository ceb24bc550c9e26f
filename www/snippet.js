// For snippet.html only: puts the chosen options into the recipes' blocks. Nothing is sent.

const form = document.querySelector("form");
const status = document.querySelector("[role=status]");
const codes = [...document.querySelectorAll("section code")].map((code) => [code, code.textContent]);
const quoted = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The options that are not what there is without them. */
const chosen = () => {
  const options = [...new FormData(form)].filter(([name, value]) => name !== "host" && value.trim() !== "");
  return options.map(([name, value]) => [name, name === "locked" ? "" : value.trim()]);
};

/** A recipe's text with other options in it: in the tag, in the loader's attributes, in the address. */
const exchanged = (text, options) => {
  const tag = (prefix, gap = " ") => options.map(([name, value]) => (value ? `${prefix}${name}="${quoted(value)}"` : prefix + name)).join(gap);
  const named = options.map(([name, value]) => `${name}="${quoted(value)}"`).join(" ");
  const query = new URLSearchParams(options).toString();
  return text
    // Not a shortcode's, which takes values only.
    .replace(/(?<!\{\{< \S+ )preset="legal-tech"(\s+)view="chart"/g, (_, gap) => tag("", gap))
    .replaceAll('data-preset="legal-tech" data-view="chart"', () => tag("data-"))
    .replaceAll('{{< ai-build-vs-buy preset="legal-tech" view="chart" >}}', () => `{{< ai-build-vs-buy ${named} >}}`)
    .replaceAll("?preset=legal-tech&amp;view=chart", () => `?${query.replaceAll("&", "&amp;")}`);
};

const show = () => {
  const options = chosen();
  for (const [code, text] of codes) {
    const address = new URL("embed.html", location.href);
    address.search = new URLSearchParams(options);
    code.textContent = "address" in code.dataset ? address.href : exchanged(text, options);
  }
  for (const section of document.querySelectorAll("section")) section.hidden = section.dataset.host !== form.elements.host.value;
  status.textContent = "";
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();

document.querySelector("main").addEventListener("click", async ({ target }) => {
  if (target.localName !== "button") return;
  const code = target.closest("figure").querySelector("code");
  getSelection().selectAllChildren(code);
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = "Copied.";
  } catch {
    status.textContent = "The snippet is selected. Copy it yourself: this browser does not let the page do it.";
  }
});
