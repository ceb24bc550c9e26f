// Puts everything into one HTML file: `node xtask/inline.mjs WORK OUT PAGE ENTRY CONNECT`. WORK holds the built modules and sheets,
// PAGE is the HTML with the mark `<!--inlined-->`, ENTRY the script of that page. The file carries the policy that it needs:
// its own script by hash, WebAssembly, and connections only to what CONNECT names.

import { createHash } from "node:crypto";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { compress } from "lzma1";

const [work, out, page, entry, connect] = process.argv.slice(2);
const www = new URL("../www/", import.meta.url).pathname;
const modules = new URL("../node_modules/", import.meta.url).pathname;

for (const name of ["page_bg.wasm", "widget.css", "page.css"]) {
  await writeFile(join(work, `${name}.lzma`), compress(await readFile(join(work, name)), 9));
}
for (const name of ["embed.js", "load.js", "load-inline.js", entry]) await copyFile(join(www, name), join(work, `inline-${name}`));
for (const name of ["trouble.js", "locale.js", "number.js"]) await copyFile(join(www, name), join(work, name));
/** As load-inline.js reads it; what is missing at the end is zeros, which the decoder does not need. */
const written = (bytes) => {
  const numbers = new DataView(Uint8Array.from({ length: Math.ceil(bytes.length / 4) * 4 }, (_, at) => bytes[at] ?? 0).buffer);
  let text = "";
  for (let at = 0; at < numbers.byteLength; at += 4) {
    let number = numbers.getUint32(at);
    let five = "";
    for (let place = 0; place < 5; place += 1) {
      five = String.fromCharCode(40 + number % 85) + five;
      number = Math.floor(number / 85);
    }
    text += five;
  }
  return text.replaceAll("\\", "}").replaceAll("<", "~");
};
const inlined = {
  name: "inlined",
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /\.lzma$/ }, async ({ path }) => ({ contents: `export default "${written(await readFile(path))}"` }));
    onResolve({ filter: /^\.\/load\.js$/ }, ({ importer }) =>
      ({ path: join(work, importer.endsWith("inline-load-inline.js") ? "inline-load.js" : "inline-load-inline.js") }));
    // The decoder alone: the package's only entry brings the encoder along, four fifths of its code.
    onResolve({ filter: /^lzma1\// }, ({ path }) => ({ path: join(modules, path) }));
  },
};
const { outputFiles } = await build({
  stdin: { contents: `import "./inline-embed.js"; import "./inline-${entry}";`, resolveDir: work },
  bundle: true, write: false, minify: true, format: "esm", target: "es2022", charset: "utf8", logLevel: "error", legalComments: "eof",
  plugins: [inlined],
  define: { "import.meta.url": "document.baseURI" },
});
const script = outputFiles[0].text.replaceAll("</script", "<\\/script").trim();
const style = (await readFile(join(www, "site.css"), "utf8")).trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; connect-src ${connect}; base-uri 'none'; form-action 'none'`;
const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n    <style>${style}</style>`;
const html = (await readFile(page, "utf8"))
  .replace("<!--inlined-->", () => head)
  // It is on the screen at once anyway.
  .replace(/ *<!--first chart-->\n/, "")
  .replace(/ *<link [^>]*(?:stylesheet|icon|manifest)[^>]*>\n/g, "")
  .replace(/ *<script [^>]*><\/script>\n/g, "")
  .replace(/(\s*)<\/body>/, (end) => `\n    <script type="module">${script}</script>${end}`);
await writeFile(out, html);
