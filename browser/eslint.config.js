import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

// The mirror must run anywhere: what touches the world is given to it.
const WORLD = ["WebSocket", "document", "fetch", "setTimeout", "setInterval", "window"];

export default tseslint.config(
  { ignores: ["node_modules/", "build/", "**/*.config.ts", "**/*.config.js", "scripts/"] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/strict-boolean-expressions": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in messages are meant as text.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/model/**", "src/document/**", "src/protocol/**", "src/session/**"],
    rules: { "no-restricted-globals": ["error", ...WORLD] },
  },
);
