/** The tests of one pure folder: they need no D1, no Worker and no browser. `dir` says which folder. */
import { defineConfig } from "vitest/config";
import type { Vitest } from "vitest/node";

export default defineConfig({
  plugins: [
    { name: "names-as-stryker-joins-them", configureVitest: ({ vitest }) => joinNames(vitest) },
  ],
  test: {
    include: ["**/*.test.ts"],
    // seconds each, and what they guard is time
    exclude: ["**/hostile.test.ts"],
    isolate: false,
    // a busy machine is no fault that was planted
    testTimeout: 60_000,
  },
});

/** Stryker chooses tests by names like "a suite a test"; Vitest 5 knows them as "a suite > a test", and would run none. */
function joinNames(vitest: Vitest): void {
  const start = vitest.start.bind(vitest);
  vitest.start = (filters) => {
    for (const { config } of vitest.projects) {
      const { testNamePattern } = config;
      if (testNamePattern) {
        const either = testNamePattern.source.replaceAll(" ", "(?: | > )");
        config.testNamePattern = new RegExp(either);
      }
    }
    return start(filters);
  };
}
