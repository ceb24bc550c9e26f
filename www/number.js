// What <ai-build-vs-buy-input> shows: a number that readers drag, step or type. Loaded only where such an element is near; it
// knows no rule, the module says what can be read.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`input{font:inherit;color:inherit;background:none;border:0;border-block-end:2px dotted;padding:0 .1em;margin:0;field-sizing:content;cursor:ew-resize;touch-action:pan-y;min-inline-size:2ch}
input:focus{cursor:text;outline:2px solid;outline-offset:2px;border-block-end-style:solid}
input[aria-invalid]{border-block-end-color:#b3261e}
input{font-variant-numeric:tabular-nums;font-weight:600}
small{color:#b3261e;color:light-dark(#b3261e,#ff8a80)}`);

/** The step in a number's second digit. */
const finest = (number) => 10 ** Math.floor(Math.log10(Math.abs(number) || 1) - 1);

/** The input of one element; it asks the element for its field, its group and its module. */
export class LiveNumber {
  #element;
  #input = document.createElement("input");
  #error = document.createElement("small");
  #number;
  #warned;

  constructor(element) {
    this.#element = element;
    element.root.adoptedStyleSheets.push(sheet);
    const input = this.#input;
    Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false });
    input.setAttribute("role", "spinbutton");
    this.#error.setAttribute("role", "alert");
    this.#error.id = "error";
    input.addEventListener("change", () => this.#set(input.value));
    input.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[event.key];
      const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
      if (event.key === "Escape") this.adopt(element.shared.scenario);
      if (!step || (sideways && input.value !== this.#text)) return;
      event.preventDefault();
      this.#step(step * (event.shiftKey ? 10 : 1));
    });
    let from;
    input.addEventListener("pointerdown", (event) => {
      // Who is typing selects text instead.
      if (element.root.activeElement === input) return;
      // What is blank or nothing has no tenfold: it begins at one.
      from = { x: event.clientX, number: this.#number || 1 };
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
    const { shared, module, written, field } = this.#element;
    try {
      shared.publish(module.withNumber(shared.scenario, field ?? "", value, written));
    } catch (error) {
      // What was typed stays; the last valid result does, too.
      this.#input.setAttribute("aria-invalid", "true");
      this.#input.setAttribute("aria-describedby", "error");
      this.#error.textContent = ` ${error.problems?.[0]?.message ?? error.message}`;
      this.#element.tellError("input", error);
    }
  }

  adopt(scenario) {
    const { module, written, root, label } = this.#element;
    const field = this.#element.field ?? "";
    const [text] = module.figures(scenario, [field], written);
    const input = this.#input;
    this.#number = module.entered(scenario, field) ?? 0;
    input.defaultValue = input.value = text ?? "";
    input.size = Math.max(input.value.length, 2);
    input.placeholder = "–";
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    // A field without a name for people is none that can be entered.
    const name = module.label(field);
    if (name === field && this.#warned !== field) console.warn(`<ai-build-vs-buy-input> field="${field}": no such number`);
    this.#warned = field;
    input.setAttribute("aria-label", label ?? name);
    input.setAttribute("aria-valuenow", this.#number);
    input.setAttribute("aria-valuetext", text ?? "–");
    this.#error.textContent = "";
    if (!input.isConnected) root.replaceChildren(input, this.#error);
  }
}
