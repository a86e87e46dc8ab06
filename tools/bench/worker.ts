/**
 * The Worker with a meter on its database: what the bench measures. `GET /bench/meter` answers what was read and written
 * since it was last asked. The header `bench-now` says what time it is. Nothing is limited by rate.
 */
import type { Bindings } from "../../functions/routes/env.ts";
import worker from "../../functions/worker.ts";
import { metered, newMeter } from "./meter.ts";

let meter = newMeter();

function measured(env: Bindings, now: string | null): Bindings {
  const { LOGIN_LIMIT, EXPORT_LIMIT, WRITE_LIMIT, ...rest } = env;
  return { ...rest, DB: metered(env.DB, () => meter), ...(now === null ? {} : { NOW: now }) };
}

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === "/bench/meter") {
      const read = meter;
      meter = newMeter();
      return Response.json(read);
    }
    return worker.fetch(request, measured(env, request.headers.get("bench-now")), context);
  },
} satisfies ExportedHandler<Bindings>;
