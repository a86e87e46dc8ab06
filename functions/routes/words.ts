/** Pages that explain: the method, and how to get each platform's credentials. */
import { Hono } from "hono";
import { isPlatform } from "../model/platform.ts";
import { Problem } from "../model/problem.ts";
import { viewers } from "./access.ts";
import type { Env } from "./env.ts";
import { chromeOf, page } from "./page.ts";

export const words = new Hono<Env>();

words.get("/method", viewers, (c) => page(c, () => ({ screen: "method", chrome: chromeOf(c) })));

words.get("/guide/:platform", viewers, (c) => {
  const platform = c.req.param("platform");
  if (!isPlatform(platform)) throw new Problem("not_found", "there is no such platform");
  return page(c, () => ({ screen: "guide", chrome: chromeOf(c), platform }));
});
