/** Notices as a screen tells them. */
import type { AccountName } from "../../model/account.ts";
import type { PromotionStep } from "../../model/event.ts";
import type { Missing } from "../../model/notice.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { StreakLine } from "./streak.ts";

/** What one look shows of several accounts is told at once; streaks are told one by one. */
export type NoticeLine =
  | { kind: "stopped"; accounts: AccountName[]; since: Instant }
  | { kind: "token"; accounts: AccountName[]; expires_at: Instant }
  | { kind: "weak"; streak: StreakLine }
  | { kind: "strong"; streak: StreakLine }
  /** `from`: the day of its last post; usually one comes each so many days. */
  | { kind: "silence"; account: AccountName; from: Day; usual_days: number }
  /** The step that is due, and by which day; the event is no account's. */
  | {
      kind: "event";
      event_id: number;
      title: string;
      starts_at: Instant;
      step: PromotionStep;
      to: Day;
    }
  /** The holidays of that year are still expected ones. */
  | { kind: "decree"; year: number }
  /** Made, and nobody opened it. */
  | { kind: "report"; month: string }
  /** So many have no answer a day later, of all these accounts; `oldest`: when the first of them was asked. */
  | { kind: "questions"; accounts: AccountName[]; count: number; oldest: Instant }
  /** `since`: `null` where nothing was ever known of one of them. */
  | { kind: "figures"; accounts: AccountName[]; missing: Missing; since: Instant | null };

/** One that asks for something: a strong streak does not. */
export type Task = Exclude<NoticeLine, { kind: "strong" }>;
