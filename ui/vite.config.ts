import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
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
