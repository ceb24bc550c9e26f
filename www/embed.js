// Defines <ai-build-vs-buy>, <ai-build-vs-buy-input> and <ai-build-vs-buy-value>: registers, reserves space, waits until
// the widget is near the viewport, then loads the WebAssembly once for the whole page and hands over an inner element. A
// small module shows the first live chart; where more than that is asked for, the whole page's module follows and takes
// over. It holds no rule, no default and no text of the widget itself.

import { chart, chartSheet, got, once, page, pageSheet, sheet } from "./load.js";

const NAME = "ai-build-vs-buy";
const VIEWS = ["full", "chart"];
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
    for (const name of ["scenario"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    live.add(this);
    if (this.started) this.group?.members.add(this);
    else if (this.getAttribute("loading") === "eager" || !near) this.start();
    else near.observe(this);
  }

  disconnectedCallback() {
    near?.unobserve(this);
    // Moving an element is no farewell.
    queueMicrotask(() => {
      if (this.isConnected) return;
      live.delete(this);
      this.group?.members.delete(this);
    });
  }

  async asks() {
    return { preset: this.getAttribute("preset") };
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
  static observedAttributes = ["preset", "scenario", "src", "view", "theme", "currency", "locked"];
  #root = dressed(this.attachShadow({ mode: "open" }), criticalSheet);
  #frame = document.createElement("div");
  #widget;
  #module;
  #whole = false;
  #given;
  #refused;

  constructor() {
    super();
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  attributeChangedCallback(name, before, value) {
    if (name === "theme") this.#oneOf("theme", THEMES);
    if (!this.#widget || before === value) return;
    if (name === "view") {
      this.#update({ view: this.#oneOf("view", VIEWS) });
      this.#complete();
    } else if (name === "locked") {
      this.#update({ locked: value !== null });
    } else if (value !== null) {
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
    let scenario = this.#given ?? this.getAttribute("scenario") ?? (src === null ? null : await got(new URL(src, document.baseURI)));
    if (currency !== null) {
      const module = await chart();
      scenario = scenario === null ? module.preset(preset ?? "") : module.complete(scenario);
      scenario.labels.currency = currency;
    }
    return { preset, scenario };
  }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      const [module, style] = await Promise.all([chart(), chartSheet()]);
      this.#root.adoptedStyleSheets.push(style);
      const options = { view: this.#oneOf("view", VIEWS), locked: this.hasAttribute("locked") };
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
      this.group = Group.of(this);
      if (this.group.scenario) this.adopt(this.group.scenario);
      else this.group.scenario = this.#widget.scenario();
      this.group.members.add(this);
      this.dataset.ready = "";
      this.tell("ready", { view: options.view });
      await this.#complete();
    } catch (error) {
      this.#fail(error);
    }
  }

  #mount(module, options) {
    this.#module = module;
    const host = document.createElement("div");
    // Where a copied link leads: a page that opens it, or ("") the one that this is.
    const page = this.getAttribute("page") ?? new URL("./", SCRIPT).href;
    this.#widget = module.mount(host, { ...options, page }, (report) => {
      this.tell("report", report);
      if (this.group?.members.size > 1) this.group.publish(this.scenario, this);
    }, () => this.#complete(true));
    this.#root.replaceChildren(host);
  }

  /** Takes over what another element of the group says. */
  adopt(scenario) {
    if (this.#widget && JSON.stringify(this.#widget.scenario()) !== JSON.stringify(scenario)) this.#update({ adopt: scenario });
  }

  /** Lets the whole page's module take over, where more than the chart is asked for. */
  async #complete(asked = this.getAttribute("view") !== "chart") {
    if (!asked || this.#whole) return;
    this.#whole = true;
    const [module, style] = await Promise.all([page(), pageSheet()]);
    // Not under a finger: a drag would lose its handle.
    while (this.matches(":active")) await new Promise((released) => addEventListener("pointerup", released, { once: true }));
    this.#root.adoptedStyleSheets.push(style);
    this.dataset.ready = "whole";
    if (module === this.#module) return this.#update({ view: "full" });
    const focused = this.#root.activeElement?.id;
    const before = this.#widget;
    this.#mount(module, { preset: before.preset(), scenario: before.scenario(), view: "full", locked: this.hasAttribute("locked") });
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
      this.#update(this.#refused);
    }
  }

  /** The attribute's value where it is one of the known ones, else the first; a wrong one is warned about. */
  #oneOf(name, known) {
    const value = this.getAttribute(name) ?? known[0];
    if (known.includes(value)) return value;
    console.warn(`<${NAME}> ${name}="${value}" is not one of: ${known.join(", ")}`);
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
  root = dressed(this.attachShadow({ mode: "open" }), inlineSheet);

  constructor() {
    super();
    this.root.append(document.createElement("slot"));
  }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      this.module = await page();
      this.group = Group.of(this);
      await this.group.start(this.module, this);
      this.group.members.add(this);
      this.adopt(this.group.scenario);
      this.dataset.ready = "";
    } catch (error) {
      await this.trouble(error);
    }
  }
}

/** A result within a sentence. */
class Value extends Prose {
  static observedAttributes = ["path"];
  attributeChangedCallback() { if (this.module) this.adopt(this.group.scenario); }

  adopt(scenario) {
    const [text] = this.module.figures(scenario, [this.getAttribute("path") ?? ""]);
    const shown = document.createElement("span");
    shown.textContent = text ?? "–";
    this.root.replaceChildren(shown);
  }
}

/** The step in a number's second digit. */
const finest = (number) => 10 ** Math.floor(Math.log10(Math.abs(number) || 1) - 1);

/** A number within a sentence that readers drag, step or type. */
class Input extends Prose {
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
      if (event.key === "Escape") this.adopt(this.group.scenario);
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
      this.group.publish(this.module.withNumber(this.group.scenario, this.getAttribute("field") ?? "", value));
    } catch (error) {
      // What was typed stays; the last valid result does, too.
      this.#input.setAttribute("aria-invalid", "true");
      this.#error.textContent = ` ${error.problems?.[0]?.message ?? error.message}`;
      this.tellError("input", error);
    }
  }

  adopt(scenario) {
    const field = this.getAttribute("field") ?? "";
    const [text] = this.module.figures(scenario, [field]);
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
  if (!customElements.get(name)) customElements.define(name, element);
}
