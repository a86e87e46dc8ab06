/**
 * What a screen shows: plain data, no words. `web/` turns it into HTML in the person's language; `functions/present/` makes it.
 * Instants are UTC seconds, days `YYYY-MM-DD` in the library's zone, rates fractions, `null` = unknown.
 */
import type { Grain } from "../model/day.ts";
import type { FigureBlock } from "../model/figure.ts";
import type { Format } from "../model/format.ts";
import type { LinkKind, Who } from "../model/link.ts";
import type { Counter, HeadlineMetric, RateBase } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import type { SeenRun } from "../model/run.ts";
import type { Day, Instant, Precision } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const PRESETS = ["7d", "28d", "90d", "1y", "2y"] as const;
export type Preset = (typeof PRESETS)[number];

/** What every page carries, whatever its screen. */
export type Chrome = {
  library: string;
  language: Language;
  time_zone: string;
  now: Instant;
  /** Demo figures: said clearly on every page. */
  demo: boolean;
  /** `null` on pages that anyone may see: login, a revoked link. */
  role: "admin" | "view" | null;
  /** The newest reading of all accounts. */
  last_read_at: Instant | null;
  /** The page's own path with its query, without `lang`: where the language switch leads back to. */
  path: string;
};

/** The chosen period and platforms, and how to say them in a link. */
export type Choice = {
  /** `null`: own dates. */
  preset: Preset | null;
  from: Day;
  to: Day;
  /** `null`: all of them. */
  platforms: Platform[] | null;
  /** The platforms that have an account. */
  offered: Platform[];
  /** `rate=` in a link; `followers` is the usual one and left out. */
  rate_base: RateBase;
};

/** One thing to know now; the first that holds, in this order. */
export type Headline =
  | { kind: "empty" }
  | { kind: "stopped"; since: Instant; accounts: string[] }
  | { kind: "weak"; streak: StreakLine }
  | { kind: "recovered"; streak: StreakLine }
  | { kind: "stale"; since: Instant }
  /** A change that chance alone hardly makes. */
  | {
      kind: "change";
      metric: HeadlineMetric;
      platform: Platform;
      direction: "up" | "down";
      value: number;
      before: number;
      ratio: number | null;
    }
  | { kind: "calm"; best: PostLine | null };

/** A run of posts below (weak) or above (strong) the account's own norm. */
export type StreakLine = {
  id: number;
  platform: Platform;
  account: string;
  kind: "weak" | "strong";
  state: "open" | "recovered" | "new_normal" | "withdrawn";
  /** Why a person left its posts out of the norm. */
  reason: string | null;
  started_on: Day;
  ended_on: Day | null;
  posts: number;
  /** The size of the run against the usual, shrunk towards 1: 0.5 = about half. */
  severity: number;
  /** By chance alone a run like this turns up once in so many posts. */
  false_alarm_every: number;
  /** How many posts the account publishes a week. */
  posts_per_week: number | null;
  /** The format of most of its posts. */
  format: Format | null;
  /** Median reach of its posts against the usual; `null` where reach is unknown. */
  reach_ratio: number | null;
  /** Interactions of those reached against the usual. */
  reaction_ratio: number | null;
};

/** Where an account stands with its own norm. */
export type AccountState =
  | { state: "learning"; judged: number; needed: number }
  | { state: "too_few" | "normal" | "watch" | "weak" | "recovered" | "new_normal" };

/** The last posts of one account against its own norm: interactions as a multiple of the median. */
export type Dots = {
  platform: Platform;
  /** Index of the first post of the open streak; `null` when there is none. */
  streak_from: number | null;
  /** The open streak's page. */
  streak_id: number | null;
  /** Oldest first. `times`: how many times the usual; `null` while unknown or too young. */
  posts: { id: number; published_at: Instant; times: number | null; young: boolean }[];
  /** The usual range (middle half of the posts) as multiples. */
  low: number;
  high: number;
};

export type OverviewView = {
  screen: "overview";
  chrome: Chrome;
  choice: Choice;
  headline: Headline;
  dots: Dots | null;
  blocks: FigureBlock[];
  /** Streaks that touch the period, newest first, weak and strong. */
  streaks: StreakLine[];
  norms: ({ platform: Platform; handle: string } & AccountState)[];
  /** How regularly each account posts, in the period. */
  consistency: {
    platform: Platform;
    handle: string;
    posts: number;
    weeks_with: number;
    weeks: number;
    longest_gap_days: number | null;
    days_since_last: number | null;
  }[];
};

