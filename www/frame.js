// For embed.html only: options from the address, height to the parent, theme from the parent. Nothing is stored or sent
// but the height.

const widget = document.querySelector("ai-build-vs-buy");
const asked = new URLSearchParams(location.search);
/** The frame's own page is light or dark as the widget is. */
const dress = (theme) => {
  widget.setAttribute("theme", theme);
  document.documentElement.style.colorScheme = { light: "light", dark: "dark" }[theme] ?? "";
};
for (const name of ["preset", "scenario", "src", "view", "locale", "currency"]) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}
if (asked.has("theme")) dress(asked.get("theme"));
if (asked.has("locked")) widget.setAttribute("locked", "");
widget.setAttribute("loading", "eager");

const inside = window.parent !== window;
let told = 0;
/** Our own message, AMP's, and the one that Embedly and Medium read. */
const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (!inside || height === told) return;
  told = height;
  window.parent.postMessage({ type: "ai-build-vs-buy:height", height }, "*");
  window.parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  window.parent.postMessage(JSON.stringify({ context: "iframe.resize", src: location.href, height }), "*");
};
new ResizeObserver(tell).observe(document.documentElement);

addEventListener("message", ({ source, data }) => {
  if (!inside || source !== window.parent) return;
  if (data?.type === "ai-build-vs-buy:theme" && ["auto", "light", "dark"].includes(data.theme)) dress(data.theme);
  if (data?.type === "ai-build-vs-buy:height?") { told = 0; tell(); }
});
