// Defines <ai-build-vs-buy>: registers, reserves its space, waits until it is near the viewport, then loads the
// WebAssembly once for the whole page and hands over an inner element. A small module shows the first live chart; where
// more than that is asked for, the whole page's module follows and takes over. It holds no rule, no default and no text of
// the widget itself.

const NAME = "ai-build-vs-buy";
const VIEWS = ["full", "chart"];
const THEMES = ["auto", "light", "dark"];
const CHART = ["./chart.js", "./chart_bg.wasm"];
const PAGE = ["./page.js", "./page_bg.wasm"];
const SHEETS = ["./widget.css", "./page.css"];

const here = (file) => new URL(file, import.meta.url);
// The space is reserved by the element's own width before anything is loaded, so that nothing around it moves.
const critical = `:host{display:block;container-type:inline-size}
:host([hidden]){display:none}
:host([theme="light"]){color-scheme:light}
:host([theme="dark"]){color-scheme:dark}
:host>div{min-block-size:100vh}
:host([view="chart"])>div{min-block-size:780px}
@container (max-width:420px){:host([view="chart"])>div{min-block-size:860px}}
@container (max-width:310px){:host([view="chart"])>div{min-block-size:960px}}`;

const once = (make) => {
  let made;
  return () => (made ??= make());
};
/** A module with its WebAssembly, once for the whole page. */
const loader = ([glue, wasm]) => once(async () => {
  const module = await import(here(glue).href);
  await module.default({ module_or_path: here(wasm) });
  return module;
});
const chart = loader(CHART);
const page = loader(PAGE);
const [chartSheet, pageSheet] = SHEETS.map((file) => once(async () => {
  const response = await fetch(here(file));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
}));

const near = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: "300px" });

class AiBuildVsBuy extends HTMLElement {
  static observedAttributes = ["preset", "view"];
  #root = this.attachShadow({ mode: "open" });
  #frame = document.createElement("div");
  #widget;
  #whole = false;
  #started = false;
  #pending = {};

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(critical);
    this.#root.adoptedStyleSheets = [sheet];
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  connectedCallback() {
    if (Object.hasOwn(this, "scenario")) {
      const { scenario } = this;
      delete this.scenario;
      this.scenario = scenario;
    }
    if (!THEMES.includes(this.getAttribute("theme") ?? "auto")) this.#warn("theme", THEMES);
    if (this.#started) return;
    if (this.getAttribute("loading") === "eager" || !near) this.start();
    else near.observe(this);
  }

  disconnectedCallback() {
    near?.unobserve(this);
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#widget || before === value) return;
    if (name === "view") {
      this.#update({ view: this.#view });
      this.#complete();
    } else if (value !== null) {
      this.#update({ [name]: value });
    }
  }

  /** The last valid scenario; setting one shows it. */
  get scenario() { return this.#widget?.scenario() ?? this.#pending.scenario; }
  set scenario(scenario) { this.#widget ? this.#update({ scenario }) : (this.#pending = { scenario }); }

  /** The report of that scenario. */
  get report() { return this.#widget?.report(); }

  async start() {
    if (this.#started) return;
    this.#started = true;
    near?.unobserve(this);
    try {
      const [module, style] = await Promise.all([chart(), chartSheet()]);
      this.#root.adoptedStyleSheets.push(style);
      this.#mount(module, { preset: this.getAttribute("preset"), view: this.#view, ...this.#pending });
      this.dataset.ready = "";
      await this.#complete();
    } catch (error) {
      this.#fail("load", error);
    }
  }

  #mount(module, options) {
    const host = document.createElement("div");
    this.#widget = module.mount(host, options, (report) => this.#tell("report", report), () => this.#complete(true));
    this.#root.replaceChildren(host);
  }

  /** Lets the whole page's module take over, where more than the chart is asked for. */
  async #complete(asked = this.#view !== "chart") {
    if (!asked || this.#whole) return;
    this.#whole = true;
    const [module, style] = await Promise.all([page(), pageSheet()]);
    // Not under a finger: a drag would lose its handle.
    while (this.matches(":active")) await new Promise((released) => addEventListener("pointerup", released, { once: true }));
    const focused = this.#root.activeElement?.id;
    const before = this.#widget;
    this.#root.adoptedStyleSheets.push(style);
    this.#mount(module, { preset: before.preset(), scenario: before.scenario(), view: "full" });
    if (before.hasNotice()) this.#update({ preset: this.getAttribute("preset") });
    before.destroy();
    this.#root.getElementById(focused)?.focus({ preventScroll: true });
    this.dataset.ready = "whole";
  }

  get #view() {
    const view = this.getAttribute("view") ?? VIEWS[0];
    if (VIEWS.includes(view)) return view;
    this.#warn("view", VIEWS);
    return VIEWS[0];
  }

  #update(options) {
    try {
      this.#widget.update(options);
    } catch (error) {
      this.#tell("error", { type: error.code ?? "update", message: error.message, problems: error.problems ?? [] });
    }
  }

  /** What is there stays; one line says why there is no more. */
  #fail(type, error) {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = location.protocol === "file:"
      ? "This page was opened from disk, where browsers do not load WebAssembly files. Serve it over HTTP."
      : `The widget could not be loaded (${error.message}). A policy may block WebAssembly, or a file is missing.`;
    this.#root.append(line);
    this.#tell("error", { type, message: error.message, problems: error.problems ?? [] });
  }

  #warn(name, allowed) {
    console.warn(`<${NAME}> ${name}="${this.getAttribute(name)}" is not one of: ${allowed.join(", ")}`);
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${what}`, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, AiBuildVsBuy);