/** A line of a chart. A bucket without a value is there with `null`. */
export type SeriesView = {
  screen: "series";
  chrome: Chrome;
  choice: Choice;
  metric: HeadlineMetric;
  grain: Grain;
  series: {
    platform: Platform;
    account: string;
    points: { date: Day; value: number | null; note?: string }[];
  }[];
  /** Buckets that are not drawn: the period holds only a piece of them. */
  pieces: Day[];
  /** Weak streaks in the period, to shade. `to` is `null` while one lasts. */
  streaks: { id: number; platform: Platform; account: string; from: Day; to: Day | null }[];
};

/** A post in a list. */
export type PostLine = {
  id: number;
  platform: Platform;
  account: string;
  published_at: Instant;
  precision: Precision;
  format: Format | null;
  topic: Topic | null;
  caption: string | null;
  paid: boolean | null;
  removed: boolean;
  /** It still grows, and is not judged yet. */
  young: boolean;
  interactions: number | null;
  interactions_partial: boolean;
  engagement_rate: number | null;
  reach: number | null;
  views: number | null;
  /** Against its own norm: 0.6 = six tenths of the usual; `null` when not judged. */
  score: number | null;
  /** In a weak streak. */
  weak: boolean | null;
};

export const POST_SORTS = ["newest", "oldest", "rate", "interactions", "reach", "views"] as const;
export type PostSort = (typeof POST_SORTS)[number];

/** One format; `posts`: all but stories, which would fill the list; `null`: all. */
export type FormatChoice = Format | "posts" | null;

export type PostsView = {
  screen: "posts";
  chrome: Chrome;
  choice: Choice;
  q: string;
  sort: PostSort;
  format: FormatChoice;
  topic: Topic | null;
  posts: PostLine[];
  /** Stories that match but for being stories. */
  stories: number;
  /** How many match in all. */
  total: number;
  /** Leads to the next page; `null` on the last. */
  next_cursor: string | null;
  /** The formats and topics that occur in the period, for the filters. */
  formats: Format[];
  topics: Topic[];
};

export type PostView = {
  screen: "post";
  chrome: Chrome;
  /** The list that the person came from. */
  back: string;
  post: PostLine &
    Record<Counter, number | null> & {
      external_id: string;
      /** On the platform itself; `null` also for an address that leads elsewhere. */
      url: string | null;
      read_at: Instant | null;
      followers_at_publish: number | null;
      followers_estimated: boolean;
      removed_at: Instant | null;
      hidden: boolean;
      /** Why a person left it out of the norm. */
      excused: string | null;
      engagement_rate_by_reach: number | null;
      engagement_rate_by_views: number | null;
      /** What a person corrected; a correction is never overwritten. */
      corrected: ("format" | "topic" | "paid")[];
    };
  /** The streak it is in. */
  streak?: StreakLine | null;
  /** Oldest first: the growth curve. */
  readings: ({
    read_at: Instant;
    /** `typed`, or the export that it came from; `null`: it was collected or pushed. */
    import: string | null;
    interactions: number | null;
  } & Record<Counter, number | null>)[];
};

/** One post of a streak's evidence. */
export type EvidencePost = {
  id: number;
  published_at: Instant;
  format: Format | null;
  topic: Topic | null;
  interactions: number | null;
  /** As a multiple of the usual for its kind and age; `null` when not judged. */
  times: number | null;
  /** The rank sum after this post; the flag stands where it reaches `threshold`. */
  sum: number | null;
  in_streak: boolean;
};

export type StreakView = {
  screen: "streak";
  chrome: Chrome;
  streak: StreakLine;
  threshold: number;
  /** The posts before the streak and in it, oldest first. */
  posts: EvidencePost[];
  /** The usual range (middle half), as multiples. */
  low: number;
  high: number;
  /** How the account's formats compare with its usual, as multiples: the adjustment that was made. */
  formats: { format: Format; times: number; posts: number }[];
  /** What was different from the posts before: the most frequent value in the streak and before it. */
  differences: (
    | { what: "format"; now: Format; share: number; before: number }
    | { what: "topic"; now: Topic; share: number; before: number }
    | { what: "hour"; now: number; before: number }
    | { what: "gap_days"; now: number; before: number }
  )[];
  /** What was told when it opened, where history was corrected since. */
  told: { at: Instant; posts: number; severity: number; false_alarm_every: number } | null;
  revised: boolean;
  /** A reason noted by the admin; the run is then left out of the norm. */
  reason: string | null;
};

