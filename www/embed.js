// Defines <ai-build-vs-buy>, <ai-build-vs-buy-input> and <ai-build-vs-buy-value>: registers, reserves space, waits until
// the widget is near the viewport, then loads the WebAssembly once for the whole page and hands over an inner element. A
// small module shows the first live chart; where more than that is asked for, the whole page's module follows and takes
// over. It holds no rule, no default and no text of the widget itself.

import { chart, chartSheet, got, once, page, pageSheet, sheet } from "./load.js";

const NAME = "ai-build-vs-buy";
// The small module shows the first two, the others wait for the whole one.
const VIEWS = ["full", "chart", "decision", "cost", "tree", "compare"];
const SMALL = VIEWS.slice(0, 2);
const THEMES = ["auto", "light", "dark"];
// By a name, so that bundlers do not take it for a file.
const SCRIPT = import.meta.url;

// The space is reserved by the element's own width before anything is loaded, so that nothing around it moves.
const critical = `:host{display:block;container-type:inline-size}
:host([hidden]){display:none}
:host([theme="light"]){color-scheme:light}
:host([theme="dark"]){color-scheme:dark}
:host>div{min-block-size:100vh}
:host([view="chart"])>div{min-block-size:780px}
@container (max-width:420px){:host([view="chart"])>div{min-block-size:860px}}
@container (max-width:310px){:host([view="chart"])>div{min-block-size:960px}}`;
const inline = `:host{display:inline}
input{font:inherit;font-variant-numeric:tabular-nums;font-weight:600;color:inherit;background:none;border:0;border-block-end:2px dotted;padding:0 .1em;margin:0;field-sizing:content;cursor:ew-resize;touch-action:pan-y;min-inline-size:2ch}
input:focus{cursor:text;outline:2px solid;outline-offset:2px;border-block-end-style:solid}
input[aria-invalid]{border-block-end-color:#b3261e}
span{font-variant-numeric:tabular-nums;font-weight:600}
small{color:#b3261e;color:light-dark(#b3261e,#ff8a80)}`;

const [criticalSheet, inlineSheet] = [critical, inline].map((text) => once(() => sheet(text)));

const warn = (text) => console.warn(`<${NAME}> ${text}`);

/** How a locale writes: examples of money, of a share and of a day. The widget learns its signs from them; none for "en". */
const examples = (tag) => {
  if (!tag || tag === "en") return "";
  try {
    const locale = new Intl.Locale(tag, { numberingSystem: "latn", calendar: "gregory" });
    if (!Intl.NumberFormat.supportedLocalesOf(locale).length) throw new RangeError("unknown");
    const figures = (options) => new Intl.NumberFormat(locale, { useGrouping: "always", ...options });
    const money = figures({ style: "currency", currency: "EUR", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" });
    return [
      money.formatToParts(12345678.5).map(({ type, value }) => (type === "currency" ? "¤" : value)).join(""),
      figures({ style: "percent" }).format(0.5),
      day.format(Date.UTC(2003, 10, 22)),
    ].join("\n");
  } catch {
    warn(`locale="${tag}" is not known here; figures are written as in English`);
    return "";
  }
};

/** Properties that say the same as the attributes. */
const reflect = (element, names) => {
  for (const name of names) {
    const is = name === "locked";
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get() { return is ? this.hasAttribute(name) : this.getAttribute(name); },
      set(value) {
        if (value === null || value === undefined || (is && !value)) this.removeAttribute(name);
        else this.setAttribute(name, is ? "" : value);
      },
    });
  }
};

/** Before all else, for a page's every later rule loses against it; without it an old browser still shows the children. */
const dressed = (root, make) => {
  try { root.adoptedStyleSheets = [make()]; } catch { /* start() says why */ }
  return root;
};

// After a crash nothing in the module can be relied on: each element on the page says so, once.
const live = new Set();
addEventListener("error", ({ error }) => {
  if (!globalThis.WebAssembly || !(error instanceof WebAssembly.RuntimeError) || !error.stack?.includes(new URL(".", SCRIPT))) return;
  for (const element of live) element.crashed?.(error);
  live.clear();
});

