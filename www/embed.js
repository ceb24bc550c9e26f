// Defines <ai-build-vs-buy>, <ai-build-vs-buy-input> and <ai-build-vs-buy-value>: registers, reserves space, waits until
// the widget is near the viewport, then loads the WebAssembly once for the whole page and hands over an inner element. A
// small module shows the first live chart; where more than that is asked for, the whole page's module follows and takes
// over. It holds no rule, no default and no text of the widget itself.

import { chart, chartSheet, got, once, page, pageSheet, sheet } from "./load.js";

const NAME = "ai-build-vs-buy";
// The small module shows the first two; the others wait for the whole one.
const VIEWS = ["full", "chart", "decision", "cost", "tree", "compare"];
const isSmall = (view) => VIEWS.indexOf(view) < 2;
const THEMES = ["auto", "light", "dark"];
// By a name, so that bundlers do not take it for a file.
const SCRIPT = import.meta.url;

// The space is reserved by the element's own width before anything is loaded, so that nothing around it moves.
const critical = `:host{display:block;container-type:inline-size;contain-intrinsic-inline-size:640px;min-inline-size:0;max-inline-size:100%}
:host([hidden]){display:none}
:host([theme="light"]){color-scheme:light}
:host([theme="dark"]){color-scheme:dark}
:host>div{min-block-size:100vh}
:host([view="chart"])>div{min-block-size:780px}
@container (max-width:420px){:host([view="chart"])>div{min-block-size:860px}}
@container (max-width:310px){:host([view="chart"])>div{min-block-size:960px}}`;
const inline = `:host{display:inline}
span{font-variant-numeric:tabular-nums;font-weight:600}`;

const [criticalSheet, inlineSheet] = [critical, inline].map((text) => once(() => sheet(text)));

const warn = (name, value, why) => console.warn(`<${NAME}> ${name}="${value}": ${why}`);

/** What is made of an attribute's value; where that is wrong, a warning and nothing. */
const tried = (name, value, make) => {
  try {
    return make();
  } catch (error) {
    warn(name, value, error.message);
  }
};

const attempt = (make) => { try { return make(); } catch { /* nothing */ } };

/** A scenario with its money in another currency: a name, no amount changes. */
const named = (module, scenario, currency) => (currency ? module.complete({ ...scenario, labels: { ...scenario.labels, currency } }) : scenario);

/** How a locale writes, for the modules; nothing for English and where that is not known. */
const written = async (tag) => {
  if (!tag || tag === "en") return "";
  try {
    return (await import("./locale.js")).examples(tag);
  } catch (error) {
    warn("locale", tag, error.message);
    return "";
  }
};

/** Properties that say the same as the attributes. */
const reflect = ({ prototype, observedAttributes }) => {
  for (const name of observedAttributes) if (!(name in prototype)) Object.defineProperty(prototype, name, {
    get() { return name === "locked" ? this.hasAttribute(name) : this.getAttribute(name); },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : value);
    },
  });
};

/** Before all else, for a page's every later rule loses against it; without it an old browser still shows the children. */
const dressed = (root, make) => {
  try { root.adoptedStyleSheets = [make()]; } catch { /* start() says why */ }
  return root;
};

// After a crash nothing in the module can be relied on: each element on the page says so, once.
const live = new Set();
globalThis.addEventListener?.("error", ({ error }) => {
  if (!globalThis.WebAssembly || !(error instanceof WebAssembly.RuntimeError) || !error.stack?.includes(new URL(".", SCRIPT))) return;
  for (const element of live) element.crashed?.(error);
  live.clear();
});

/** The error with what caused it, in words, which are loaded only now. */
const explained = async (error) => {
  try { return await (await import("./trouble.js")).explained(error); } catch { return error; }
};

