/** Which chats a bot is in, by what Telegram's getUpdates says. */
import { expect, test } from "vitest";
import { chatsIn } from "../../functions/normalise/telegram.ts";

const group = { id: -1001, title: "Grup", type: "supergroup" };
const GROUP = { chat: "-1001", name: "Grup" };

test.each([
  ["nobody wrote", [], []],
  ["somebody wrote, twice", [{ message: { chat: group } }, { message: { chat: group } }], [GROUP]],
  [
    "it was added",
    [{ my_chat_member: { chat: group, new_chat_member: { status: "member" } } }],
    [GROUP],
  ],
  [
    "it was put out again",
    [
      { message: { chat: group } },
      { my_chat_member: { chat: group, new_chat_member: { status: "kicked" } } },
    ],
    [],
  ],
  [
    "the group became a supergroup, under another number",
    [{ message: { chat: { id: -5, title: "Grup" }, migrate_to_chat_id: -1001 } }],
    [GROUP],
  ],
  ["a channel's post", [{ channel_post: { chat: group } }], [GROUP]],
  [
    "a chat with one person",
    [{ message: { chat: { id: 7, first_name: "Rina", username: "rina" } } }],
    [{ chat: "7", name: "Rina" }],
  ],
  ["updates of another kind", [{ poll: { id: "1" } }, { message: { chat: {} } }], []],
])("%s", (_what, result, expected) => {
  expect(chatsIn({ ok: true, result })).toEqual(expected);
});

test.each([[null], [{ ok: false }], [{ result: "?" }], [{ result: [7] }]])(
  "%j is no answer of that kind",
  (answer) => expect(chatsIn(answer)).toBe(null),
);
