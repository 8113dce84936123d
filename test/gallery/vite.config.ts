import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { ROOT } from "../../demo/paths.js";

/** The page of test/gallery, into a folder of its own: nothing of it ships. */
export default defineConfig({
  root: join(ROOT, "test/gallery/page"),
  plugins: [react()],
  build: { outDir: join(ROOT, "dist/gallery"), emptyOutDir: true, target: "es2022", minify: false },
});