/** Elements of one name share a scenario. */
class Group {
  static #all = new Map();
  static of(element) {
    const name = element.getAttribute("group");
    if (name === null) return new Group();
    if (!Group.#all.has(name)) Group.#all.set(name, new Group());
    return Group.#all.get(name);
  }
  members = new Set();
  scenario;
  /** The scenario that everything of the group starts with: the widget's, where there is one. */
  async start(module, element) {
    if (this.scenario) return;
    const name = element.getAttribute("group");
    const widget = name === null ? null : document.querySelector(`${NAME}[group="${CSS.escape(name)}"]`);
    const { scenario, preset } = await (widget ?? element).asks?.() ?? {};
    this.scenario ??= scenario ? module.complete(scenario) : module.preset(preset ?? "");
  }
  publish(scenario, from) {
    this.scenario = scenario;
    for (const member of this.members) if (member !== from) member.adopt(scenario);
  }
}

const near = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: "300px" });

class Base extends HTMLElement {
  started = false;
  connectedCallback() {
    // What was set before the element was defined.
    for (const name of ["scenario", ...this.constructor.options]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    live.add(this);
    if (this.started) this.shared?.members.add(this);
    else if (this.getAttribute("loading") === "eager" || !near) this.start();
    else near.observe(this);
  }

  disconnectedCallback() {
    near?.unobserve(this);
    // Moving an element is no farewell.
    queueMicrotask(() => {
      if (this.isConnected) return;
      live.delete(this);
      this.shared?.members.delete(this);
    });
  }

  async asks() {
    return { preset: this.getAttribute("preset") };
  }

  /** Leaves the elements that it shares a scenario with, for those that its group is about now. */
  join(scenario) {
    this.shared?.members.delete(this);
    this.shared = Group.of(this);
    this.shared.scenario ??= scenario;
    this.shared.members.add(this);
    this.adopt(this.shared.scenario);
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${what}`, { detail, bubbles: true, composed: true }));
  }

  /** Why it did not work, in words, which are loaded only now. */
  async trouble(error) {
    const told = await import("./trouble.js").then(({ explained }) => explained(error)).catch(() => error);
    this.tellError("load", told);
    return told.message;
  }

  tellError(type, error) {
    this.tell("error", { type: error.code ?? type, message: error.message, problems: error.problems ?? [] });
  }
}

class AiBuildVsBuy extends Base {
  static options = ["preset", "src", "view", "theme", "locale", "currency", "locked", "group", "page", "loading"];
  static observedAttributes = ["scenario", ...this.options];
  #root = dressed(this.attachShadow({ mode: "open" }), criticalSheet);
  #frame = document.createElement("div");
  #widget;
  #module;
  #whole = false;
  #view = VIEWS[0];
  #written = "";
  #given;
  #refused;

  constructor() {
    super();
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "theme") this.#oneOf("theme", THEMES);
    if (name === "view") this.#view = this.#oneOf("view", VIEWS);
    if (name === "locale") this.#written = examples(value);
    if (!this.#widget) return;
    if (name === "view") {
      if (this.dataset.ready === "whole" || SMALL.includes(this.#view)) this.#update({ view: this.#view });
      this.#complete();
    } else if (name === "locked") {
      this.#update({ locked: value !== null });
    } else if (name === "locale") {
      this.#update({ locale: this.#written });
    } else if (name === "page") {
      this.#update({ page: this.#address() });
    } else if (name === "currency") {
      this.#update({ adopt: this.#counted(this.#module, this.scenario, value ?? "USD") });
    } else if (name === "group") {
      this.join(this.scenario);
    } else if (value !== null && ["preset", "scenario", "src"].includes(name)) {
      this.asks().then(({ scenario, preset }) => this.#update(name === "preset" ? { preset } : { scenario }), (error) => this.tellError("src", error));
    }
  }

  /** The last valid scenario; setting one shows it. */
  get scenario() { return this.#widget?.scenario() ?? this.#given; }
  set scenario(scenario) { this.#widget ? this.#update({ scenario }) : (this.#given = scenario); }

  /** The report of that scenario. */
  get report() { return this.#widget?.report(); }

  /** What is asked for: by property, as text, at an address, by name. */
  async asks() {
    const src = this.getAttribute("src");
    const currency = this.getAttribute("currency");
    const preset = this.getAttribute("preset");
    const module = await this.#first();
    let scenario = this.#given ?? this.getAttribute("scenario") ?? (src === null ? null : await got(new URL(src, document.baseURI)));
    let known = preset ?? "";
    try {
      module.preset(known);
    } catch (error) {
      warn(`preset="${preset}": ${error.message}`);
      known = "";
    }
    if (currency !== null) scenario = this.#counted(module, scenario ?? module.preset(known), currency);
    return { preset, scenario };
  }

  /** The module that shows the view first. */
  #first() { return SMALL.includes(this.#view) ? chart() : page(); }

  /** A scenario with its money in another currency: a name, no amount changes. */
  #counted(module, scenario, currency) {
    const named = module.complete(scenario);
    if (/^[A-Z]{3}$/.test(currency)) named.labels.currency = currency;
    else warn(`currency="${currency}" is no code of three capital letters`);
    return named;
  }

  /** Where a copied link leads: a page that opens it, or ("") the one that this is. */
  #address() { return this.getAttribute("page") ?? new URL("./", SCRIPT).href; }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      this.#whole = !SMALL.includes(this.#view);
      const [module, ...styles] = await Promise.all([this.#first(), chartSheet(), ...(this.#whole ? [pageSheet()] : [])]);
      this.#root.adoptedStyleSheets.push(...styles);
      const options = {};
      try {
        Object.assign(options, await this.asks());
        this.#mount(module, options);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        // What was asked for is no scenario: its problems are told, an example is shown.
        this.tellError("scenario", error);
        this.#refused = { refused: options.scenario };
        this.#mount(module, { ...options, ...this.#refused, scenario: null });
      }
      this.join(this.#widget.scenario());
      this.dataset.ready = this.#whole ? "whole" : "";
      this.tell("ready", { view: this.#view });
      await this.#complete();
    } catch (error) {
      this.#fail(error);
    }
  }

  #mount(module, options) {
    this.#module = module;
    const host = document.createElement("div");
    // By now another view may be asked for, which the small module leaves to the whole one.
    const view = this.#whole || SMALL.includes(this.#view) ? this.#view : VIEWS[0];
    const own = { view, locked: this.hasAttribute("locked"), locale: this.#written, page: this.#address() };
    this.#widget = module.mount(host, { ...options, ...own }, (report) => {
      this.tell("report", report);
      if (this.shared?.members.size > 1) this.shared.publish(this.scenario, this);
    }, () => {
      this.#view = VIEWS[0];
      this.#complete();
    });
    this.#root.replaceChildren(host);
  }

  /** Takes over what another element of the group says. */
  adopt(scenario) {
    if (this.#widget && JSON.stringify(this.#widget.scenario()) !== JSON.stringify(scenario)) this.#update({ adopt: scenario });
  }

  /** Lets the whole page's module take over, where more than the chart is asked for. */
  async #complete() {
    if (this.#view === "chart" || this.#whole) return;
    this.#whole = true;
    const [module, style] = await Promise.all([page(), pageSheet()]);
    // Not under a finger: a drag would lose its handle.
    while (this.matches(":active")) await new Promise((released) => addEventListener("pointerup", released, { once: true }));
    this.#root.adoptedStyleSheets.push(style);
    this.dataset.ready = "whole";
    if (module === this.#module) return this.#update({ view: this.#view });
    const focused = this.#root.activeElement?.id;
    const before = this.#widget;
    this.#mount(module, { preset: before.preset(), scenario: before.scenario() });
    if (before.hasNotice()) this.#update(this.#refused ?? { preset: this.getAttribute("preset") });
    before.destroy();
    this.#root.getElementById(focused)?.focus({ preventScroll: true });
  }

  #update(options) {
    try {
      this.#widget.update(options);
    } catch (error) {
      this.tellError("update", error);
      if (!options.scenario) return;
      this.#refused = { refused: options.scenario };
      // After what is under way, which it must not replace.
      setTimeout(() => this.#update(this.#refused));
    }
  }

  /** The attribute's value where it is one of the known ones, else the first; a wrong one is warned about. */
  #oneOf(name, known) {
    const value = this.getAttribute(name) ?? known[0];
    if (known.includes(value)) return value;
    warn(`${name}="${value}" is not one of: ${known.join(", ")}`);
    return known[0];
  }

  /** What is there stays; one line says why there is no more. */
  async #fail(error) {
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = await this.trouble(error);
    this.#root.append(line);
  }

  crashed(error) {
    if (!this.#widget) return;
    // The last answer stays to be read.
    try { this.#given = this.#widget.scenario(); } catch { /* lost with the rest */ }
    this.#widget = undefined;
    this.#fail(error);
  }
}

/** An element within a sentence: of a group, with a scenario as soon as the whole module is there. */
class Prose extends Base {
  static options = ["group", "preset", "locale", "loading"];
  root = dressed(this.attachShadow({ mode: "open" }), inlineSheet);

  constructor() {
    super();
    this.root.append(document.createElement("slot"));
  }

  async attributeChangedCallback(name, before, value) {
    if (name === "locale") this.written = examples(value);
    if (!this.shared) return;
    if (name === "group") await Group.of(this).start(this.module, this), this.join();
    else this.adopt(this.shared.scenario);
  }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      this.module = await page();
      await Group.of(this).start(this.module, this);
      this.join();
      this.dataset.ready = "";
    } catch (error) {
      await this.trouble(error);
    }
  }
}

/** A result within a sentence. */
class Value extends Prose {
  static options = ["path", ...this.options];
  static observedAttributes = ["path", "group", "locale"];

  adopt(scenario) {
    const [text] = this.module.figures(scenario, [this.getAttribute("path") ?? ""], this.written);
    const shown = document.createElement("span");
    shown.textContent = text ?? "–";
    this.root.replaceChildren(shown);
  }
}

/** The step in a number's second digit. */
const finest = (number) => 10 ** Math.floor(Math.log10(Math.abs(number) || 1) - 1);

/** A number within a sentence that readers drag, step or type. */
class Input extends Prose {
  static options = ["field", "label", ...this.options];
  static observedAttributes = ["field", "label", "group", "locale"];
  #input = document.createElement("input");
  #error = document.createElement("small");
  #number;

  constructor() {
    super();
    const input = this.#input;
    Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false });
    input.setAttribute("role", "spinbutton");
    this.#error.setAttribute("role", "alert");
    input.addEventListener("change", () => this.#set(input.value));
    input.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
      const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
      if (event.key === "Escape") this.adopt(this.shared.scenario);
      if (!step || (sideways && input.value !== this.#text)) return;
      event.preventDefault();
      this.#step(step * (event.shiftKey ? 10 : 1));
    });
    let from;
    input.addEventListener("pointerdown", (event) => {
      // Who is typing selects text instead.
      if (this.root.activeElement === input) return;
      from = { x: event.clientX, number: this.#number };
      input.setPointerCapture(event.pointerId);
    });
    input.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons || (!from.moved && Math.abs(event.clientX - from.x) < 3)) return;
      from.moved = true;
      // A factor of ten over 300 px; the second digit is the finest step.
      const wanted = from.number * 10 ** ((event.clientX - from.x) / 300);
      this.#set(Math.round(wanted / finest(wanted)) * finest(wanted));
    });
    input.addEventListener("pointerup", () => { if (from?.moved) input.blur(); from = null; });
  }

  get #text() { return this.#input.defaultValue; }

  #step(count) {
    const unit = finest(this.#number);
    this.#set(Math.max(0, Math.round(this.#number / unit + count) * unit));
  }

  #set(wanted) {
    const value = typeof wanted === "number" ? Number(wanted.toPrecision(12)) : wanted;
    try {
      this.shared.publish(this.module.withNumber(this.shared.scenario, this.getAttribute("field") ?? "", value, this.written));
    } catch (error) {
      // What was typed stays; the last valid result does, too.
      this.#input.setAttribute("aria-invalid", "true");
      this.#error.textContent = ` ${error.problems?.[0]?.message ?? error.message}`;
      this.tellError("input", error);
    }
  }

  adopt(scenario) {
    const field = this.getAttribute("field") ?? "";
    const [text] = this.module.figures(scenario, [field], this.written);
    const input = this.#input;
    this.#number = field.split(".").reduce((value, key) => value?.[key], scenario) ?? 0;
    input.defaultValue = input.value = text ?? "";
    input.size = Math.max(input.value.length, 2);
    input.placeholder = "–";
    input.removeAttribute("aria-invalid");
    input.setAttribute("aria-label", this.getAttribute("label") ?? this.module.label(field));
    input.setAttribute("aria-valuenow", this.#number);
    input.setAttribute("aria-valuetext", text ?? "–");
    this.#error.textContent = "";
    if (!input.isConnected) this.root.replaceChildren(input, this.#error);
  }
}

for (const [name, element] of [[NAME, AiBuildVsBuy], [`${NAME}-input`, Input], [`${NAME}-value`, Value]]) {
  reflect(element, element.options);
  if (!customElements.get(name)) customElements.define(name, element);
}
