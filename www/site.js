// For index.html only: what the address asks for becomes an attribute of the widget. Nothing is stored or sent.

const widget = document.querySelector("ai-build-vs-buy");
const asked = new URLSearchParams(location.search);
for (const name of ["preset", "view", "theme"]) {
  if (asked.has(name)) widget.setAttribute(name, asked.get(name));
}
