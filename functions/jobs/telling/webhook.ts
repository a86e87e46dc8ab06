/** A message to a chat or a program, in the shape that each takes. What people typed stays text in each. */

import { isoInstant } from "../../model/day.ts";
import type { Delivery, Letter, Reach } from "../../model/recipient.ts";
import { post, type TellEnv } from "./post.ts";

type Webhook = Exclude<Reach, { way: "push" }>;

export async function sendWebhook(
  env: TellEnv,
  reach: Webhook,
  letter: Letter,
  about: { origin: string; library: string },
): Promise<Delivery> {
  const { url, body } = requestOf(reach, letter, about);
  return post(env, url, { "content-type": "application/json" }, JSON.stringify(body));
}

export function requestOf(
  reach: Webhook,
  letter: Letter,
  { origin, library }: { origin: string; library: string },
): { url: string; body: object } {
  const address = new URL(letter.path, origin).href;
  const text = textOf(letter, address);
  switch (reach.way) {
    case "telegram":
      // without a parse_mode nothing in it is a mark
      return {
        url: `https://api.telegram.org/bot${reach.token}/sendMessage`,
        body: { chat_id: reach.chat, text, link_preview_options: { is_disabled: true } },
      };
    case "slack":
      return {
        url: reach.url,
        body: { text: forSlack(text), mrkdwn: false, unfurl_links: false, unfurl_media: false },
      };
    case "discord":
      return {
        url: reach.url,
        // nobody is called by what somebody typed, and no preview is made of the link
        body: { content: forDiscord(text, address), allowed_mentions: { parse: [] }, flags: 4 },
      };
    case "json":
      return {
        url: reach.url,
        body: {
          // the same message again has the same: whoever keeps them drops the second
          id: letter.tag,
          kind: letter.kind,
          state: letter.state,
          since: isoInstant(letter.at),
          library,
          title: letter.title,
          body: letter.body,
          url: address,
        },
      };
  }
}

/** Its address at its end. The week's text has it, and is to be sent on as it is, without a title of ours. */
const textOf = ({ kind, title, body }: Letter, address: string): string =>
  kind === "weekly" && body !== ""
    ? body
    : [title, body, address].filter((line) => line !== "").join("\n");

/** The three signs that Slack reads, and nothing else. */
const forSlack = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What Discord would make bold or a link; the address stays whole. */
const forDiscord = (text: string, address: string): string =>
  text
    .split(address)
    .map((part) => part.replaceAll(/[\\*_~`|>#[\]()]/g, "\\$&"))
    .join(address);
