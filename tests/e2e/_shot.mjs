import { serve, launch, READY } from "./harness.mjs";
const site = await serve(); const browser = await launch();
const out = process.argv[2] ?? "/tmp/shots";
import { mkdirSync } from "node:fs"; mkdirSync(out,{recursive:true});
for (const [w, scheme] of [[1280,"light"],[320,"dark"],[1280,"dark"],[320,"light"]]) {
  const context = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message));
  page.on("console", (m) => { if (m.type()==="error") console.log("CON", m.text()); });
  await page.goto(site.url); await page.waitForSelector(READY);
  await page.waitForTimeout(500);
  const openAll = async (sel) => { const l = page.locator(sel); if (await l.count()) { await l.first().click(); await page.waitForTimeout(150);} else console.log("no", sel); };
  await page.locator('details.option-fields[data-option="fineTune"] > summary').click();
  await openAll('#costs-fineTune > summary');
  await openAll('#costs-api > summary');
  await page.waitForTimeout(300);
  await page.locator('details.option-fields[data-option="api"]').screenshot({ path: `${out}/api-${w}-${scheme}.png` });
  await page.locator('details.option-fields[data-option="fineTune"]').screenshot({ path: `${out}/ft-${w}-${scheme}.png` });
  await openAll('#cost-lines > summary'); await openAll('#price-map > summary');
  await page.waitForTimeout(400);
  await page.locator('#cost-lines').screenshot({ path: `${out}/bars-${w}-${scheme}.png` });
  await page.locator('#price-map').screenshot({ path: `${out}/map-${w}-${scheme}.png` });
  await context.close();
}
await browser.close(); site.close();
