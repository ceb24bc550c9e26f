import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag.startsWith("ai-build-vs-buy");

export default { base: "/docs/", plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
