/** Who is told, in every state that its screen knows. */
import { DELIVERY_FAULTS, USUAL_KINDS, WAYS } from "../../functions/model/recipient.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { RecipientLine, RecipientsView } from "../../functions/present/views/recipients.ts";

const NOW = Date.parse("2026-11-23T05:20:00Z") / 1000;
const DAY = 86_400;

export function recipientViews(
  chrome: Chrome,
  typed: { name: string; link: string },
): Record<string, RecipientsView> {
  const line: RecipientLine = {
    id: 1,
    way: "telegram",
    name: typed.name,
    language: "id",
    kinds: [...USUAL_KINDS],
    weekly: true,
    quiet: { from: "20:00", to: "07:00" },
    link: null,
    state: "on",
    sent_at: NOW - DAY,
    fault: null,
    waiting: 0,
    given_up: 0,
  };
  const view: RecipientsView = {
    screen: "recipients",
    chrome,
    recipients: [],
    push_key: "BEl62iUYgUivxIkv69yViEuiBIa",
    push_lacks: null,
    contact: "perpus@example.go.id",
    typed: {
      way: "telegram",
      name: "",
      url: "",
      token: "",
      chat: "",
      language: chrome.language,
      kinds: [...USUAL_KINDS],
      weekly: false,
      quiet_from: "20:00",
      quiet_to: "07:00",
    },
    faults: [],
    done: null,
  };
  const failed = Object.keys(DELIVERY_FAULTS).map((code, index) => ({
    ...line,
    id: 10 + index,
    name: `${typed.name} ${index}`,
    fault: { code, at: NOW - 600 },
    given_up: 1 + index,
    waiting: 2,
  }));
  return {
    "recipients, nobody": view,
    "recipients, everybody": {
      ...view,
      recipients: [
        ...WAYS.map((way, index) => ({ ...line, id: index + 1, way })),
        { ...line, id: 7, way: "push", link: typed.link, sent_at: null },
        { ...line, id: 8, way: "push", link: typed.link, state: "over" },
        { ...line, id: 9, state: "gone", fault: { code: "gone", at: NOW } },
        ...failed,
      ],
      done: { what: "tried", id: 1 },
    },
    "recipients, a trial that failed": {
      ...view,
      recipients: [{ ...line, fault: { code: "refused", at: NOW } }],
      done: { what: "tried", id: 1 },
    },
    ...Object.fromEntries(
      (["added", "saved", "removed", "contact"] as const).map((what) => [
        `recipients, ${what}`,
        { ...view, done: { what, id: 1 } },
      ]),
    ),
    "recipients, refused": {
      ...view,
      typed: { ...view.typed, way: "telegram", name: typed.name, chat: "grup" },
      faults: [
        { path: "token", code: "not_a_bot_token", message: "" },
        { path: "chat", code: "not_a_chat", message: "" },
        { path: "quiet.from", code: "not_an_hour", message: "" },
      ],
    },
    "recipients, without an address": {
      ...view,
      push_key: null,
      push_lacks: "contact",
      contact: "",
      faults: [{ path: "contact", code: "not_an_email", message: "" }],
    },
    "recipients, without a key": { ...view, push_key: null, push_lacks: "key" },
    "recipients, to a viewer": { ...view, chrome: { ...chrome, role: "view" }, recipients: null },
    ...Object.fromEntries(
      (["contact", "key", "link"] as const).map((push_lacks) => [
        `recipients, to a viewer, without ${push_lacks}`,
        {
          ...view,
          chrome: { ...chrome, role: "view" },
          recipients: null,
          push_key: null,
          push_lacks,
        },
      ]),
    ),
  };
}
