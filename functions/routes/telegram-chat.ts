/** A Telegram chat whose number nobody knows: the bot itself says where it was written to. */
import { ask, type TellEnv } from "../jobs/telling/post.ts";
import { fault, listing, Problem } from "../model/problem.ts";
import type { Reach } from "../model/recipient.ts";
import { chatsIn, type TelegramChat } from "../normalise/telegram.ts";

/** Of more the form is of no help. */
const MOST_NAMED = 5;
const LONGEST_NAME = 40;

/** Where it is reached, with the chat where that was left to be found. */
export const withChat = async (env: TellEnv, reach: Reach): Promise<Reach> =>
  reach.way === "telegram" && reach.chat === ""
    ? { ...reach, chat: await chatOf(env, reach.token) }
    : reach;

/**
 * The one chat that the bot heard of in the last day.
 * @throws {Problem} `invalid` where the token opens no bot, or where there is none or are several; `upstream` where Telegram
 * gives no answer
 */
async function chatOf(env: TellEnv, token: string): Promise<string> {
  const { status, body } = await ask(env, `https://api.telegram.org/bot${token}/getUpdates`);
  if (status === 401 || status === 404) {
    throw new Problem("invalid", "Telegram knows no bot by this token", [
      fault("token", "unknown_bot"),
    ]);
  }
  const chats = status === 200 ? chatsIn(body) : null;
  if (chats === null) {
    throw new Problem("upstream", "Telegram did not say which chats the bot is in", [
      fault("chat", "chats_not_told"),
    ]);
  }
  const [first, ...others] = chats;
  if (!first) {
    throw new Problem("invalid", "the bot is in no chat that it was written to lately", [
      fault("chat", "no_chat_yet"),
    ]);
  }
  if (others.length > 0) {
    throw new Problem("invalid", "the bot is in several chats; say which", [
      listing("chat", "several_chats", chats.slice(-MOST_NAMED).map(inOne)),
    ]);
  }
  return first.chat;
}

/** A name is what somebody typed: without what a list is cut at. */
const inOne = ({ chat, name }: TelegramChat): string =>
  `${chat} (${name
    .replaceAll(/[\p{Cc}\p{Cf},:]/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME)})`;
