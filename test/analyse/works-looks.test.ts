/** What stands around a look: whose is due, a look in slices, what is gone, and what a caption says. By table. */
import { describe, expect, test } from "vitest";
import { gridOf } from "../../functions/analyse/works/best-hours.ts";
import { captionFacts } from "../../functions/analyse/works/caption.ts";
import { designOf, ownOf } from "../../functions/analyse/works/design.ts";
import { dueLook, type LookStanding } from "../../functions/analyse/works/due.ts";
import { goneClaims } from "../../functions/analyse/works/gone.ts";
import { levelsAmong } from "../../functions/analyse/works/levels.ts";
import { judged, prepareLook, readTogether } from "../../functions/analyse/works/look.ts";
import { membersOf } from "../../functions/analyse/works/members.ts";
import {
  linesIn,
  packAccounts,
  packAnswerable,
  packLevels,
  packPosts,
  packShuffling,
  unpackAccount,
  unpackAnswerable,
  unpackLevels,
  unpackPosts,
  unpackShuffling,
  unpackUnits,
} from "../../functions/analyse/works/packed.ts";
import { shufflingOf } from "../../functions/analyse/works/permutations.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { questionsOf } from "../../functions/analyse/works/questions.ts";
import { scoresOf } from "../../functions/analyse/works/scores.ts";
import {
  beginProgress,
  materialOf,
  nextSlice,
  resultOf,
  shufflesFor,
  withBefore,
} from "../../functions/analyse/works/slices.ts";
import { countOf } from "../../functions/analyse/works/units.ts";
import { whatWorks } from "../../functions/analyse/works.ts";
import type { Claim } from "../../functions/model/claim.ts";
import { claimsSeenBy, type LookState, type MonthClaim } from "../../functions/model/look.ts";
import { random } from "../../tools/streaks/random.ts";
import { drawPage } from "../../tools/works/page.ts";
import { daily, JAKARTA } from "./works-posts.ts";

describe("whose look is due", () => {
  const look = (more: Partial<LookStanding> = {}): LookStanding => ({
    state: "ready",
    posts: 100,
    of: [1],
    made_at: 100,
    late: 0,
    finished: true,
    ...more,
  });
  const pool = (more: Partial<LookStanding> = {}) => look({ of: [1, 2], ...more });
  const ONE = [{ id: 1, look: look() }];
  const TWO = [...ONE, { id: 2, look: look({ of: [2] }) }];
  const first = { account_id: 1 };
  const together = { pool: true, of: [1, 2] } as ReturnType<typeof dueLook>;

  test.each<[string, Parameters<typeof dueLook>, ReturnType<typeof dueLook>]>([
    ["no account", [[], null], null],
    ["one without a look", [[{ id: 1, look: null }], null], first],
    ["one that was begun", [[{ id: 1, look: look({ finished: false }) }], null], first],
    ["one alone has all that there is", [ONE, null], null],
    ["a few posts that came late", [[{ id: 1, look: look({ late: 49 }) }], null], null],
    ["half as many again", [[{ id: 1, look: look({ late: 50 }) }], null], first],
    [
      "one post while learning",
      [[{ id: 1, look: look({ state: "learning", posts: 12, late: 1 }) }], null],
      first,
    ],
    [
      "too few reactions, and nothing new",
      [[{ id: 1, look: look({ state: "too_few" }) }], null],
      null,
    ],
    [
      "who has none goes before who is to have another",
      [
        [
          { id: 1, look: look({ late: 500 }) },
          { id: 2, look: null },
        ],
        null,
      ],
      { account_id: 2 },
    ],
    ["all together, once each has its own", [TWO, null], together],
    ["all together stand", [TWO, pool()], null],
    ["all together were begun", [TWO, pool({ finished: false })], together],
    [
      "one was judged anew since",
      [[...ONE, { id: 2, look: look({ made_at: 101 }) }], pool()],
      together,
    ],
    ["another set of accounts", [TWO, pool({ of: [1, 3] })], together],
    [
      "one that is not ready is no part of it",
      [[...TWO, { id: 3, look: look({ state: "learning" }) }], pool()],
      null,
    ],
    [
      "one ready, one not: nothing together",
      [[...ONE, { id: 2, look: look({ state: "too_few" }) }], null],
      null,
    ],
  ])("%s", (_name, asked, expected) => expect(dueLook(...asked)).toEqual(expected));
});

