import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";

/**
 * Has the page ask for the program of the window together with main.ts, which would ask for it later.
 * Its style sheets stand at the end of the page, so that the frame in index.html is painted before
 * they have come; main.ts waits for them.
 */
const askedAtOnce: Plugin = {
  name: "asked-at-once",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle }) {
      if (!bundle) return html;
      const { scripts, sheets } = neededFor("src/show.ts", bundle);
      const unasked = scripts.filter((file) => !html.includes(file));
      const preloads = unasked.map((file) => `\n    <link rel="modulepreload" crossorigin href="/${file}">`);
      const links = sheets.map((file) => `\n    <link rel="stylesheet" crossorigin href="/${file}">`);
      const letters = Object.keys(bundle)
        .filter((file) => /(inter-latin-wght|serif-4-latin-opsz)-normal/.test(file))
        .map((file) => `\n    <link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`);
      return html
        .replace(/<script type="module"/, '<script async type="module"')
        .replace("</head>", `${[...preloads, ...letters].join("")}\n  </head>`)
        .replace("</body>", `${links.join("")}\n  </body>`);
    },
  },
};

/**
 * The program comes in three parts: what main.ts needs to ask the desk, the window, and what the window
 * reads later, a file for each. Left alone it would come in fifty, each of which is a request of its own.
 */
function partOf(id: string, chunking: Rolldown.ChunkingContext): string | null {
  const needs = (wanted: string, from: string, seen = new Set<string>()): boolean => {
    if (from.endsWith(wanted)) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (chunking.getModuleInfo(from)?.importers ?? []).some((importer) => needs(wanted, importer, seen));
  };
  if (needs("/src/main.ts", id)) return "start";
  return needs("/src/show.ts", id) ? "window" : null;
}

/** The files of a module that is imported later, and of everything it imports at once. */
function neededFor(module: string, bundle: Rolldown.OutputBundle) {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const needed = new Set(chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(module)));
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName) && !chunk.isEntry) needed.add(chunk);
  }
  const scripts = [...needed].map(({ fileName }) => fileName);
  const sheets = [...needed].reverse().flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return { scripts, sheets };
}

export default defineConfig({
  plugins: [svelte(), askedAtOnce],
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
    // The window is as large as it is.
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: partOf, debugName: "parts" }] } } },
  },
  // Without it vitest resolves Svelte for the server, where components cannot be mounted.
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    include: ["src/**/*.test.ts"],
    environment: "jsdom",
  },
});
