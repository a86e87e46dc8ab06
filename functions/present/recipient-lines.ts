/** A recipient as a screen and the API show it: never where it is reached. */
import { instantOrNull } from "../model/day.ts";
import type { DeliveryFault, NoticeKind, Way } from "../model/recipient.ts";
import type { Instant } from "../model/snapshot.ts";
import type { RecipientLine } from "./views/recipients.ts";

export type ToShow = {
  id: number;
  way: Way;
  name: string;
  language: "id" | "en";
  kinds: NoticeKind[];
  weekly: boolean;
  quiet_from: string;
  quiet_to: string;
  link: number | null;
  link_name: string | null;
  over: number;
  sent_at: Instant | null;
  fault: DeliveryFault | null;
  fault_at: Instant | null;
  ended_at: Instant | null;
};

export const toRecipientLine = (
  row: ToShow,
  { waiting, given_up }: { waiting: number; given_up: number } = { waiting: 0, given_up: 0 },
): RecipientLine => ({
  id: row.id,
  way: row.way,
  name: row.name,
  language: row.language,
  kinds: row.kinds,
  weekly: row.weekly,
  quiet: { from: row.quiet_from, to: row.quiet_to },
  link: row.link_name,
  state: row.over === 0 ? "on" : row.fault === "gone" ? "gone" : "over",
  sent_at: row.sent_at,
  fault: row.fault && row.fault_at !== null ? { code: row.fault, at: row.fault_at } : null,
  waiting,
  given_up,
});

export const toRecipientJson = ({ fault, sent_at, ...line }: RecipientLine) => ({
  ...line,
  sent_at: instantOrNull(sent_at),
  fault: fault && { code: fault.code, at: instantOrNull(fault.at) },
});
