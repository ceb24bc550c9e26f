// Defines <ai-build-vs-buy>: registers, reserves its space, waits until it is near the viewport, then loads the
// WebAssembly once for the whole page and hands over an inner element. It holds no rule, no default and no text of the
// widget itself.

const NAME = "ai-build-vs-buy";
const VIEWS = ["full", "chart"];
const THEMES = ["auto", "light", "dark"];
const GLUE = "./ai-build-vs-buy.js";
const WASM = "./ai-build-vs-buy_bg.wasm";
const SHEET = "./ai-build-vs-buy.css";

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

let loading;
/** Glue, WebAssembly and style sheet, once for the whole page. */
function load() {
  loading ??= (async () => {
    const [glue, css] = await Promise.all([import(here(GLUE).href), fetch(here(SHEET)).then(text)]);
    await glue.default({ module_or_path: here(WASM) });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return { glue, sheet };
  })();
  return loading;
}

async function text(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
}

const near = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: "300px" });

class AiBuildVsBuy extends HTMLElement {
  static observedAttributes = ["preset", "view"];
  #root = this.attachShadow({ mode: "open" });
  #frame = document.createElement("div");
  #host = document.createElement("div");
  #widget;
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
    if (!this.#widget || before === value || value === null) return;
    this.#update({ [name]: this.#checked(name, value) });
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
      const { glue, sheet } = await load();
      this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
      const options = { preset: this.getAttribute("preset"), view: this.#checked("view", this.getAttribute("view")), ...this.#pending };
      this.#widget = glue.mount(this.#host, options, (report) => this.#tell("report", report));
      this.#root.replaceChildren(this.#host);
      this.dataset.ready = "";
    } catch (error) {
      this.#fail("load", error);
    }
  }

  #checked(name, value) {
    if (name !== "view" || value === null || VIEWS.includes(value)) return value;
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

  /** The children stay; one line says why there is no widget. */
  #fail(type, error) {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = location.protocol === "file:"
      ? "This page was opened from disk, where browsers do not load WebAssembly files. Serve it over HTTP."
      : `The widget could not be loaded (${error.message}). A policy may block WebAssembly, or a file is missing.`;
    this.#frame.replaceChildren(document.createElement("slot"), line);
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