describe("a look in slices", () => {
  const when = { time_zone: JAKARTA, month: "2026-08" };

  /** With JSON between its slices, to where `until` stops it. */
  function sliced(posts: WorksPost[], standing: Claim[] = []) {
    const look = prepareLook(posts, when);
    let progress = beginProgress(look, standing);
    let material = materialOf(look);
    const steps: string[] = [];
    while (progress.next !== "end" && progress.next !== "before") {
      steps.push(progress.next);
      const slice = nextSlice(JSON.parse(JSON.stringify(progress)), material);
      progress = slice.progress;
      material = (slice.material ?? material) + (slice.more ?? "");
    }
    return { progress, material, steps };
  }

  test("needs no look of the month before where nothing would open", () => {
    const posts = daily(200, (index) => ({ interactions: 50 + ((index * 37) % 41) }));
    const { progress, material, steps } = sliced(posts);
    expect(steps).toEqual([
      ...["hours", "levels", "members", "questions", "ties", "sizes", "scores", "lots"],
      ...Array(5).fill("shuffles"),
    ]);
    expect(progress).toMatchObject({ next: "end", claims: [] });
    expect(nextSlice(progress, material)).toEqual({ progress });
  });

  test("wants the month before where something would, and says what both agree in", () => {
    const posts = daily(200, (index) => ({
      topic: index % 3 === 0 ? "literacy" : "events",
      interactions: (index % 3 === 0 ? 200 : 50) + ((index * 37) % 41),
    }));
    const { progress } = sliced(posts);
    expect(progress).toMatchObject({ next: "before", claims: null });
    // a month that has nothing to judge agrees in nothing
    const learning = withBefore(progress, { month: "2026-07", state: "learning", posts: 3 });
    expect(learning).toMatchObject({ next: "end", claims: [] });
    const before = prepareLook(posts, { ...when, month: "2026-07" });
    let further = withBefore(progress, before);
    let material = materialOf(before);
    while (further.next !== "end") {
      const slice = nextSlice(further, material);
      further = slice.progress;
      material = (slice.material ?? material) + (slice.more ?? "");
    }
    const now = "2026-08-15T00:00:00Z";
    expect(further.claims).toEqual(whatWorks(posts, { time_zone: JAKARTA, now }));
    expect(further.claims?.map(({ level }) => level)).toEqual(["literacy"]);
    expect(resultOf(further).members["topic:literacy"]).toHaveLength(60);
  });

  test("of too few posts is at its end, with an empty list", () => {
    const progress = beginProgress(prepareLook(daily(6), when), []);
    expect(progress.next).toBe("end");
    expect(resultOf(progress)).toEqual({
      levels: { state: "learning", posts: 6, levels: [], posts_for_double: null },
      cells: [],
      members: {},
    });
  });

  test.each([
    [30, 100],
    [200, 60],
    [400, 30],
    [1_000, 12],
    [9_000, 12],
  ])("of %i posts has %i shuffles", (posts, shuffles) => expect(shufflesFor(posts)).toBe(shuffles));

  test.each<[LookState, LookState, LookState, number]>([
    ["ready", "ready", "ready", 42],
    ["ready", "too_few", "ready", 40],
    ["learning", "ready", "ready", 2],
    ["learning", "too_few", "too_few", 42],
    ["too_few", "learning", "too_few", 42],
    ["learning", "learning", "learning", 42],
  ])("of accounts that are %s and %s, read one after the other, is %s", (a, b, state, posts) => {
    const one = { month: "2026-08", state: a, posts: 40 };
    const other = { month: "2026-08", state: b, posts: 2 };
    expect(readTogether(one, other)).toEqual({ month: "2026-08", state, posts });
  });

  test("of two accounts together is what it is in one go, and asks each of them by itself", () => {
    const of = (account: string, times: number) =>
      daily(120, (index) => ({
        account,
        topic: index % 3 === 0 ? "literacy" : "events",
        format: index % 2 === 0 ? "video" : "image",
        interactions: (index % 3 === 0 ? times * 50 : 50) + ((index * 37) % 41),
      })).map((post) => ({ ...post, id: `${times}${post.id.slice(1)}` }));
    const posts = [...of("b", 4), ...of("a", 1)];
    const { progress, steps } = sliced(posts);
    expect(steps.slice(0, 9)).toEqual([
      ...[
        "hours",
        "levels",
        "members",
        "questions",
        "questions",
        "ties",
        "sizes",
        "scores",
        "lots",
      ],
    ]);
    const whole = judged(prepareLook(posts, when));
    expect(progress.this_month.found).toEqual(whole?.found);
    expect(progress.this_month.chances).toEqual(whole?.chances);
    const { accounts } = prepareLook(posts, when);
    const members = membersOf(levelsAmong(accounts), accounts);
    expect(progress.shown).toEqual({ cells: gridOf(accounts), members });
  });

  test("keeps posts, units, what can be asked and shuffles whole as texts", () => {
    const posts = drawPage(random(3));
    const { accounts } = prepareLook(posts, when);
    expect(unpackUnits(packAccounts(accounts) + packAccounts(accounts))).toEqual([
      ...accounts,
      ...accounts,
    ]);
    expect(unpackPosts(packAccounts(accounts) + packPosts(posts))).toEqual({
      before: packAccounts(accounts),
      posts,
    });
    expect(unpackPosts(packPosts(posts))).toEqual({ before: "", posts });
    const levels = levelsAmong(accounts);
    const answerable = accounts.map((units) =>
      packAnswerable(questionsOf(levels, ownOf(units, { from: 0, to: countOf(units) }))),
    );
    const scores = accounts.map(({ values }) => scoresOf(values));
    const all = [packAccounts(accounts), packAccounts(scores), packLevels(levels), ...answerable];
    const lines = linesIn(all.join(""), 2);
    expect(lines).toEqual({
      accounts: [packAccounts(accounts), packAccounts(scores)],
      levels: packLevels(levels),
      answerable,
    });
    expect(lines.accounts.map(unpackAccount)).toEqual([...accounts, ...scores]);
    expect(unpackLevels(lines.levels)).toEqual(levels);
    expect(lines.answerable.map(unpackAnswerable).map(packAnswerable)).toEqual(answerable);
    expect(() => linesIn(packAccounts(accounts), 1)).toThrow(RangeError);
    expect(() => linesIn(packLevels(levels), 0)).toThrow(RangeError);
    const shuffling = shufflingOf(designOf(accounts));
    expect(unpackShuffling(packShuffling(shuffling))).toEqual(shuffling);
  });
});

