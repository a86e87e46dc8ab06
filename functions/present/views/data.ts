/** The Data tab: what a viewer may take along; the admin's accounts, ways in, links and settings, a part each. */
import type { Account } from "../../model/account.ts";
import type { DayMetric } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { SeenRun } from "../../model/run.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Choice, Chrome, Language } from "./chrome.ts";
import type { LinkLine } from "./link.ts";
import type { NoteLine } from "./note.ts";

export type AccountLine = Account & {
  url: string;
  /** Published in the last 365 days, and not gone. */
  posts: number;
  first_post_on: Day | null;
  /** The first day of which anything is known, a post or a figure. */
  first_day_on: Day | null;
};

export type ImportLine = {
  id: number;
  /** `typed` by hand, or the export it came from. */
  kind: string;
  /** What the person knows the file by; of what was typed, whose it is. */
  name: string | null;
  /** Whose figures it brought, as long as they stand. */
  account: number | null;
  /** The figure of its days, where they have one alone. */
  metric: DayMetric | null;
  /** The follower count that was typed, or the post whose figures were. */
  followers: number | null;
  post: number | null;
  created_at: Instant;
  read_at: Instant | null;
  rows: number;
  skipped: number;
  posts_added: number;
  readings_added: number;
  undone_at: Instant | null;
  /** Undoing it broke off: a part of it still stands. */
  undoing: boolean;
};

/** A figure that was typed by hand and stands: an account's followers, or one post's figures. */
export type TypedLine = {
  import: number;
  account: number;
  created_at: Instant;
  read_at: Instant;
  followers: number | null;
  post: number | null;
};

/** How an account is collected. Instants are UTC seconds. */
export type CollectionLine = {
  account: number;
  /** `overdue`: nothing succeeded for twice the interval; `dead`: the credentials open nothing any more; `paused`: X's ceiling or credits. */
  state: "waiting" | "ok" | "throttled" | "dead" | "paused" | "overdue";
  last_success_at: Instant | null;
  next_due_at: Instant | null;
  throttled_until: Instant | null;
  token_expires_at: Instant | null;
  /** Within 14 days. */
  token_expires_soon: boolean;
  /** What this platform or this token does not give, with the code of the reason. */
  unavailable: { what: string; reason: string }[];
  /** The newest problem, by its code in `model/run.ts`. */
  problem: RunProblemLine | null;
};

export type RunProblemLine = { code: string; detail: string | null };

/** One tick of the collectors that had something to say. */
export type RunLine = Pick<SeenRun, "id" | "started_at" | "seconds" | "calls" | "readings"> & {
  problems: (RunProblemLine & { account: string | null; platform: Platform | null })[];
};

/** What the accounts' part warns of, whatever else is in order. */
type Notices = {
  /** A change of the zone waits for its rebuild. */
  rebuilding: boolean;
  /** Accounts that are on their way out, each with how many posts and days are left of it. */
  going: { id: number; name: string; left: number }[];
  room: Room;
};

/** How full the database is, and whether that is worth a warning. */
export type Room = {
  bytes: number;
  written: number;
  most: { bytes: number; written: number };
  scarce: boolean;
};

type Tab = { screen: "data"; chrome: Chrome };

/** A viewer's: what may be taken along, and whose figures there are. */
export type ViewerData = Tab & {
  part: "viewer";
  /** What the downloads are of. */
  choice: Choice;
  accounts: AccountLine[];
  /** Where the export's files are, for who holds a link to them; `null`: the admin gives one. */
  files: string | null;
};

/** The ways in, and for typing the accounts that there are. */
export type Bring = {
  chrome: Chrome;
  accounts: AccountLine[];
  /** Platforms whose app is set up here, so that a button can connect an account. */
  connectable: Platform[];
};

/** The admin's: every account, how it is collected, and what each collection did. */
export type AccountsData = Tab & {
  part: "accounts";
  accounts: AccountLine[];
  notices: Notices;
  /** Of the accounts that have credentials. */
  collection: CollectionLine[];
  /** The newest first. */
  runs: RunLine[];
  /** Estimated spend on X in this month; `null` without an X account that has credentials. */
  x_spend: { month: string; usd: number; ceiling_usd: number; paused: boolean } | null;
  /** What was typed, the newest first. */
  typed: TypedLine[];
  /** The notes of days that are left out of the norm. */
  left_out: NoteLine[];
  /** Where there is no account yet, how one comes in; else `null`: that has a part of its own. */
  bring: Bring | null;
};

export type BringData = Tab & Bring & { part: "bring"; imports: ImportLine[] };

/** An account as a list to tick names it. */
export type NamedAccount = Pick<Account, "id" | "platform" | "handle" | "name">;

export type LinksData = Tab & { part: "links"; accounts: NamedAccount[]; links: LinkLine[] };

export type SettingsData = Tab & {
  part: "settings";
  settings: { name: string; language: Language; time_zone: string; x_ceiling_usd: number };
  room: Room;
};

export type DataTabView = ViewerData | AccountsData | BringData | LinksData | SettingsData;

/** The admin's parts, in the order in which they stand. */
export type DataPart = Exclude<DataTabView["part"], "viewer">;
