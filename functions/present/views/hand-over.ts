/** The library handed over: a backup put back, and another admin token. */
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

/** Putting a backup back into this installation. */
export type RestoreView = {
  screen: "restore";
  chrome: Chrome;
  /** `null`: nothing is put back now. */
  restoring: {
    library: string;
    made_at: Instant;
    percent: number;
    /** It was given up, and what came in is going. */
    leaving: boolean;
  } | null;
  /** A backup may go in: nothing is here yet. */
  unused: boolean;
  /** Whoever looks may go on with it. */
  admin: boolean;
  /** The schema of this installation, the rows that a day may write, and those that today has. */
  schema: number;
  day: number;
  written: number;
  /** What is billed for a row of each table. */
  writes: Readonly<Record<string, number>>;
};

/** Another admin token. */
export type AdminTokenView = {
  screen: "admin_token";
  chrome: Chrome;
  /** The new one, this once; `null`: it is asked for. */
  token: string | null;
  /** What was typed is not the one that holds. */
  wrong: boolean;
};
