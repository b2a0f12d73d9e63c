import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * Moves the style sheet to the end of the page, so that the frame that stands in index.html is painted
 * before the sheet has come. The program still waits for it.
 */
const sheetLast: Plugin = {
  name: "sheet-last",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const sheets = html.match(/\s*<link rel="stylesheet"[^>]*>/g) ?? [];
      const without = sheets.reduce((rest, sheet) => rest.replace(sheet, ""), html);
      return without.replace("</body>", `${sheets.join("")}\n  </body>`);
    },
  },
};

export default defineConfig({
  plugins: [svelte(), sheetLast],
  clearScreen: false,
  // Tauri waits for this very port.
  server: {
    port: 1420,
    strictPort: true,
    host: "127.0.0.1",
    watch: { ignored: ["**/src-tauri/**", "**/target/**"] },
  },
  envPrefix: ["VITE_", "TAURI_ENV_"],
  build: {
    // The oldest web views that Cutline runs in: WebKitGTK 2.40 and WebView2 111.
    target: process.env.TAURI_ENV_PLATFORM === "windows" ? "chrome111" : "safari16.4",
    sourcemap: process.env.TAURI_ENV_DEBUG === "true",
    emptyOutDir: true,
  },
  // Without it vitest resolves Svelte for the server, where components cannot be mounted.
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    include: ["src/**/*.test.ts"],
    environment: "jsdom",
  },
});
