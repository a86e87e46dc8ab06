/** A comment of others and its answer, as the export's `responses` tells it. */
import type { AccountName } from "../model/account.ts";
import { instantOrNull, isoInstant } from "../model/day.ts";
import type { Thread } from "../model/thread.ts";
import type { ExportRow } from "./export-rows.ts";

export const responseRow = (
  { platform, handle }: AccountName,
  { post, comment, at, asks, answered_at, settled, watched, known_until }: Thread,
): ExportRow<"responses"> => ({
  platform,
  account: handle,
  post,
  comment,
  at: isoInstant(at),
  asks,
  answered_at: instantOrNull(answered_at),
  minutes: answered_at === null ? null : Math.floor((answered_at - at) / 60),
  settled,
  watched,
  known_until: isoInstant(known_until),
});
