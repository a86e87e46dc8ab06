/** What Telegram's `getUpdates` says of the chats that a bot is in. */
import * as z from "zod";

export type TelegramChat = {
  /** As `sendMessage` takes it. */
  chat: string;
  /** The group's title, or who writes with it alone. */
  name: string;
};

const chat = z.object({
  id: z.int(),
  title: z.string().optional(),
  first_name: z.string().optional(),
  username: z.string().optional(),
});
const told = z.object({
  chat,
  /** A group that became a supergroup goes on under another number. */
  migrate_to_chat_id: z.int().optional(),
  /** The bot's own standing, in `my_chat_member`. */
  new_chat_member: z.object({ status: z.string() }).optional(),
});
const updates = z.object({
  result: z.array(
    z.object({
      message: told.optional().catch(undefined),
      channel_post: told.optional().catch(undefined),
      my_chat_member: told.optional().catch(undefined),
    }),
  ),
});

/** Those that it is still in, in the order in which it heard of them; `null`: it is no answer of that kind. */
export function chatsIn(answer: unknown): TelegramChat[] | null {
  const said = updates.safeParse(answer);
  if (!said.success) return null;
  const chats = new Map<number, string>();
  for (const { message, channel_post, my_chat_member } of said.data.result) {
    for (const update of [message, channel_post, my_chat_member]) {
      if (!update) continue;
      const { id, title, first_name, username } = update.chat;
      const gone = ["left", "kicked"].includes(update.new_chat_member?.status ?? "");
      const moved = update.migrate_to_chat_id;
      if (gone || moved !== undefined) chats.delete(id);
      if (gone) continue;
      chats.set(moved ?? id, title ?? first_name ?? username ?? "");
    }
  }
  return [...chats].map(([id, name]) => ({ chat: String(id), name }));
}
