/** Whose posts stand as dots below the sentence of the Overview. */
import { expect, test } from "vitest";
import { pictured } from "../../functions/present/headline.ts";
import type { AccountState, Headline } from "../../functions/present/views/overview.ts";
import type { PostLine } from "../../functions/present/views/posts.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";

const norm = (platform: "facebook" | "instagram" | "x", state: AccountState["state"]) => ({
  platform,
  handle: `perpus.${platform}`,
  ...(state === "learning" ? { state, judged: 3, needed: 15 } : { state }),
});
const NORMS = [norm("facebook", "learning"), norm("instagram", "normal"), norm("x", "watch")];

const streak = { platform: "x", account: "perpus.cabang" } as StreakLine;
const best = { platform: "x", account: "perpus.x" } as PostLine;

const CHANGE = {
  kind: "change",
  metric: "reach",
  direction: "up",
  value: 2,
  before: 1,
  ratio: 1,
} as const;

test.each<[string, Headline, typeof NORMS, string | null]>([
  ["a streak's own account", { kind: "weak", streak }, NORMS, "perpus.cabang"],
  ["also once it is over", { kind: "recovered", streak }, NORMS, "perpus.cabang"],
  ["the account of the best post", { kind: "calm", best }, NORMS, "perpus.x"],
  ["else the first that has a norm", { kind: "calm", best: null }, NORMS, "perpus.instagram"],
  [
    "a silent account's own",
    {
      kind: "silence",
      account: { platform: "x", handle: "perpus.x" },
      from: "2026-11-01",
      usual_days: 2,
    },
    NORMS,
    "perpus.x",
  ],
  [
    "the account whose figure changed",
    { ...CHANGE, account: { platform: "x", handle: "perpus.x" } },
    NORMS,
    "perpus.x",
  ],
  [
    "none where the collecting is spoken of",
    { kind: "stopped", since: 0, accounts: [], refused: false },
    NORMS,
    null,
  ],
  ["none of another account", { kind: "calm", best }, NORMS.slice(0, 2), null],
  ["none without a norm", { kind: "empty" }, NORMS.slice(0, 1), null],
  ["none at all", { kind: "empty" }, [], null],
])("%s", (_rule, headline, norms, handle) => {
  expect(pictured(headline, norms)?.handle ?? null).toBe(handle);
});
