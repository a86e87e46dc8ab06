/**
 * The Worker with a meter on its database: what the bench measures. `GET /bench/meter` answers what was read and written
 * since it was last asked, `GET /bench/ticks` what each of the cron's events since then cost, `GET /bench/yardstick` does
 * the work that time is told in, `GET /bench/called` answers what has run of a bundle that counts it. The header `bench-now` says what time it is. Nothing is limited by rate.
 */
import type { Bindings, Tick } from "../../functions/routes/env.ts";
import worker, { Workroom as RealWorkroom } from "../../functions/worker.ts";
import { type MeteredTick, metered, newMeter } from "./meter.ts";
import { yardstick } from "./yardstick.ts";

/**
 * `UNMETERED`: time is measured, and a meter would take some of it. `PART` says of which invocation: of the "worker" all but
 * what it hands on, which is answered with nothing; of the "workroom" all that is asked, which is done where it comes in.
 */
type BenchBindings = Bindings & { UNMETERED?: string; PART?: "worker" | "workroom" };

declare global {
  /** What tools/early/count-calls.ts fills. */
  var called: Set<string> | undefined;
}

let meter = newMeter();
let ticks: MeteredTick[] = [];

const { fetch: ask } = globalThis;
globalThis.fetch = (...asked: Parameters<typeof fetch>) => {
  meter.subrequests++;
  return ask(...asked);
};

function measured(env: BenchBindings, now: string | null): Bindings {
  const { LOGIN_LIMIT, EXPORT_LIMIT, WRITE_LIMIT, UNMETERED, PART, WORKROOM, ...rest } = env;
  const room = WORKROOM && PART !== "workroom" ? { WORKROOM } : {};
  const db = UNMETERED ? env.DB : metered(env.DB, () => meter);
  return { ...rest, ...room, DB: db, ...(now === null ? {} : { NOW: now }) };
}

function answerBench(path: string): Response {
  switch (path) {
    case "/bench/meter": {
      const read = meter;
      meter = newMeter();
      return Response.json(read);
    }
    case "/bench/ticks": {
      const read = ticks;
      ticks = [];
      return Response.json(read);
    }
    case "/bench/yardstick":
      return Response.json(yardstick());
    case "/bench/called":
      return Response.json([...(globalThis.called ?? [])]);
    default:
      return new Response(null, { status: 404 });
  }
}

/** In the same isolate, and on the same meter. */
export class Workroom extends RealWorkroom {
  override async answer(...asked: Parameters<RealWorkroom["answer"]>): Promise<Response> {
    return this.#isLeftOut() ? new Response() : super.answer(...asked);
  }

  override async tick(event: Tick): Promise<void> {
    if (!this.#isLeftOut()) await super.tick(event);
  }

  override async renew(event: Tick): Promise<void> {
    if (!this.#isLeftOut()) await super.renew(event);
  }

  #isLeftOut = () => (this.env as BenchBindings).PART === "worker";

  protected override given(asked: Request | Tick): Bindings {
    const now = "cron" in asked ? nowOf(asked) : asked.headers.get("bench-now");
    return measured(super.given(asked), now);
  }
}

const nowOf = ({ scheduledTime }: Pick<Tick, "scheduledTime">): string =>
  new Date(scheduledTime).toISOString();

export default {
  fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/bench/")) return answerBench(pathname);
    return worker.fetch(request, measured(env, request.headers.get("bench-now")), context);
  },

  async scheduled(event, env, context) {
    meter = newMeter();
    await worker.scheduled(event, measured(env, nowOf(event)), context);
    ticks.push({ at: event.scheduledTime / 1000, meter });
  },
} satisfies ExportedHandler<BenchBindings>;
