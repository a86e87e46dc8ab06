/** Who is told, as the screen and the API ask for it. */
import { vapidOf } from "../jobs/telling/push.ts";
import { SECONDS_A_DAY } from "../model/day.ts";
import { NOTICE_KINDS } from "../model/notice.ts";
import { Problem } from "../model/problem.ts";
import { USUAL_KINDS, USUAL_QUIET } from "../model/recipient.ts";
import { toRecipientLine } from "../present/recipient-lines.ts";
import type { RecipientLine, RecipientsView, TypedRecipient } from "../present/views/recipients.ts";
import { countLetters } from "../store/outbox.ts";
import { listRecipients } from "../store/recipients.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, languageOf } from "./page.ts";

/** What was given up longer ago nobody asks for. */
const RECENT_SECONDS = 7 * SECONDS_A_DAY;

export const isAdmin = (c: Ctx): boolean => c.get("caller")?.kind === "admin";

/** The link by which whoever asks may see; `null`: the admin. Throws for nobody in particular, whom nothing could end. */
export function holderOf(c: Ctx): number | null {
  const caller = c.get("caller");
  if (!caller || caller.kind === "push") {
    throw new Problem("unauthorized", "this needs a link of one's own, or the admin's login");
  }
  return caller.kind === "admin" ? null : (caller.link?.id ?? null);
}

export async function recipientLines(c: Ctx): Promise<RecipientLine[]> {
  const now = c.get("now");
  const [rows, counts] = await Promise.all([
    listRecipients(c.env.DB, now),
    countLetters(c.env.DB, now - RECENT_SECONDS),
  ]);
  return rows.map((row) =>
    toRecipientLine(
      row,
      counts.find(({ recipient }) => recipient === row.id),
    ),
  );
}

export async function recipientsView(
  c: Ctx,
  again: Partial<Pick<RecipientsView, "typed" | "faults" | "contact">> = {},
): Promise<RecipientsView> {
  const { contact } = c.get("library");
  const key = vapidOf(c.env.VAPID_KEYS)?.publicKey ?? null;
  const lacks =
    c.get("caller") === null ? "link" : key === null ? "key" : contact === null ? "contact" : null;
  return {
    screen: "recipients",
    chrome: chromeOf(c),
    recipients: isAdmin(c) ? await recipientLines(c) : null,
    push_key: lacks === null ? key : null,
    push_lacks: lacks,
    contact: contact ?? "",
    typed: usualRecipient(c),
    faults: [],
    done: doneOf(c),
    ...again,
  };
}

const usualRecipient = (c: Ctx): TypedRecipient => ({
  way: "telegram",
  name: "",
  url: "",
  token: "",
  chat: "",
  language: languageOf(c),
  kinds: [...USUAL_KINDS],
  weekly: false,
  quiet_from: USUAL_QUIET.from,
  quiet_to: USUAL_QUIET.to,
});

const DONE = ["added", "saved", "removed", "tried", "contact"] as const;

/** `?tried=3`: what the form before it did. */
function doneOf(c: Ctx): RecipientsView["done"] {
  for (const what of DONE) {
    const id = c.req.query(what);
    if (id !== undefined) return { what, id: /^\d{1,15}$/.test(id) ? Number(id) : null };
  }
  return null;
}

/** What was typed, but secrets: a form that comes back holds none. */
export const typedRecipient = (form: URLSearchParams): TypedRecipient => ({
  way: form.get("way") ?? "telegram",
  name: form.get("name") ?? "",
  url: form.get("url") ?? "",
  token: form.get("token") ?? "",
  chat: form.get("chat") ?? "",
  language: form.get("language") ?? "id",
  kinds: form.getAll("kinds").filter((kind) => (NOTICE_KINDS as readonly string[]).includes(kind)),
  weekly: form.get("weekly") !== null,
  quiet_from: form.get("quiet_from") ?? "",
  quiet_to: form.get("quiet_to") ?? "",
});
