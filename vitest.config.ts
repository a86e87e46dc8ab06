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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // as long as a phone waits (`dashboard.ts`): what comes later on a busy machine is no fault
    expect: { poll: { timeout: 10_000 } },
  },
});
