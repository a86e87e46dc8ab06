/** Lighthouse as on a phone with a slow line, the median of three. */

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import type { Table } from "./bench/table.ts";
import { openBrowser } from "./browser.ts";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

export async function lighthouseRows(url: string, what: string, table: Table): Promise<void> {
  const port = await freePort();
  const browser = await openBrowser(port);
  try {
    const runs: Record<string, number>[] = [];
    const complaints = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(url, {
        port,
        logLevel: "error",
        onlyCategories: [...CATEGORIES],
      });
      if (!result) throw new Error("Lighthouse gave no result");
      const { categories, audits } = result.lhr;
      runs.push({
        ...Object.fromEntries(
          CATEGORIES.map((name) => [name, 100 * (categories[name]?.score ?? 0)]),
        ),
        lcp: (audits["largest-contentful-paint"]?.numericValue ?? Number.NaN) / 1000,
        cls: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
      });
      for (const name of ["accessibility", "best-practices"] as const) {
        for (const { id, weight } of categories[name]?.auditRefs ?? []) {
          const score = audits[id]?.score;
          if (weight > 0 && typeof score === "number" && score < 1) complaints.add(id);
        }
      }
    }
    const median = (name: string) =>
      runs.map((run) => run[name] ?? Number.NaN).toSorted((a, b) => a - b)[1] ?? Number.NaN;
    const note = [...complaints].join(" ");
    table.row({
      what: `${what}: performance`,
      figure: median("performance"),
      limit: { least: 97 },
    });
    table.row({ what: `${what}: LCP`, figure: median("lcp"), unit: "s", limit: { most: 1 } });
    table.row({ what: `${what}: CLS`, figure: median("cls"), limit: { most: 0.01 } });
    table.row({
      what: `${what}: accessibility`,
      figure: median("accessibility"),
      limit: { least: 100 },
      note,
    });
    table.row({
      what: `${what}: best practices`,
      figure: median("best-practices"),
      limit: { least: 100 },
      note,
    });
  } finally {
    await browser.close();
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
