import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // pages are made here without a build
  resolve: {
    alias: { "#assets": fileURLToPath(new URL("test/web/assets.ts", import.meta.url).href) },
  },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    // workerd and Chromium take a core each
    maxWorkers: 2,
    // what hangs ends; whatever looks at forty screens takes a minute where another suite runs beside it
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // as long as a phone waits (`dashboard.ts`): what comes later on a busy machine is no fault
    expect: { poll: { timeout: 10_000 } },
  },
});
