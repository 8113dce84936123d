import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [react()],
  build: {
    outDir: here("../dist/tab"),
    emptyOutDir: true,
    target: "es2022",
    // Inlined assets would be data: addresses, which the content security policy refuses for scripts and styles.
    assetsInlineLimit: 0,
    // What loads what, for test/checks/bundle.ts; the server hands out assets/ and the page alone.
    manifest: true,
    modulePreload: { polyfill: false },
  },
});
