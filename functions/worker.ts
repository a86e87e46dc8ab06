/** Where everything enters: requests, and the cron's ticks. Takes the environment and the clock, and hands over. */
import { app } from "./routes/app.ts";
import type { Bindings } from "./routes/env.ts";

export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
