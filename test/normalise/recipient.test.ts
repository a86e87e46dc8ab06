/** Where a webhook is reached, as another installation sealed it: called by us, so held to what the form takes. */
import { expect, test } from "vitest";
import { storedReach } from "../../functions/normalise/recipient.ts";

const TOKEN = "123456789:AAF-rahasia_bot_0123456789abcdefghi";

test.each([
  { way: "telegram", token: TOKEN, chat: "-1001234567890" },
  { way: "slack", url: "https://hooks.slack.com/services/T0/B0/x" },
  { way: "discord", url: "https://discord.com/api/webhooks/1/x" },
  { way: "json", url: "https://kait.example.org/denyut" },
])("is taken as it lay: $way", (reach) => {
  expect(storedReach(JSON.stringify(reach))).toEqual(reach);
});

test.each([
  ["a private host", { way: "json", url: "https://192.168.0.1/x" }],
  ["no https", { way: "json", url: "http://kait.example.org/denyut" }],
  ["another's address", { way: "slack", url: "https://hooks.example.org/services/T0/B0/x" }],
  ["a token that leads elsewhere", { way: "telegram", token: "x/../../", chat: "1" }],
  [
    "a browser's push, which belongs to its own place",
    {
      way: "push",
      endpoint: "https://fcm.googleapis.com/fcm/send/x",
      p256dh: "B".repeat(87),
      auth: "A".repeat(22),
    },
  ],
  ["more than is known", { way: "json", url: "https://kait.example.org/", more: 1 }],
  ["no object", 7],
])("is none: %s", (_why, reach) => {
  expect(storedReach(JSON.stringify(reach))).toBe(null);
});

test("is none: no JSON", () => {
  expect(storedReach("{")).toBe(null);
});
