/** The views that many open: an address that asks for anything else is made anew for each. */
import { HEADLINE_METRICS } from "../model/metric.ts";
import { PRESETS } from "./views/chrome.ts";

const PAGES: readonly string[] = ["/", "/posts", "/trend", "/calendar"];

/** What may stand in the address; the language is asked for apart. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["period", PRESETS],
  ["metric", HEADLINE_METRICS],
]);

export const isUsualPath = (path: string): boolean => PAGES.includes(path);

/** One name for all spellings of a usual view's address; `null`: it is none. There are some thirty of them. */
export function usualPage({ pathname, searchParams }: URL): string | null {
  if (!isUsualPath(pathname)) return null;
  const asked = [...searchParams].filter(([name]) => name !== "lang");
  const usual = asked.every(([name, value]) => ALLOWED.get(name)?.includes(value));
  const once = new Set(asked.map(([name]) => name)).size === asked.length;
  if (!usual || !once) return null;
  return [pathname, ...asked.map(([name, value]) => `${name}=${value}`).sort()].join(" ");
}
