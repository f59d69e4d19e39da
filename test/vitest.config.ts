import { defineConfig } from "vitest/config";

const summary = process.env["CAUSEWAY_TEST_SUMMARY"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**", "node_modules/**"],
    setupFiles: ["test/setup/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: summary ? ["default", "json"] : ["default"],
    ...(summary ? { outputFile: { json: summary } } : {}),
  },
});
