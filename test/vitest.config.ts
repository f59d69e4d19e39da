import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const summary = process.env["CAUSEWAY_TEST_SUMMARY"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**", "node_modules/**"],
    setupFiles: ["test/setup/seed.ts"],
    // Much of a test is waiting for servers and programs beside it; vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism()),
    // Wide: it is there to end what hangs, not to time what is slow on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: summary ? ["default", "json"] : ["default"],
    ...(summary ? { outputFile: { json: summary } } : {}),
  },
});