/** What the reader is told of an error: its first line. */
const refusal = ({ message }) => ({ refused: message.split("\n", 1)[0] });

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
  /** What the group is about now: a lone widget keeps its changes to itself until somebody joins. */
  get latest() {
    for (const member of this.members) if (member.scenario) return member.scenario;
    return this.scenario;
  }
  leave(element) {
    this.members.delete(element);
    if (this.members.size) return;
    for (const [name, group] of Group.#all) if (group === this) Group.#all.delete(name);
  }
  /** The scenario that everything of the group starts with: the widget's, where there is one. */
  async start(module, element) {
    if (this.scenario) return;
    const name = element.getAttribute("group");
    const found = (which) => {
      const selector = `${which}[group="${CSS.escape(name)}"]`;
      return element.getRootNode().querySelector(selector) ?? document.querySelector(selector);
    };
    const asker = name === null ? element : found(NAME) ?? found("[preset]") ?? element;
    const { scenario, preset, currency } = await asker.asks?.() ?? {};
    // Who asked for what is none says so itself.
    const given = scenario && attempt(() => module.complete(scenario));
    this.scenario ??= named(module, given ?? attempt(() => module.preset(preset ?? "")) ?? module.preset(""), currency);
  }
  publish(scenario, from) {
    this.scenario = scenario;
    for (const member of this.members) if (member !== from) member.adopt(scenario);
  }
}

const near = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) target.start();
}, { rootMargin: "300px" });

// Where there are no elements, on a server, this file can still be imported.
class Base extends (globalThis.HTMLElement ?? Object) {
  started = false;
  connectedCallback() {
    // What was set before the element was defined.
    for (const name of this.constructor.observedAttributes) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    live.add(this);
    if (this.started) this.shared && this.join(this.scenario ?? this.shared.scenario);
    else if (near) near.observe(this);
    this.hasten();
  }

  /** Starts at once where that is asked for, or where nobody tells what is near. */
  hasten() {
    if (this.isConnected && (this.getAttribute("loading") === "eager" || !near)) this.start();
  }

  disconnectedCallback() {
    near?.unobserve(this);
    // Moving an element is no farewell.
    queueMicrotask(() => {
      if (this.isConnected) return;
      live.delete(this);
      this.shared?.leave(this);
    });
  }

  async asks() {
    return { preset: this.getAttribute("preset") };
  }

