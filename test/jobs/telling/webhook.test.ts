/** What each of them is sent: their own shape, with what people typed as text in each. */
import { expect, test } from "vitest";
import { requestOf } from "../../../functions/jobs/telling/webhook.ts";
import type { Letter } from "../../../functions/model/recipient.ts";

const ABOUT = { origin: "https://denyut.example.org", library: "Perpustakaan Kota" };
const LETTER: Letter = {
  title: "“*Bedah* <!channel> @everyone _buku_” 1 Desember: belum dipromosikan",
  body: "Rencanakan & terbitkan [di sini](https://evil.example).",
  path: "/events/7#steps",
  tag: "event-7-1795400000-opened",
  subject: "1 event 7",
  kind: "event",
  state: "opened",
  at: 1_795_400_000,
};
const ADDRESS = "https://denyut.example.org/events/7#steps";

test("Telegram: plain text, without a mode that reads marks", () => {
  expect(requestOf({ way: "telegram", token: "1:a", chat: "-100" }, LETTER, ABOUT)).toEqual({
    url: "https://api.telegram.org/bot1:a/sendMessage",
    body: {
      chat_id: "-100",
      text: `${LETTER.title}\n${LETTER.body}\n${ADDRESS}`,
      link_preview_options: { is_disabled: true },
    },
  });
});

test("Slack: nobody is called, nothing is a link but the address", () => {
  const { body } = requestOf({ way: "slack", url: "https://hooks.slack.com/x" }, LETTER, ABOUT);
  expect(body).toEqual({
    text: `“*Bedah* &lt;!channel&gt; @everyone _buku_” 1 Desember: belum dipromosikan\nRencanakan &amp; terbitkan [di sini](https://evil.example).\n${ADDRESS}`,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  });
});

test("Discord: marks are escaped, nobody is called, the address stays whole", () => {
  const { body } = requestOf({ way: "discord", url: "https://discord.com/x" }, LETTER, ABOUT);
  expect(body).toEqual({
    content: `“\\*Bedah\\* <!channel\\> @everyone \\_buku\\_” 1 Desember: belum dipromosikan\nRencanakan & terbitkan \\[di sini\\]\\(https://evil.example\\).\n${ADDRESS}`,
    allowed_mentions: { parse: [] },
    flags: 4,
  });
});

test("any program: the figures of it apart, with an id to drop the second by", () => {
  const { body } = requestOf({ way: "json", url: "https://hooks.example.com/x" }, LETTER, ABOUT);
  expect(body).toEqual({
    id: "event-7-1795400000-opened",
    kind: "event",
    state: "opened",
    since: "2026-11-23T02:13:20Z",
    library: "Perpustakaan Kota",
    title: LETTER.title,
    body: LETTER.body,
    url: ADDRESS,
  });
});

test("the week: its text alone, to be sent on as it is", () => {
  const week: Letter = { ...LETTER, kind: "weekly", body: `Minggu ini\n${ADDRESS}` };
  const { body } = requestOf({ way: "telegram", token: "1:a", chat: "1" }, week, ABOUT);
  expect(body).toMatchObject({ text: `Minggu ini\n${ADDRESS}` });
});

test("a title alone, where the whole was too long", () => {
  const { body } = requestOf(
    { way: "telegram", token: "1:a", chat: "1" },
    { ...LETTER, body: "" },
    ABOUT,
  );
  expect(body).toMatchObject({ text: `${LETTER.title}\n${ADDRESS}` });
});
