/** The views that many open: an address that asks for anything else is made anew for each. */
import { HEADLINE_METRICS } from "../model/metric.ts";
import { PRESETS } from "./views/chrome.ts";

type Allowed = ReadonlyMap<string, readonly string[]>;

const PERIOD: Allowed = new Map([["period", PRESETS]]);

/** Each with what may stand in its address; the language is asked for apart. */
const PAGES: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  ["/", PERIOD],
  ["/posts", PERIOD],
  ["/trend", new Map<string, readonly string[]>([...PERIOD, ["metric", HEADLINE_METRICS]])],
  ["/calendar", new Map()],
]);

export const isUsualPath = (path: string): boolean => PAGES.has(path);

/** One name for all spellings of a usual view's address; `null`: it is none. There are some sixty of them. */
export function usualPage({ pathname, searchParams }: URL): string | null {
  const allowed = PAGES.get(pathname);
  if (!allowed) return null;
  const asked = [...searchParams].filter(([name]) => name !== "lang");
  const usual = asked.every(([name, value]) => allowed.get(name)?.includes(value));
  const once = new Set(asked.map(([name]) => name)).size === asked.length;
  if (!usual || !once) return null;
  return [pathname, ...asked.map(([name, value]) => `${name}=${value}`).sort()].join(" ");
}
