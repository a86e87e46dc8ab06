/** What a request is answered with at hand: what the Worker was given, and what its first steps found out. */
import type { Context } from "hono";
import type { ConsentEnv } from "../jobs/collecting/consent.ts";
import type { TellEnv } from "../jobs/telling/post.ts";
import type { LinkKind } from "../model/link.ts";
import type { Restoring } from "../model/restoring.ts";
import type { Instant } from "../model/snapshot.ts";
import type { Arrival } from "../store/arrival.ts";
import type { AdminToken, LibraryRow } from "../store/library.ts";
import type { LinkRow } from "../store/links.ts";
import type { KeptPage } from "../store/pages.ts";
import type { Admin } from "./admin-token.ts";

/** What wrangler.toml and the secrets give the Worker. */
export type Bindings = {
  DB: D1Database;
  ASSETS: Fetcher;
  LOGIN_LIMIT?: RateLimit;
  EXPORT_LIMIT?: RateLimit;
  WRITE_LIMIT?: RateLimit;
  CLICK_LIMIT?: RateLimit;
  TRY_LIMIT?: RateLimit;
  /** Where what does not fit the Worker's time is done; left out: here, whatever it takes. */
  WORKROOM?: {
    getByName: (
      name: string,
      place: DurableObjectNamespaceGetDurableObjectOptions,
    ) => WorkroomCalls;
  };
  /** In the workroom only: what the Worker found out before it handed a request on. */
  arrived?: Arrived;
  PUBLIC_DASHBOARD?: string;
  /** Cloudflare's: "free" or "paid". */
  PLAN?: string;
  ADMIN_TOKEN?: string;
  /** What time it is, for tests and a start's rehearsal. Deploying refuses it. */
  NOW?: string;
} & ConsentEnv &
  TellEnv;

/** What every request asks of the database first. */
export type Arrived = {
  /** Of the code that asked. */
  build: string;
  /** Of the token that came: SHA-256, hex; `null`: none came. */
  hash: string | null;
  /** Of a page that is made anew for nobody: when somebody last opened it. Left out: it is opened now. */
  opened_at?: Instant;
  arrival: Arrival;
  /** The link whose token the address of an export holds; `null`: there is none. */
  exported: LinkRow | null;
};

/** A cron's event; `scheduledTime` in milliseconds. */
export type Tick = Pick<ScheduledController, "cron" | "scheduledTime">;

/** What the workroom does for the Worker. */
export type WorkroomCalls = {
  answer: (request: Request, arrived: Arrived) => Promise<Response>;
  tick: (event: Tick) => Promise<void>;
  renew: (event: Tick) => Promise<void>;
};

/** `link` is `null` for the holder of ADMIN_TOKEN itself. */
export type Caller = { kind: LinkKind; link: LinkRow | null };

/** Why a token that was known opens nothing any more. */
export type Closed = "unknown" | "expired" | "revoked";

/** What the first steps of a request find out for the later ones. */
type Variables = {
  now: Instant;
  arrived: Arrived;
  /** The workroom was asked, and gave no answer. */
  alone?: boolean;
  /** `null`: nobody in particular. */
  caller: Caller | null;
  /** Why the token that came opens nothing; `null`: it does, or none came. */
  closed: Closed | null;
  /** What was refused is open to who plans. */
  for_planners?: boolean;
  library: LibraryRow;
  /** The admin token that holds; `null`: there is none. */
  admin: Admin | null;
  /** What was last made here in its place, whether it holds or not. */
  admin_made: AdminToken | null;
  /** Where putting a backup back stands; `null`: nothing is put back. */
  restoring: Restoring | null;
  /** The library's zone: its setting, else the var TIME_ZONE. */
  time_zone: string;
  /** Of the view that is asked for, as it was sent last; `null`: it is none that is kept. */
  kept: { key: string; page: KeptPage | null } | null;
  /** Under /export/ only: the link whose token the address holds, opened. */
  export_link: LinkRow;
};

export type Env = { Bindings: Bindings; Variables: Variables };
export type Ctx = Context<Env>;
