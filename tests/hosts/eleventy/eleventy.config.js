export default (config) => {
  config.addPassthroughCopy("ai-build-vs-buy");
  return { pathPrefix: "/docs/" };
};
