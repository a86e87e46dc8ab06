import { describe, expect, test } from "vitest";
import { renderPage } from "#page";
import type { AccountState, OverviewView } from "../../functions/present/views/overview.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { doingsOf } from "../../web/parts/overall.ts";
import { viewsIn } from "./views.ts";

const overview = viewsIn("id")["overview, calm"] as OverviewView;
const [run] = overview.streaks as [StreakLine];

const norm = (
  platform: "facebook" | "instagram" | "tiktok" | "x",
  state: AccountState["state"],
) => ({
  platform,
  handle: "perpus",
  ...(state === "learning" ? { state, judged: 3, needed: 15 } : { state }),
});
const strong = (of: Partial<StreakLine> = {}): StreakLine => ({
  ...run,
  platform: "tiktok",
  account: "perpus",
  kind: "strong",
  state: "open",
  ...of,
});
const weak = {
  kind: "weak",
  streak: { ...run, platform: "instagram", account: "perpus" },
} as const;
const calm = { kind: "calm", best: null } as const;

describe("how the others do", () => {
  const told = (
    norms: OverviewView["norms"],
    { headline = calm as OverviewView["headline"], streaks = [] as StreakLine[] } = {},
  ) =>
    doingsOf({ norms, headline, streaks }).map(
      ({ doing, accounts }) => `${doing}: ${accounts.map(({ platform }) => platform).join(" ")}`,
    );

  test.each([
    [
      "by how they do, the worst first",
      [norm("x", "learning"), norm("facebook", "normal"), norm("tiktok", "weak")],
      ["weak: tiktok", "normal: facebook", "learning: x"],
    ],
    [
      "what is watched is as usual",
      [norm("x", "watch"), norm("facebook", "normal")],
      ["normal: x facebook"],
    ],
    [
      "each state has its place",
      [norm("x", "too_few"), norm("facebook", "new_normal"), norm("tiktok", "recovered")],
      ["recovered: tiktok", "new_normal: facebook", "too_few: x"],
    ],
    ["nobody", [], []],
  ])("%s", (_, norms, groups) => expect(told(norms)).toEqual(groups));

  test("whom the sentence is about is left out, and no other account of that platform", () => {
    const other = { ...norm("instagram", "normal"), handle: "cabang" };
    expect(told([norm("instagram", "weak"), other], { headline: weak })).toEqual([
      "normal: instagram",
    ]);
  });

  test.each([
    ["strong as long as a strong streak is open", strong(), "strong: tiktok"],
    ["as usual when it is over", strong({ state: "recovered" }), "normal: tiktok"],
    ["whatever another account does", strong({ account: "cabang" }), "normal: tiktok"],
    ["a weak one is told by its own state", strong({ kind: "weak" }), "normal: tiktok"],
  ])("%s", (_, streak, said) =>
    expect(told([norm("tiktok", "normal")], { streaks: [streak] })).toEqual([said]),
  );
});

describe("the line of it", () => {
  const line = async (of: Partial<OverviewView>, language: "id" | "en" = "id") => {
    const view = viewsIn(language)["overview, calm"] as OverviewView;
    const page = await renderPage({ ...view, blocks: [], streaks: [], ...of });
    return /<p class="soft overall">(.*?)<\/p>/.exec(page)?.[1]?.replaceAll(/<[^>]+>/g, "");
  };
  const row = overview.blocks.at(-1)?.rows[0];
  const followers = (
    ...values: [platform: "x" | null, value: number | null, difference: number | null][]
  ) =>
    [
      {
        metric: "followers",
        rows: values.map(([platform, value, difference]) => ({
          ...row,
          platform,
          value,
          change: { before: null, ratio: null, meaning: "same", difference },
        })),
      },
    ] as OverviewView["blocks"];
  const two = [norm("facebook", "normal"), norm("x", "learning")];

  test.each<[string, Partial<OverviewView>, string | undefined]>([
    ["names them", { norms: two }, "Facebook seperti biasa; X belum cukup data. "],
    [
      "counts more than three",
      {
        norms: [
          ...two,
          norm("tiktok", "normal"),
          norm("instagram", "normal"),
          { ...norm("x", "normal"), handle: "y" },
        ],
      },
      "4 akun seperti biasa; X · perpus belum cukup data. ",
    ],
    [
      "how many people follow, and how many more",
      { norms: [], blocks: followers(["x", 900, 8], [null, 1200, 58]) },
      "1.200 pengikut, +58 dalam 28 hari.",
    ],
    [
      "of one account",
      { norms: [], blocks: followers(["x", 900, -8]) },
      "900 pengikut, −8 dalam 28 hari.",
    ],
    [
      "where nothing is known from before",
      { norms: [], blocks: followers(["x", 900, null]) },
      "900 pengikut.",
    ],
    ["nothing is known at all", { norms: [], blocks: followers(["x", null, null]) }, undefined],
  ])("%s", async (_, of, said) => expect(await line(of)).toBe(said));

  test("in English one is and two are", async () => {
    expect(await line({ norms: two }, "en")).toBe(
      "Facebook is as usual; X has too little data yet. ",
    );
    expect(await line({ norms: [norm("x", "weak"), norm("tiktok", "weak")] }, "en")).toBe(
      "X and TikTok are weak. ",
    );
  });
});

describe("the first thing to try", () => {
  const tried = async (headline: OverviewView["headline"]) =>
    /<p class="try"><b>Coba:<\/b> (.*?)<\/p>/.exec(
      await renderPage({ ...overview, headline }),
    )?.[1];

  test.each([
    [
      "what was most different",
      [{ what: "hour", now: 9, before: 15 }] as const,
      "kembali terbit sekitar pukul 15.00, seperti sebelumnya.",
    ],
    [
      "else what fits the cause",
      [],
      "unggah pada jam yang dulu ramai, dan beri jarak antarunggahan.",
    ],
  ])("%s", async (_, differences, said) => {
    const streak = {
      ...weak.streak,
      differences: [...differences],
      reach_ratio: 0.5,
      reaction_ratio: 1,
    };
    expect(await tried({ kind: "weak", streak })).toBe(said);
  });

  test("nothing where nothing is weak", async () => expect(await tried(calm)).toBeUndefined());
});
