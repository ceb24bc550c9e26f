// Drives Firefox by WebDriver BiDi and WebKitGTK by classic WebDriver, with the few steps that the tests need: open a page,
// run a function in it, wait, click, press keys. It asserts nothing by itself.

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** Nobody listens here. */
const NOWHERE = ["127.0.0.1", 9];

/** The first match in what a program says; it ends with the test run. */
function said(child, stream, pattern) {
  return new Promise((found, failed) => {
    let text = "";
    child[stream].on("data", (data) => {
      text += data;
      const match = pattern.exec(text);
      if (match) found(match[1]);
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`${child.spawnfile} ended with ${code}: ${text}`)));
  });
}

const gone = (child) => new Promise((done) => (child.exitCode === null && child.signalCode === null ? child.once("exit", done) : done()));

/** WebKitWebDriver chooses none itself. */
const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

async function end(child) {
  child.kill();
  await gone(child);
}

/** Keys by their names, as WebDriver writes them. */
const KEYS = { Tab: "\uE004", Enter: "\uE007", ArrowRight: "\uE014", ArrowDown: "\uE015", Space: " ", End: "\uE010", Shift: "\uE008" };

/** What both browsers have in common, on top of `navigate(url)`, `run(expression)` and `perform(actions)`. */
class Session {
  constructor(name, { navigate, run, perform, close }) {
    Object.assign(this, { name, open: navigate, perform, close });
    this.run = run;
  }

  /** What a function gives in the page, as JSON; promises are awaited. */
  async evaluate(work, ...given) {
    const [fault, value] = JSON.parse(await this.run(`Promise.resolve().then(() => (${work})(...${JSON.stringify(given)}))
      .then((value) => JSON.stringify([null, value ?? null]), (error) => JSON.stringify([error + "\\n" + error.stack, null]))`));
    if (fault !== null) throw new Error(`${this.name}: ${fault}`);
    return value;
  }

  /** Waits until a function gives something true, and returns that. */
  until(wanted, ...given) {
    return this.evaluate(`async (...given) => {
      const until = Date.now() + 20000;
      for (;;) {
        const value = await (${wanted})(...given);
        if (value) return value;
        if (Date.now() > until) throw new Error(${JSON.stringify(`never: ${wanted} ${JSON.stringify(given)}`)});
        await new Promise((next) => setTimeout(next, 20));
      }
    }`, ...given);
  }

  /** Clicks in the middle of what a selector finds in the widget, once it holds still. */
  async click(selector) {
    const [x, y] = await this.evaluate(async (selector) => {
      const found = document.querySelector("ai-build-vs-buy").shadowRoot.querySelector(selector);
      if (!found) throw new Error(`there is no ${selector}`);
      found.scrollIntoView({ block: "center", behavior: "instant" });
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      const { left, top, width, height } = found.getBoundingClientRect();
      return [Math.round(left + Math.min(width / 2, 40)), Math.round(top + height / 2)];
    }, selector);
    await this.perform([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [
      { type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 },
    ] }]);
  }

  /** Presses keys one after the other: names or letters. */
  press(...keys) {
    const actions = keys.map((key) => KEYS[key] ?? key).flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    return this.perform([{ type: "key", id: "keyboard", actions }]);
  }
}

/** Firefox with a profile of its own, in which files from disk are as strictly kept apart as in everybody's. */
export async function firefox({ offline = false } = {}) {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  const preferences = {
    // Those that test tools bring would let pages from disk read their neighbours.
    "remote.prefs.recommended": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.disabledForTesting": true,
    "browser.shell.checkDefaultBrowser": false,
    "browser.aboutwelcome.enabled": false,
    "layout.css.prefers-color-scheme.content-override": 1,
    ...(offline && {
      "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.http": NOWHERE[0], "network.proxy.http_port": NOWHERE[1],
      "network.proxy.ssl": NOWHERE[0], "network.proxy.ssl_port": NOWHERE[1],
    }),
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, "user.js"), lines.join(""));
  const program = process.env.FIREFOX ?? "firefox-esr";
  const child = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await said(child, "stderr", /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
  const waiting = new Map();
  socket.on("message", (message) => {
    const { id, type, result, error, message: text } = JSON.parse(message);
    const wait = waiting.get(id);
    waiting.delete(id);
    type === "error" ? wait?.failed(new Error(`${error}: ${text}`)) : wait?.done(result);
  });
  let last = 0;
  const send = (method, params = {}) => new Promise((done, failed) => {
    waiting.set((last += 1), { done, failed });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await send("session.new", { capabilities: {} });
  const { context } = await send("browsingContext.create", { type: "tab" });
  await send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } });
  return new Session("Firefox", {
    navigate: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    run: async (expression) => {
      const { result, exceptionDetails } = await send("script.evaluate", { target: { context }, awaitPromise: true, expression });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    },
    perform: (actions) => send("input.performActions", { context, actions }),
    close: async () => {
      await send("browser.close").catch(() => {});
      await gone(child);
      await rm(profile, { recursive: true, force: true });
    },
  });
}

/** WebKitGTK's own small browser, on a screen that nobody sees where there is one. */
export async function webkit({ offline = false } = {}) {
  const screen = process.env.DISPLAY ? null : spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const DISPLAY = process.env.DISPLAY ?? `:${await said(screen, "stdout", /(\d+)\s/)}`;
  const port = await freePort();
  const driver = spawn(process.env.WEBKITDRIVER ?? "WebKitWebDriver", [`--port=${port}`], { env: { ...process.env, DISPLAY }, stdio: "ignore" });
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const listening = async () => {
    for (;;) {
      if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
      try { return await send("GET", "/status"); } catch { await new Promise((next) => setImmediate(next)); }
    }
  };
  await listening();
  const proxy = { proxyType: "manual", httpProxy: NOWHERE.join(":"), sslProxy: NOWHERE.join(":") };
  const options = { binary: process.env.MINIBROWSER, args: ["--automation"] };
  const { sessionId } = await send("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options, ...(offline && { proxy }) } } });
  const session = `/session/${sessionId}`;
  await send("POST", `${session}/window/rect`, { width: 1280, height: 900 });
  return new Session("WebKitGTK", {
    navigate: (url) => send("POST", `${session}/url`, { url }),
    run: (expression) => send("POST", `${session}/execute/async`, { script: `const done = arguments[arguments.length - 1]; ${expression}.then(done);`, args: [] }),
    perform: (actions) => send("POST", `${session}/actions`, { actions }),
    close: async () => {
      await send("DELETE", session).catch(() => {});
      await end(driver);
      if (screen) await end(screen);
    },
  });
}
