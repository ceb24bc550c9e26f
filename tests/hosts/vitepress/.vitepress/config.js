export default {
  title: "Articles",
  base: "/docs/",
  head: [["script", { type: "module", src: "/docs/ai-build-vs-buy/embed.js" }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("ai-build-vs-buy") } } },
};
