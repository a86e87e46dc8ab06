/** Who changed what, the newest first. */
import type { ChangedThing } from "../../model/person-change.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

export type ChangedLine = {
  id: number;
  at: Instant;
  who: string;
  /** The admin's own token or login. */
  admin: boolean;
  what: ChangedThing;
  subject: number;
  /** What the thing is called; `null`: it has no name of its own. */
  name: string | null;
  done: "made" | "changed" | "removed";
};

export type ChangesView = {
  screen: "changes";
  chrome: Chrome;
  changes: ChangedLine[];
  /** The number that the next page is before. */
  next: number | null;
};
