/**
 * Where everything enters: requests, and the crons. On the free plan an invocation of a Worker has ten milliseconds of CPU,
 * and one of an object of it, a workroom, thirty seconds: what does not fit here is done there, by the same code.
 */
import { DurableObject } from "cloudflare:workers";
import { makeStartOld } from "./memory.ts";
import { rehearse } from "./rehearsal.ts";
import type { Arrived, Bindings, Tick, WorkroomCalls } from "./routes/env.ts";
import { renewHandedOn, tickHandedOn } from "./routes/workroom.ts";
import { answer, renew, tick } from "./work.ts";

/** Keeps nothing: all that is remembered is in the database. */
export class Workroom extends DurableObject<Bindings> implements WorkroomCalls {
  answer(request: Request, arrived: Arrived): Promise<Response> {
    return answer(request, { ...this.given(request), arrived }, this.#context());
  }

  tick(event: Tick): Promise<void> {
    return tick(event, this.given(event), this.#context());
  }

  renew(event: Tick): Promise<void> {
    return renew(this.given(event), this.#context());
  }

  /** The Worker's environment, for one piece of work. In here nothing is handed on. */
  protected given(_for: Request | Tick): Bindings {
    const { WORKROOM: _here, ...env } = this.env;
    return env;
  }

  /** An object stays as long as something is pending, and `waitUntil` is there to be called. */
  #context() {
    const waitUntil = (promise: Promise<unknown>) => this.ctx.waitUntil(promise);
    return { waitUntil, passThroughOnException() {}, props: {} };
  }
}

export default {
  fetch: answer,

  async scheduled({ cron, scheduledTime }, env, context) {
    const event = { cron, scheduledTime };
    try {
      await tickHandedOn(env, event, () => tick(event, env, context));
    } finally {
      await renewHandedOn(env, event, () => renew(env, context));
    }
  },
} satisfies ExportedHandler<Bindings>;

void rehearse().catch(console.error).finally(makeStartOld);
