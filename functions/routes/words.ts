/** Pages that explain: the method, and how to get each platform's credentials. */
import type { Handlers } from "./addresses.ts";
import { chromeOf, page } from "./page.ts";
import { platformOf } from "./reading.ts";

export const words = {
  "GET /method": (c) => page(c, () => ({ screen: "method", chrome: chromeOf(c) })),

  "GET /guide/:platform": (c) => {
    const platform = platformOf(c);
    return page(c, () => ({ screen: "guide", chrome: chromeOf(c), platform }));
  },
} satisfies Handlers;
