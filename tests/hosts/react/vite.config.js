import react from "@vitejs/plugin-react";

export default { base: "/docs/", plugins: [react()] };
