/** What travels to the phone, as Brotli 11 makes it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { ROOT } from "../build.ts";
import type { Table } from "./table.ts";

const KB = 1000;
const CLIENT = join(ROOT, "dist", "client");

const brotli = (text: string | Buffer): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length / KB;

/** The scripts that load with a page, whatever it shows: the entry and what it imports, not what it imports later. */
function scriptsOf(entry: string): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(CLIENT, "assets", name), "utf8");
    for (const [, other] of text.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (other) visit(other);
    }
  };
  visit(entry);
  return seen;
}

/** @param html the first view, whole */
export function weigh(html: string, table: Table): void {
  const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const entry = /import\("\/assets\/([^"]+)"\)/.exec(html)?.[1];
  if (!entry) throw new Error("the page has no script");
  const first = scriptsOf(entry);
  const sizeOf = (name: string) => brotli(readFileSync(join(CLIENT, "assets", name)));
  const sum = (names: Iterable<string>) => [...names].reduce((all, name) => all + sizeOf(name), 0);
  const later = readdirSync(join(CLIENT, "assets")).filter(
    (name) => name.endsWith(".js") && !first.has(name),
  );
  const chart = later.find((name) => name.startsWith("chart-"));
  const row = (what: string, figure: number, most: number) =>
    table.row({ what: `${what}, brotli 11`, figure, unit: "KB", limit: { most } });
  row("HTML of the first view with its data, without CSS", brotli(html.replace(style, "")), 8);
  row("CSS", brotli(style), 5);
  row("JS before charts", sum(first), 10);
  row("chart chunk", chart ? sizeOf(chart) : Number.NaN, 55);
}