export type AccountLine = {
  id: number;
  platform: Platform;
  handle: string;
  /** As shown: the one a person typed, else the platform's. */
  name: string | null;
  url: string;
  external_id: string | null;
  followers: number | null;
  followers_at: Instant | null;
  last_read_at: Instant | null;
  /** Published in the last 365 days, and not gone. */
  posts: number;
  first_post_on: Day | null;
};

export type LinkLine = {
  id: number;
  kind: LinkKind;
  name: string;
  /** The address to share; `null` when it can't be shown again. */
  url: string | null;
  /** The accounts that it is limited to; `null`: all. */
  accounts: { id: number; platform: Platform; handle: string }[] | null;
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  last_used_on: Day | null;
};

export type ImportLine = {
  id: number;
  /** `typed` by hand, or the export it came from. */
  kind: string;
  /** The file's own; of what was typed, whose it is. */
  name: string | null;
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

/** Both ends included. */
type ExcusedLine = { account: number; from: Day; to: Day; reason: string };

export type DataTabView = {
  screen: "data";
  chrome: Chrome;
  accounts: AccountLine[];
  /** Of the accounts that have credentials. */
  collection: CollectionLine[];
  /** The newest first. */
  runs: RunLine[];
  /** Estimated spend on X in this month; `null` without an X account that has credentials. */
  x_spend: { month: string; usd: number; ceiling_usd: number; paused: boolean } | null;
  /** Platforms whose app is set up here, so that a button can connect an account. */
  connectable: Platform[];
  /** `null` for a viewer: settings, links and imports are the admin's. */
  settings: {
    name: string;
    language: Language;
    time_zone: string;
    x_ceiling_usd: number;
    /** A change of the zone waits for its rebuild. */
    rebuilding: boolean;
  } | null;
  links: LinkLine[];
  imports: ImportLine[];
  /** Days that a person left out of an account's norm. */
  excused: ExcusedLine[];
};

/** How a person gets a platform's credentials, step by step. */
export type GuideView = { screen: "guide"; chrome: Chrome; platform: Platform };

/** After a platform's own consent page: which page or account is it? */
export type ChooseView = {
  screen: "choose";
  chrome: Chrome;
  platform: Platform;
  /** Goes back with the choice. */
  state: string;
  accounts: { platform: Platform; external_id: string; handle: string; name: string | null }[];
};

/** How the chance figure and the norm are computed: a page of words. */
export type MethodView = { screen: "method"; chrome: Chrome };

export type LinkView = { screen: "link"; chrome: Chrome; link: LinkLine; qr: string | null };

/** Login, a refusal, an empty place: a page that says one thing. */
export type MessageView = {
  screen: "message";
  chrome: Chrome;
  message:
    | "login"
    | "wrong_token"
    | "link_unknown"
    | "link_expired"
    | "link_revoked"
    | "not_found"
    | "forbidden"
    | "too_many"
    | "invalid"
    | "internal";
  /** What exactly was wrong, for `invalid`. */
  problems: { path: string; code: string; message: string }[];
};

/** The human page of the export: what each file and column means. */
export type ExportView = {
  screen: "export";
  chrome: Chrome;
  /** The address up to and with the last slash. */
  base: string;
};

/** The readable API description, made from `/api/openapi.json`. */
export type ApiView = {
  screen: "api";
  chrome: Chrome;
  /** Of this Denyut: `https://…`, without a slash at the end. */
  origin: string;
  routes: {
    method: string;
    path: string;
    summary: string;
    who: Who;
    parameters: { name: string; in: string; required: boolean; description: string }[];
  }[];
};

export type View =
  | OverviewView
  | PostsView
  | PostView
  | StreakView
  | DataTabView
  | LinkView
  | SeriesView
  | MessageView
  | ExportView
  | ApiView
  | GuideView
  | ChooseView
  | MethodView;
