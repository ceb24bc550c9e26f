import { svelte } from "@sveltejs/vite-plugin-svelte";

export default { base: "/docs/", plugins: [svelte()] };
