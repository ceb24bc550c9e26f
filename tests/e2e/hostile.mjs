// A page that does to everything in it whatever style sheets do, and one that does nothing; for tests that the widget is the
// same on both.

const fixed = (style, more = "") => `<style>${style}</style><script>window.names = Object.getOwnPropertyNames(window).sort();
  window.sheets = [document.styleSheets.length, document.adoptedStyleSheets.length, document.querySelectorAll("style, link").length];</script><script type="module" blocking="render" src="embed.js"></script>
  <div style="display:block!important;position:absolute!important;inset:0 auto auto 0!important;inline-size:900px!important">${more}<ai-build-vs-buy loading="eager"></ai-build-vs-buy></div>`;
// All that inherits, all that resets do, and names that a page may have as well.
const RULES = `* { all: unset !important }
  *, *::before, *::after { box-sizing: content-box !important; margin: 3px !important; padding: 2px !important; border: 1px solid red !important;
    animation: spin 1s infinite !important; transition: all 1s !important; background: pink !important; display: inline !important }
  html { font: italic 700 10px/3 serif !important; color: red !important; letter-spacing: 3px !important; word-spacing: 4px !important;
    text-transform: uppercase !important; text-align: right !important; text-indent: 40px !important; white-space: pre !important;
    cursor: wait !important; list-style: square !important; text-shadow: 1px 1px red !important; hyphens: auto !important; tab-size: 1 !important;
    font-variant: small-caps !important; font-feature-settings: "ss01" !important; fill: red !important; stroke: red !important;
    stroke-width: 9px !important; text-anchor: end !important; border-collapse: collapse !important; quotes: none !important;
    user-select: none !important; -webkit-text-fill-color: red !important; overflow-wrap: anywhere !important; word-break: break-all !important;
    text-wrap: balance !important; caret-color: red !important; accent-color: red !important }
  .ab, .plot, .answer, #tree, button, input, svg, path { display: none !important }
  @keyframes spin { to { rotate: 1turn } }`;
const more = '<div id="tree" class="ab"></div>';
export const CLEAN = fixed("* {}", more);
export const HOSTILE = fixed(RULES, more);

/** One element of each name and class with all of its computed styles. */
export const styles = async () => {
  const root = document.querySelector("ai-build-vs-buy").shadowRoot;
  // The chart is drawn again when it knows its width.
  const width = () => Number(root.querySelector(".plot-svg").getAttribute("width"));
  while (width() !== root.querySelector(".plot").clientWidth) await new Promise((next) => requestAnimationFrame(next));
  const kinds = new Map([...root.querySelectorAll(".ab, .ab *")].map((element) => [`${element.localName}.${element.getAttribute("class") ?? ""}`, element]));
  return [...kinds].map(([name, element]) => {
    const computed = getComputedStyle(element);
    return [name, Object.fromEntries([...computed].map((name) => [name, computed.getPropertyValue(name)]))];
  });
};

/** What differs, in words. */
export const differences = (clean, hostile) => clean.flatMap(([name, wanted], index) => Object.entries(wanted)
  .filter(([property, value]) => hostile[index]?.[1][property] !== value)
  .map(([property, value]) => `${name}: ${property} is ${hostile[index]?.[1][property]}, not ${value}`)).slice(0, 20);
