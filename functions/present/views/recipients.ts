/** Who is told of what there is to know, and how it went. */
import type { Fault } from "../../model/problem.ts";
import type { NoticeKind, Quiet, Way } from "../../model/recipient.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome, Language } from "./chrome.ts";

export type RecipientLine = {
  id: number;
  way: Way;
  name: string;
  language: Language;
  kinds: NoticeKind[];
  weekly: boolean;
  quiet: Quiet;
  /** The link by which it may see, where it is a viewer's own device. */
  link: string | null;
  /** `gone`: the receiver said that it is not there any more; `over`: its link was revoked, or has expired. */
  state: "on" | "gone" | "over";
  /** When a message arrived last; `null`: none yet. */
  sent_at: Instant | null;
  /** Why the last one did not, by its code; `null`: it did. */
  fault: { code: string; at: Instant } | null;
  /** Messages that wait to be sent, and those of the last days that were given up. */
  waiting: number;
  given_up: number;
};

/** What stands in the form for another, as it was typed. */
export type TypedRecipient = {
  way: string;
  name: string;
  url: string;
  token: string;
  chat: string;
  language: string;
  kinds: string[];
  weekly: boolean;
  quiet_from: string;
  quiet_to: string;
};

export type RecipientsView = {
  screen: "recipients";
  chrome: Chrome;
  /** `null`: only the admin sees who else is told. */
  recipients: RecipientLine[] | null;
  /** By which a browser is subscribed; `null`: push is not offered. */
  push_key: string | null;
  /** Why it is not: no e-mail address, no key, or nobody in particular asks. */
  push_lacks: "contact" | "key" | "link" | null;
  /** The library's e-mail address as the push services are told it, for the admin. */
  contact: string;
  typed: TypedRecipient;
  faults: Fault[];
  /** What was just done, and with which. */
  done: { what: "added" | "saved" | "removed" | "tried" | "contact"; id: number | null } | null;
};
