/**
 * The fake platforms as a Worker of their own. Its vars: `NOW` (Unix seconds: the clock stands there until it is set),
 * `ENDED` (where the demo's history ends), `X_VOCABULARY`. State lives as long as the isolate.
 */
import type { Hono } from "hono";
import { platformsApp } from "./app.ts";

type Env = { NOW?: string; ENDED?: string; X_VOCABULARY?: "tweet" | "post" };

let app: Hono | undefined;

export default {
  fetch(request: Request, { NOW, ENDED, X_VOCABULARY }: Env): Response | Promise<Response> {
    app ??= platformsApp({
      ...(NOW === undefined ? {} : { clock: { now: Number(NOW) } }),
      ...(ENDED === undefined ? {} : { ended: Number(ENDED) }),
      ...(X_VOCABULARY === undefined ? {} : { x_vocabulary: X_VOCABULARY }),
    });
    return app.fetch(request);
  },
};
