/** Figures typed by hand. */
import { storeTyped } from "../jobs/writing/typed.ts";
import type { Handlers } from "./addresses.ts";
import { jsonOf } from "./body.ts";
import { limitWrites } from "./imports.ts";
import { tellSoon } from "./tell-soon.ts";

export const typed = {
  "POST /api/typed": async (c) => {
    await limitWrites(c);
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    const { tally: _tally, ...counts } = await storeTyped(c.env.DB, await jsonOf(c), context);
    tellSoon(c);
    return c.json(counts, 201);
  },
} satisfies Handlers;
