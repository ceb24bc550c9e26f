// For pages that show embed.html in frames: gives each frame the height that it tells. A classic script of its own, so
// that it can be pasted into any page; it believes a message only from the frame whose height it is about.

// Frames that were there before have told theirs to nobody.
for (const frame of document.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ type: "ai-build-vs-buy:height?" }, "*");

addEventListener("message", ({ source, data }) => {
  if (data?.type !== "ai-build-vs-buy:height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(data.height, 100), 20000)}px`;
  }
});
