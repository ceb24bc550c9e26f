// Writes the page that gives the right snippet for each host: `node xtask/snippets.mjs OUT`. The snippets are the blocks of
// docs/embed, which are tested sites; the page only exchanges the options in them (www/snippet.js).

import { readFile, writeFile } from "node:fs/promises";

const [out] = process.argv.slice(2);
const folder = new URL("../docs/embed/", import.meta.url);
const HOSTS = ["plain", "script", "iframe", "mdbook", "mkdocs", "sphinx", "hugo", "eleventy", "vitepress", "react", "vue", "svelte", "npm"];
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const recipe = async (host) => {
  const text = await readFile(new URL(`${host}.md`, folder), "utf8");
  const title = text.match(/^# (.+)/)[1];
  const blocks = [...text.matchAll(/^```(\S+) (run|file=(\S+))\n([\s\S]*?)^```/gm)].map(([, , , file, code]) =>
    `<figure><figcaption>${file ? escaped(file) : "In a shell; $DIST is the folder of the widget’s files"}</figcaption><pre tabindex="0"><code>${escaped(code.trimEnd())}</code></pre><button type="button">Copy</button></figure>`);
  return { host, title, html: blocks.join("\n") };
};
const all = await Promise.all(HOSTS.map(recipe));
// Services that take an address and nothing else: what their own block does with it is not tested here.
all.push({ host: "address", title: "An address alone: WordPress, Notion, Confluence, Google Sites",
  html: '<figure><figcaption>Address for the host’s own embed block</figcaption><pre tabindex="0"><code data-address></code></pre><button type="button">Copy</button></figure>' });

const page = await readFile(new URL("../www/snippet.html", import.meta.url), "utf8");
await writeFile(out, page
  .replace("<!--hosts-->", () => all.map(({ host, title }) => `<option value="${host}">${escaped(title)}</option>`).join("\n            "))
  .replace("<!--recipes-->", () => all.map(({ host, html }) => `<section data-host="${host}" hidden>\n${html}\n</section>`).join("\n")));
