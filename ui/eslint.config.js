import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only ui/src/desk speaks to the window: add a call there.",
};
const prosemirror = {
  group: ["prosemirror-*"],
  message: "Only ui/src/editor knows ProseMirror: add to the Editor in ui/src/editor/index.ts.",
};
const rooms = {
  panels: {
    group: ["**/panels/**", "**/panels"],
    message: "The editor knows no panel: hand it what it needs in EditorOptions.",
  },
  deskCalls: {
    regex: "/desk(/(?!contract$)|$)",
    message: "The editor knows the desk's types only: hand it a function in EditorOptions.",
  },
  above: {
    group: ["**/panels/**", "**/panels", "**/editor/**", "**/editor"],
    message: "The desk knows no panel and no editor: arrows never point back.",
  },
};

/** Forbids these imports, with what to do in place of them. */
function only(...patterns) {
  return { "no-restricted-imports": ["error", { patterns }] };
}

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/desk/contract.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ["*.js", "*.ts", "**/*.test.ts"],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      eqeqeq: ["error", "always"],
      "no-console": "error",
      // svelte-check and tsc know the globals better.
      "no-undef": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteAttribute[key.name='oninput']",
          message: "Use {@attach typing(…)}: parts/typing.ts says why.",
        },
      ],
    },
  },
  { files: ["src/**"], rules: only(tauri, prosemirror) },
  { files: ["src/desk/**"], rules: only(prosemirror, rooms.above) },
  { files: ["src/editor/**"], rules: only(tauri, rooms.panels, rooms.deskCalls) },
);
