// Loaded only when something went wrong: finds out what, and says it in one sentence. Its words are here, because the
// WebAssembly with all others may be what is missing.

/** A module of nothing: it fails only where WebAssembly is not allowed, in WebKit when it is to run, elsewhere before. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const WORDS = {
  old: () => "This browser is too old for the widget: it needs WebAssembly and adopted style sheets (2023 or later).",
  crash: () => "The widget has stopped because of a fault of its own. Reload the page to go on.",
  csp: (file) => `The page’s Content-Security-Policy does not allow ${file ? `${file} (connect-src)` : "WebAssembly: script-src needs 'wasm-unsafe-eval'"}.`,
  missing: (file, answer) => `The file ${file} is missing: the server answered ${answer.status}.`,
  mime: (file, answer) => `The server sends ${file} with the wrong type “${answer.headers.get("Content-Type") ?? ""}”.`,
  "cross-origin": (file) => `The server of ${file} does not allow other sites to read it: it needs Access-Control-Allow-Origin.`,
  integrity: (file) => `The file ${file} is not the published one: its hash differs, so it was not used.`,
  network: (file) => `The file ${file} could not be loaded. Is there a network?`,
  load: (file, answer, error) => `The widget could not be loaded (${error.message}).`,
};

const reached = (url, options) => fetch(url, { cache: "no-store", ...options }).catch(() => null);

/** Whether a type fits the ending of a file. */
const fits = (url, type) => {
  const wanted = { js: /javascript/, wasm: /wasm|octet-stream/, css: /css/ }[/\.(\w+)(?:\?.*)?$/.exec(url)?.[1]];
  return !wanted || wanted.test(type ?? "");
};

/** Type, file and answer of what is in the way. */
const cause = async (error) => {
  if (typeof WebAssembly !== "object" || !globalThis.CSSStyleSheet?.prototype.replaceSync || error.name === "SyntaxError") return ["old"];
  if (error instanceof WebAssembly.RuntimeError) return ["crash"];
  try { new WebAssembly.Instance(new WebAssembly.Module(EMPTY)); } catch { return ["csp"]; }
  const url = error.url ?? /https?:[^\s"')]+/.exec(error.message)?.[0];
  if (!url) return ["load"];
  const refused = [];
  const see = (event) => refused.push(event.blockedURI);
  addEventListener("securitypolicyviolation", see);
  const answer = await reached(url);
  // Violations are told in a task of their own.
  await new Promise((next) => setTimeout(next));
  removeEventListener("securitypolicyviolation", see);
  if (refused.length) return ["csp", url];
  if (!answer) return [await reached(url, { mode: "no-cors" }) ? "cross-origin" : "network", url];
  if (!answer.ok) return ["missing", url, answer];
  if (!fits(url, answer.headers.get("Content-Type"))) return ["mime", url, answer];
  if (error.integrity && !(await reached(url, { integrity: error.integrity }))) return ["integrity", url];
  return [error.url ? "network" : "load", url];
};

/** The error with its cause as `code` and a sentence as message; one that has a code is left as it is. */
export async function explained(error) {
  if (error.code) return error;
  const [code, url, answer] = await cause(error);
  return Object.assign(new Error(WORDS[code](url && String(url), answer, error)), { code, cause: error });
}
