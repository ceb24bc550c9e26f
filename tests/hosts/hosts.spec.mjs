// Each recipe of docs/embed as its reader follows it: the site in this folder is copied, the page's own commands build it
// with the real generator, and the widget on it is used with the keyboard. HOSTS names the hosts to try; all without it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { READY, dist, launch, open, serve, top } from "../e2e/harness.mjs";

// `site` is the folder that the generator leaves behind, `page` the one with the widget. All are built for /docs/.
const HOSTS = {
  plain: { site: ".", page: "" },
  script: { site: ".", page: "" },
  iframe: { site: ".", page: "", frame: "iframe" },
  mdbook: { site: "book", page: "articles/cost.html" },
  mkdocs: { site: "site", page: "articles/cost/" },
  sphinx: { site: "_build", page: "articles/cost.html" },
  hugo: { site: "public", page: "articles/cost/" },
  eleventy: { site: "_site", page: "articles/cost/" },
  vitepress: { site: ".vitepress/dist", page: "articles/cost.html" },
  react: { site: "dist", page: "", told: "#told" },
  vue: { site: "dist", page: "", told: "#told" },
  svelte: { site: "dist", page: "", told: "#told" },
  npm: { site: "dist", page: "", told: "#told" },
};
// What docs/embed/README.md promises to be enough.
const POLICY = /```http\nContent-Security-Policy: (.*)\n```/.exec(await readFile(join(top, "docs/embed/README.md"), "utf8"))[1];

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** The site, built in target/hosts by the commands that the recipe shows. */
async function built(name) {
  const work = join(top, "target/hosts", name);
  await rm(work, { recursive: true, force: true });
  await cp(join(top, "tests/hosts", name), work, { recursive: true });
  const recipe = await readFile(join(top, "docs/embed", `${name}.md`), "utf8");
  const [, commands] = /```sh run\n([\s\S]*?)```/.exec(recipe);
  const tools = ["target/hosts-venv/bin", "target/tools/bin"].map((folder) => join(top, folder));
  const quiet = { npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };
  const env = { ...process.env, ...quiet, DIST: dist, PATH: [...tools, process.env.PATH].join(delimiter) };
  const { status, stdout, stderr } = spawnSync("sh", ["-euc", commands], { cwd: work, env, encoding: "utf8" });
  assert.equal(status, 0, `${commands}${stdout}${stderr}`);
  return join(work, HOSTS[name].site);
}

/** Opens the host's page, moves the volume by one step of the keyboard and sees the figures follow. */
async function used(t, folder, { page: path, frame, told }, policy) {
  const site = await serve({ folder, base: "/docs/", policy });
  t.after(() => site.close());
  const page = await open(browser, site.url + path);
  t.after(() => page.context().close());
  const widget = frame ? page.frameLocator(frame) : page;
  const sentence = widget.locator(".headline");
  const volume = () => widget.locator("ai-build-vs-buy").evaluate((element) => element.report.cost.atVolume.volume);
  const said = await sentence.innerText();
  const before = await volume();
  await widget.locator(".chart-slider").press("ArrowRight");
  await widget.locator(".headline", { hasNotText: said }).waitFor();
  assert.ok((await volume()) > before);
  if (told) assert.equal(Number(await page.locator(told).innerText()), await volume());
  assert.deepEqual(page.faults, []);
  return page;
}

const wanted = process.env.HOSTS?.split(" ") ?? Object.keys(HOSTS);
for (const name of wanted) {
  test(`item 25: ${name}: the recipe gives a widget that works`, async (t) => {
    await used(t, await built(name), HOSTS[name]);
  });
}

for (const name of ["plain", "script"].filter((name) => wanted.includes(name))) {
  test(`item 16: ${name}: the documented policy is enough`, async (t) => {
    const page = await used(t, await built(name), HOSTS[name], POLICY);
    await page.locator("ai-build-vs-buy").evaluate((element) => element.setAttribute("view", "full"));
    await page.waitForSelector(READY);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });
}