describe("what is gone", () => {
  const claim = (month: string, level: string, more: Partial<MonthClaim> = {}): MonthClaim => ({
    account_id: 1,
    month,
    factor: "topic",
    level,
    direction: 1,
    ratio: 1.6,
    low: 1.2,
    high: 2.1,
    posts: 34,
    chance: 0.01,
    entangled_with: null,
    ...more,
  });
  const gone = (...claims: MonthClaim[]) =>
    goneClaims(claims, "2026-06").map(({ level, since }) => `${level} ${since}`);

  test.each<[string, MonthClaim[], string[]]>([
    ["nothing was claimed", [], []],
    ["it stands", [claim("2026-05", "a"), claim("2026-06", "a")], []],
    [
      "since the month after it stood last",
      [claim("2026-03", "a"), claim("2026-04", "a")],
      ["a 2026-05"],
    ],
    ["it came back", [claim("2026-03", "a"), claim("2026-06", "a")], []],
    [
      "the other way round it is another claim",
      [claim("2026-05", "a"), claim("2026-06", "a", { direction: -1 })],
      ["a 2026-06"],
    ],
    [
      "another account's stands",
      [claim("2026-05", "a"), claim("2026-06", "a", { account_id: 2 })],
      ["a 2026-06"],
    ],
    ["what was half a year ago is remembered", [claim("2025-12", "a")], ["a 2026-01"]],
    ["longer ago is not", [claim("2025-11", "a")], []],
    ["what is said later is not known yet", [claim("2026-06", "a"), claim("2026-07", "b")], []],
    [
      "the latest first, then the surest",
      [claim("2026-03", "a"), claim("2026-05", "c"), claim("2026-05", "b", { chance: 0.003 })],
      ["b 2026-06", "c 2026-06", "a 2026-04"],
    ],
  ])("%s", (_name, claims, expected) => {
    expect(gone(...claims)).toEqual(expected);
    expect(gone(...claims.toReversed())).toEqual(expected);
  });

  test("a claim of all together is seen by whoever may see each of them", () => {
    const all = [
      { ...claim("2026-06", "a"), of: [1] },
      { ...claim("2026-06", "b", { account_id: null }), of: [1, 2] },
    ];
    const seen = (...ids: number[]) =>
      claimsSeenBy(all, ids)
        .map(({ level }) => level)
        .join("");
    expect([seen(1, 2, 3), seen(1), seen(2), seen()]).toEqual(["ab", "a", "", ""]);
  });
});

describe("what a caption says", () => {
  test.each<[string | null, ReturnType<typeof captionFacts>]>([
    [null, { caption_length: null, hashtags: [], question: null }],
    ["", { caption_length: 0, hashtags: [], question: false }],
    ["Sudah baca? #BukuBaru", { caption_length: 21, hashtags: ["BukuBaru"], question: true }],
    ["#a #A #b_1, #c", { caption_length: 14, hashtags: ["a", "A", "b_1", "c"], question: false }],
    ["lihat https://x.id/a?b=1", { caption_length: 24, hashtags: [], question: false }],
    ["#كتاب؟", { caption_length: 6, hashtags: ["كتاب"], question: true }],
    ["📚 #Baca_2 #café", { caption_length: 16, hashtags: ["Baca_2", "café"], question: false }],
    ["📚 #Baca_2 – #b", { caption_length: 15, hashtags: ["Baca_2", "b"], question: false }],
    ["# bukan tagar", { caption_length: 13, hashtags: [], question: false }],
  ])("%s", (caption, facts) => expect(captionFacts(caption)).toEqual(facts));
});
