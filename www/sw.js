// For index.html only: keeps the page and its files for later visits without a network. The build puts the list of files in,
// so that each version has its own store; a page and its files always come from the same one. Embedding pages never see it.

const FILES = ["./"];
const VERSION = "dev";
const STORE = `ai-build-vs-buy-${VERSION}`;

addEventListener("install", (event) => event.waitUntil((async () => {
  const store = await caches.open(STORE);
  await store.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
  await skipWaiting();
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  // The version before may still be open in a tab: its files stay until the next one.
  const stores = (await caches.keys()).filter((name) => name.startsWith("ai-build-vs-buy-") && name !== STORE);
  await Promise.all(stores.slice(0, -1).map((name) => caches.delete(name)));
})()));

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    const plain = url.origin + url.pathname;
    return (await store.match(plain)) ?? (await caches.match(plain)) ?? fetch(event.request);
  })());
});
