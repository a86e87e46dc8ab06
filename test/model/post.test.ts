import { describe, expect, test } from "vitest";
import { addGains, emptyDaily, type Gains, gained, NO_GAINS } from "../../functions/model/daily.ts";
import {
  counts,
  isStory,
  MATURE_AGE_SECONDS,
  type Post,
  stands,
} from "../../functions/model/post.ts";
import { type Snapshot, saysAnything } from "../../functions/model/snapshot.ts";
import { post } from "../analyse/months.ts";

describe("a post", () => {
  test.each<[string, Partial<Post>, boolean, boolean]>([
    // counts in norms and medians, is one of those published
    ["as most are", {}, true, true],
    ["of which nobody said whether it was paid for", { paid: null }, true, true],
    ["that was paid for", { paid: true }, false, true],
    ["that a person hid", { hidden: true }, false, true],
    ["that is gone", { removed: true }, false, false],
    ["that is a story", { format: "story" }, false, false],
    ["of no known format", { format: null }, true, true],
  ])("%s: counts %s, stands %s", (_, of, count, stand) => {
    expect(counts(post(of))).toBe(count);
    expect(stands(post(of))).toBe(stand);
  });

  test("is a story by its format alone", () => {
    expect(isStory({ format: "story" })).toBe(true);
    expect(isStory({ format: "image" })).toBe(false);
    expect(isStory({ format: null })).toBe(false);
  });

  test("is mature after two days", () => expect(MATURE_AGE_SECONDS).toBe(172_800));
});

describe("a day's gains", () => {
  const gains: Gains = [5, 1, 2, 1, 3, 1, 4, 1, 1, 1];

  test("add up, and can be taken away again", () => {
    const twice = addGains(gains, gains);
    expect(twice).toEqual([10, 2, 4, 2, 6, 2, 8, 2, 2, 2]);
    expect(addGains(twice, gains, -1)).toEqual(gains);
    expect(addGains(gains, NO_GAINS)).toEqual(gains);
  });

  test.each<[string, Gains | null, object]>([
    [
      "all known",
      [5, 1, 2, 1, 3, 1, 4, 1, 0, 0],
      {
        likes: 5,
        comments: 2,
        shares: 3,
        saves: 4,
        interactions: 10,
        interactions_partial: false,
        fell: false,
      },
    ],
    [
      "likes alone",
      [5, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      {
        likes: 5,
        comments: null,
        shares: null,
        saves: null,
        interactions: 5,
        interactions_partial: true,
      },
    ],
    [
      "comments alone",
      [0, 0, 2, 1, 0, 0, 0, 0, 1, 0],
      { likes: null, comments: 2, interactions: 2 },
    ],
    ["shares alone", [0, 0, 0, 0, 3, 1, 0, 0, 1, 0], { shares: 3, interactions: 3 }],
    ["saves are no interactions", [0, 0, 0, 0, 0, 0, 4, 1, 1, 0], { saves: 4, interactions: null }],
    [
      "known to be none",
      [0, 1, 0, 1, 0, 1, 0, 0, 0, 0],
      { likes: 0, interactions: 0, saves: null },
    ],
    ["a counter fell", [0, 1, 0, 1, 0, 1, 0, 1, 0, 2], { fell: true, interactions_partial: false }],
    [
      "none",
      null,
      {
        likes: null,
        comments: null,
        shares: null,
        saves: null,
        interactions: null,
        interactions_partial: false,
        fell: false,
      },
    ],
  ])("say: %s", (_, of, said) => expect(gained(of)).toMatchObject(said));

  test("of a day that nothing is known of", () =>
    expect(emptyDaily(3, "2026-11-02")).toEqual({
      account_id: 3,
      date: "2026-11-02",
      followers: null,
      reach: null,
      views: null,
      profile_views: null,
      followers_gained: null,
      followers_lost: null,
      platform_time_zone: null,
      gains: null,
    }));
});

describe("a snapshot", () => {
  const nothing: Snapshot = {
    platform: "x",
    account: "perpus",
    external_id: "1",
    name: null,
    read_at: 1,
    followers: null,
    days: [],
    posts: [],
    comments: [],
  };
  const any = [{}] as never;
  test.each<[string, Partial<Snapshot>, boolean]>([
    ["that only names an account", {}, false],
    ["with a count of followers, be it none", { followers: 0 }, true],
    ["with the account's name", { name: "Perpustakaan" }, true],
    ["with a day", { days: any }, true],
    ["with a post", { posts: any }, true],
    ["with a comment", { comments: any }, true],
  ])("%s says anything: %s", (_, of, says) =>
    expect(saysAnything({ ...nothing, ...of })).toBe(says),
  );
});
