/** The Worker on a database that holds it to the limits of the real one, in its workroom too. */
import type { Bindings } from "../../functions/routes/env.ts";
import worker, { Workroom as RealWorkroom } from "../../functions/worker.ts";
import { limited, MOST_QUERIES } from "./limited.ts";

const held = (env: Bindings): Bindings => ({ ...env, DB: limited(env.DB, MOST_QUERIES) });

export class Workroom extends RealWorkroom {
  protected override given(...asked: Parameters<RealWorkroom["given"]>): Bindings {
    return held(super.given(...asked));
  }
}

export default {
  fetch: (request, env, context) => worker.fetch(request, held(env), context),
  scheduled: (event, env, context) => worker.scheduled(event, held(env), context),
} satisfies ExportedHandler<Bindings>;