  /** Leaves the elements that it shares a scenario with, for those that its group is about now. */
  join(scenario, group = Group.of(this)) {
    if (this.shared !== group) this.shared?.leave(this);
    group.members.delete(this);
    group.scenario = (group.members.size ? group.latest : scenario ?? group.scenario) ?? scenario;
    group.members.add(this);
    this.shared = group;
    this.adopt(this.shared.scenario);
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${what}`, { detail, bubbles: true, composed: true }));
  }

  /** Why it did not work, in words, which are loaded only now. */
  async trouble(error) {
    const told = await explained(error);
    this.tellError("load", told);
    return told.message;
  }

  tellError(type, error) {
    console.warn(`<${this.localName}> ${error.message}`);
    this.tell("error", { type: error.code ?? type, message: error.message, problems: error.problems ?? [] });
  }
}

/** The report is written out for those who read it: the one that was told, read at once; the latest, read for the first time later. */
class ReportEvent extends CustomEvent {
  #read;
  #report;
  constructor(read) {
    super(`${NAME}:report`, { bubbles: true, composed: true });
    this.#read = read;
  }
  get detail() { return (this.#report ??= this.#read()); }
}

class AiBuildVsBuy extends Base {
  static observedAttributes = ["preset", "scenario", "src", "view", "theme", "locale", "currency", "locked", "group", "page", "loading"];
  #root = dressed(this.attachShadow({ mode: "open" }), criticalSheet);
  #frame = document.createElement("div");
  #line = Object.assign(document.createElement("p"), { role: "alert" });
  #widget;
  #module;
  #whole = false;
  #view = VIEWS[0];
  #written = "";
  #given;
  #refused;
  #joining = "";
  #currency = { given: null };
  // Counts what was asked for, so that an answer that comes late changes nothing.
  #asked = 0;

  constructor() {
    super();
    this.#frame.append(document.createElement("slot"));
    this.#root.append(this.#frame);
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "theme") this.#oneOf("theme", THEMES);
    if (name === "view") this.#view = this.#oneOf("view", VIEWS);
    if (name === "locale") this.#speak(value);
    if (name === "loading") this.hasten();
    const asks = value !== null && ["preset", "scenario", "src"].includes(name);
    const asked = asks ? ++this.#asked : this.#asked;
    if (!this.#widget) return;
    if (name === "view") {
      // Where the whole module is on its way, it brings the view along.
      if (this.dataset.ready || isSmall(this.#view)) this.#update({ view: this.#view });
      this.#finish();
    }
    if (name === "locked") this.#update({ locked: value !== null });
    if (name === "page") this.#update({ page: this.#address() });
    if (name === "currency") this.#update({ currency: this.#money(this.#module) ?? "USD" });
    if (name === "group") this.join(this.scenario);
    if (!asks) return;
    // What was named last is what is asked for.
    const given = name === "src" ? this.#at(value) : Promise.resolve(name === "preset" ? this.#example(this.#module) : value);
    given.then((given) => {
      if (asked === this.#asked) this.#show(name === "preset" ? { preset: given } : { scenario: given });
    }, (error) => {
      this.tellError("src", error);
      if (asked === this.#asked) this.#refuse(error);
    });
  }

  #show(options) { this.#update({ ...options, currency: this.#money(this.#module) }); }

  async #speak(tag) {
    const speaks = this.#written = written(tag);
    const locale = await speaks;
    if (this.#widget && this.#written === speaks) this.#update({ locale });
  }

  /** The last valid scenario; setting one shows it. */
  get scenario() { return this.#widget?.scenario() ?? this.#given; }
  set scenario(scenario) { this.#widget ? this.#show({ scenario }) : (this.#given = scenario); }

  /** The report of that scenario. */
  get report() { return this.#widget?.report(); }

  /** What is asked for: by property, as text, at an address, by name. */
  async asks() {
    const module = await this.#first();
    const options = { preset: this.#example(module), currency: this.#money(module) };
    const src = this.getAttribute("src");
    try {
      options.scenario = this.#given ?? this.getAttribute("scenario") ?? (src === null ? null : await this.#at(src));
    } catch (error) {
      options.error = error;
    }
    return options;
  }

  /** The example's name; a wrong one is warned about here and told by the widget. */
  #example(module) {
    const preset = this.getAttribute("preset");
    tried("preset", preset, () => module.preset(preset ?? ""));
    return preset;
  }

  /** The name of the money, where there is a right one; a wrong one is warned about once. */
  #money(module) {
    const currency = this.getAttribute("currency");
    if (this.#currency.given !== currency) this.#currency = { given: currency, money: tried("currency", currency, () => module.complete({ labels: { currency } }) && currency) };
    return this.#currency.money;
  }

  /** The text at an address; where it cannot be had, an error that says why. */
  async #at(src) {
    try {
      return await got(new URL(src, document.baseURI));
    } catch (error) {
      throw await explained(Object.assign(error, { url: error.url ?? src }));
    }
  }

  /** The module that shows the view first. */
  #first() { return isSmall(this.#view) ? chart() : page(); }

  /** Where a copied link leads: a page that opens it, or ("") the one that this is. */
  #address() {
    const page = this.getAttribute("page");
    const own = new URL("./", SCRIPT).href;
    return page ? tried("page", page, () => new URL(page, document.baseURI).href) ?? own : page ?? own;
  }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      this.#whole = !isSmall(this.#view);
      const [module, ...styles] = await Promise.all([this.#first(), chartSheet(), ...(this.#whole ? [pageSheet()] : [])]);
      this.#root.adoptedStyleSheets.push(...styles);
      const options = {};
      try {
        let asked;
        do {
          asked = this.#asked;
          Object.assign(options, await this.asks());
          options.locale = await this.#written;
        } while (asked !== this.#asked);
        if (options.error) throw options.error;
        this.#mount(module, options);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        // What was asked for is no scenario: its problems are told, an example is shown.
        this.tellError("scenario", error);
        this.#refused = refusal(error);
        this.#mount(module, { ...options, ...this.#refused, scenario: null });
      }
      this.#given = undefined;
      this.join(this.#widget.scenario());
      // Taken out while it was loading: connecting it again lets it join.
      if (!this.isConnected) this.shared.leave(this);
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
    const view = this.#whole || isSmall(this.#view) ? this.#view : VIEWS[0];
    const locked = this.hasAttribute("locked");
    const adopt = this.#widget ? null : Group.of(this).latest;
    this.#widget = module.mount(host, { ...options, adopt, view, locked, page: this.#address() }, null, () => {
      this.#view = VIEWS[0];
      this.#finish();
    }, () => {
      const widget = this.#widget;
      this.dispatchEvent(new ReportEvent(() => widget.report()));
      // What it began with before it joined is of no interest to the others.
      if (this.#joining && this.#joining !== JSON.stringify(this.scenario)) return;
      this.#joining = "";
      if (this.shared?.members.size > 1) this.shared.publish(this.scenario, this);
    });
    this.#root.replaceChildren(host);
  }

  /** Takes over what another element of the group says. */
  adopt(scenario) {
    const text = JSON.stringify(scenario);
    if (!this.#widget || JSON.stringify(this.#widget.scenario()) === text) return;
    this.#joining = text;
    this.#update({ adopt: scenario });
  }

  #finish() {
    this.#complete().catch((error) => this.#fail(error));
  }

  /** Lets the whole page's module take over, where more than the chart is asked for. */
  async #complete() {
    if (this.#view === "chart" || this.#whole) return;
    this.#whole = true;
    const [module, style] = await Promise.all([page(), pageSheet()]).catch((error) => {
      this.#whole = false;
      throw error;
    });
    // Not under a finger: a drag would lose its handle.
    while (this.matches(":active")) await new Promise((released) => addEventListener("pointerup", released, { once: true }));
    this.#line.remove();
    this.#root.adoptedStyleSheets.push(style);
    this.dataset.ready = "whole";
    if (module === this.#module) return this.#update({ view: this.#view });
    const locale = await this.#written;
    const focused = this.#root.activeElement?.id;
    const before = this.#widget;
    this.#mount(module, { preset: before.preset(), scenario: before.scenario(), currency: this.#money(module), locale });
    if (before.hasNotice()) this.#update(this.#refused ?? { preset: this.getAttribute("preset") });
    before.destroy();
    this.#root.getElementById(focused)?.focus({ preventScroll: true });
  }

  #update(options) {
    try {
      this.#widget.update(options);
    } catch (error) {
      this.tellError("update", error);
      if (options.scenario) this.#refuse(error);
    }
  }

  /** Tells the reader, too, that what was asked for is not what is shown. */
  #refuse(error) {
    this.#refused = refusal(error);
    this.#update(this.#refused);
  }

  /** The attribute's value where it is one of the known ones, else the first; a wrong one is warned about. */
  #oneOf(name, known) {
    const value = this.getAttribute(name) ?? known[0];
    if (known.includes(value)) return value;
    warn(name, value, `not one of ${known.join(", ")}`);
    return known[0];
  }

  /** What is there stays; one line says why there is no more. */
  async #fail(error) {
    this.#line.textContent = await this.trouble(error);
    this.#root.prepend(this.#line);
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

  async attributeChangedCallback(name, before, value) {
    if (name === "locale") this.written = await (this.speaks = written(value));
    if (name === "loading") return this.hasten();
    if (!this.shared) return;
    const alone = !this.hasAttribute("group");
    if (name === "group" || (name === "preset" && alone)) {
      await this.share(name === "group" && alone ? this.shared.scenario : null).catch((error) => this.trouble(error));
    } else this.adopt(this.shared.scenario);
  }

  async start() {
    if (this.started) return;
    this.started = true;
    near?.unobserve(this);
    try {
      this.module = await page();
      await this.prepare?.();
      this.written = await this.speaks;
      await this.share();
      this.dataset.ready = "";
    } catch (error) {
      await this.trouble(error);
    }
  }

  async share(scenario) {
    const group = Group.of(this);
    group.scenario ??= scenario;
    await group.start(this.module, this);
    this.join(undefined, group);
  }
}

/** A result within a sentence. */
class Value extends Prose {
  static observedAttributes = ["path", "group", "locale", "preset", "loading"];
  #warned;

  adopt(scenario) {
    const [text] = this.module.figures(scenario, [this.getAttribute("path") ?? ""], this.written);
    const shown = document.createElement("span");
    shown.textContent = text ?? "–";
    this.root.replaceChildren(shown);
    const { path } = this;
    if (text === null && this.#warned !== path) console.warn(`<${NAME}-value> path="${path ?? ""}": nothing to show there`);
    this.#warned = path;
  }
}

/** A number within a sentence that readers drag, step or type. */
class Input extends Prose {
  static observedAttributes = ["field", "label", "group", "locale", "preset", "loading"];
  async prepare() { this.number = new (await import("./number.js")).LiveNumber(this); }
  adopt(scenario) { this.number.adopt(scenario); }
}

for (const [name, element] of [[NAME, AiBuildVsBuy], [`${NAME}-input`, Input], [`${NAME}-value`, Value]]) {
  reflect(element);
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}
