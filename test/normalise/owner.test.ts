import { describe, expect, test } from "vitest";
import { namedHandle } from "../../functions/normalise/handle.ts";
import type { KnownAccount } from "../../functions/normalise/known-account.ts";
import {
  type Asked,
  ownership,
  refuseStranger,
  refuseTwoIds,
} from "../../functions/normalise/owner.ts";
import { refusal } from "./refusal.ts";

const row = (
  handle: string | null,
  external_id: string | null = null,
  name: string | null = null,
) => ({
  handle,
  external_id,
  name,
});
const OWN = row("perpus", "1");
const PARTNER = row("taman", "2");
const NOBODY: Asked = { platform: "instagram", chosen: null, decided: null, known: [] };

const here = (
  handle: string,
  external_id: string | null = null,
  ...old_handles: string[]
): KnownAccount => ({ platform: "instagram", handle, external_id, old_handles });

describe("whose file it is", () => {
  test.each([
    ["what most rows say", [OWN, PARTNER, OWN], NOBODY, "1", []],
    [
      "the handle where there is no id",
      [row("perpus"), row("taman"), row("perpus")],
      NOBODY,
      "perpus",
      [],
    ],
    ["one account under two handles", [row("lama", "1"), PARTNER, OWN], NOBODY, "1", []],
    ["a row without the id counts by its handle", [OWN, row("perpus"), PARTNER], NOBODY, "1", []],
    ["as many of one as of another", [OWN, PARTNER], NOBODY, null, ["perpus", "taman"]],
    [
      "by their ids where nothing else is known",
      [row(null, "1"), row(null, "2")],
      NOBODY,
      null,
      ["1", "2"],
    ],
    ["then the chosen one", [OWN, PARTNER], { ...NOBODY, chosen: "taman" }, "2", []],
    ["or its id", [row(null, "1"), row(null, "2")], { ...NOBODY, chosen: "2" }, "2", []],
    ["though fewer rows are its", [OWN, OWN, PARTNER], { ...NOBODY, chosen: "taman" }, "2", []],
    [
      "unless more are of the one that is known here",
      [OWN, OWN, PARTNER],
      { ...NOBODY, chosen: "taman", known: [here("perpus")] },
      "1",
      [],
    ],
    [
      "the chosen one that is known here, by what it is called now",
      [row("lama", "1"), PARTNER, PARTNER],
      { ...NOBODY, chosen: "perpus", known: [here("perpus", "1", "lama")] },
      "1",
      [],
    ],
    [
      "or was called before, in a tie",
      [OWN, PARTNER],
      { ...NOBODY, chosen: "lama", known: [here("perpus", "1", "lama"), here("taman")] },
      "1",
      [],
    ],
    [
      "or by its id, where the file says none",
      [row("lama"), row("taman"), row("taman")],
      { ...NOBODY, chosen: "1", known: [here("perpus", "1", "lama")] },
      "lama",
      [],
    ],
    [
      "the one that is known here, against most rows",
      [OWN, PARTNER, PARTNER],
      { ...NOBODY, known: [here("perpus")] },
      "1",
      [],
    ],
    [
      "by a handle that it had",
      [row("lama"), row("taman"), row("taman")],
      { ...NOBODY, known: [here("perpus", null, "lama")] },
      "lama",
      [],
    ],
    [
      "by its id",
      [row("baru", "1"), PARTNER, PARTNER],
      { ...NOBODY, known: [here("perpus", "1")] },
      "1",
      [],
    ],
    [
      "not one that has the handle of another, with another id",
      [row("perpus", "9"), PARTNER, PARTNER],
      { ...NOBODY, known: [here("perpus", "1")] },
      "2",
      [],
    ],
    [
      "its handles before and after count together",
      [row("lama"), row("perpus"), row("taman"), row("taman")],
      { ...NOBODY, known: [here("perpus", null, "lama"), here("taman")], chosen: "lama" },
      "lama",
      [],
    ],
    [
      "of several that are known the one with most rows of all",
      [OWN, PARTNER, PARTNER, row("lain", "3")],
      { ...NOBODY, known: [here("perpus"), here("taman")] },
      "2",
      [],
    ],
    [
      "asked where most are of none of them",
      [OWN, PARTNER, row("lain", "3"), row("lain", "3")],
      { ...NOBODY, known: [here("perpus"), here("taman")] },
      null,
      ["perpus", "taman"],
    ],
    [
      "what an account is called now beats what another was",
      [row("perpus"), row("taman")],
      { ...NOBODY, chosen: "perpus", known: [here("baru", "1", "perpus"), here("perpus", "2")] },
      "perpus",
      [],
    ],
    [
      "a stranger settles nothing",
      [OWN, PARTNER],
      { ...NOBODY, chosen: "lain" },
      null,
      ["perpus", "taman"],
    ],
    [
      "what a look at the whole file found",
      [PARTNER, PARTNER, OWN],
      { ...NOBODY, decided: "1" },
      "1",
      [],
    ],
    ["nobody says it", [row(null)], NOBODY, null, []],
    ["no rows", [], NOBODY, null, []],
  ])("%s", (_, accounts, asked, owner, tied) => {
    const found = ownership(accounts, asked);
    expect([found.owner, found.tied]).toEqual([owner, tied]);
  });

  test("a partner's rows are not the owner's, those that say nothing are", () => {
    const { owns } = ownership([OWN, OWN, PARTNER, row("perpus"), row(null)], NOBODY);
    expect([OWN, PARTNER, row("perpus"), row("taman"), row(null)].map(owns)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test("by its handle too, where the whole file knew no id", () => {
    const { owns } = ownership([OWN, PARTNER], { ...NOBODY, decided: "perpus" });
    expect([OWN, PARTNER].map(owns)).toEqual([true, false]);
  });

  test.each([
    ["nobody was chosen", null],
    ["by its handle", "perpus"],
    ["by its id", "1"],
    ["by its name", "perpustakaankota"],
  ])("the file of the chosen account is taken: %s", (_, chosen) =>
    refuseStranger([row("perpus", "1", "Perpustakaan Kota")], {
      platform: "facebook",
      chosen,
      known: [],
    }),
  );

  test("so is one that says no name", () =>
    refuseStranger([row(null, "1")], { ...NOBODY, chosen: "perpus" }));

  test.each(["perpus", "lama", "1"])("and one of %o under a name that is known here", (chosen) =>
    refuseStranger([row("lama", "1"), row("baru", "1")], {
      ...NOBODY,
      chosen,
      known: [here("perpus", "1", "lama")],
    }),
  );

  test("another account's is refused, by its name", () => {
    const run = () => refuseStranger([row(null, "1"), OWN], { ...NOBODY, chosen: "taman" });
    expect(refusal(run)).toEqual({
      code: "conflict",
      problems: [["account", "not_this_account"]],
    });
    expect(run).toThrow('the file holds posts of "perpus", not of "taman"');
  });
});

test("one handle with two ids is refused, and both are named", () => {
  const rows = [row("perpus", "1"), row("perpus", "3"), row("taman", "2"), row("perpus")];
  const column = { platform: "instagram", column: "Account ID" } as const;
  const run = () => refuseTwoIds(rows, ["perpus", null], column);
  expect(refusal(run)).toEqual({ code: "invalid", problems: [["Account ID", "two_ids"]] });
  expect(run).toThrow(/"perpus" .*: 1, 3/);
  refuseTwoIds(rows, ["taman", null], column);
  refuseTwoIds(rows, ["perpus"], { ...column, platform: "facebook" });
});

describe("an account as people name it", () => {
  test.each([
    ["instagram", "perpus.kota", "perpus.kota"],
    ["instagram", " @Perpus.Kota ", "perpus.kota"],
    ["instagram", "https://www.instagram.com/Perpus.Kota/?hl=id", "perpus.kota"],
    ["instagram", "instagram.com/perpus.kota", "perpus.kota"],
    ["instagram", "https://instagram.com/stories/perpus.kota/123/", "perpus.kota"],
    ["tiktok", "https://www.tiktok.com/@Perpus.Kota/video/1", "perpus.kota"],
    ["x", "https://twitter.com/PerpusKota/status/1", "perpuskota"],
    ["x", "http://mobile.x.com/PerpusKota", "perpuskota"],
    ["facebook", "https://web.facebook.com/PerpusKota/", "perpuskota"],
    // names of pages are pushed as handles too
    ["facebook", "Perpus Kota", "perpus kota"],
    ["x", "x.co", "x.co"],
  ] as const)("%s %s", (platform, text, handle) =>
    expect(namedHandle(platform, text)).toEqual({ handle }),
  );

  test.each([
    ["a post's address", "instagram", "https://www.instagram.com/p/DfzXBPDgAAD/", "not_a_handle"],
    ["another platform's", "instagram", "https://x.com/perpus", "not_a_handle"],
    ["a look-alike's", "x", "https://x.com.evil.example/perpus", "not_a_handle"],
    ["one with a name before the host", "x", "https://a@x.com/perpus", "not_a_handle"],
    ["the platform's own", "instagram", "www.instagram.com", "not_a_handle"],
    ["with nothing behind it", "instagram", "https://www.instagram.com/", "not_a_handle"],
    [
      "a profile by its number",
      "facebook",
      "https://facebook.com/profile.php?id=1",
      "not_a_handle",
    ],
    ["a group's", "facebook", "https://facebook.com/groups/perpus", "not_a_handle"],
    ["TikTok's without the @", "tiktok", "https://tiktok.com/perpus", "not_a_handle"],
    ["X's without the account", "x", "https://x.com/i/status/1", "not_a_handle"],
    ["a path", "x", "perpus/kota", "not_a_handle"],
    ["a path of Windows", "x", "perpus\\kota", "not_a_handle"],
    ["nothing", "x", " @ ", "empty"],
    ["what can't be seen", "x", "per\u0007pus", "control_character"],
    ["longer than any", "x", "x".repeat(201), "too_long"],
  ] as const)("%s is none", (_, platform, text, fault) =>
    expect(namedHandle(platform, text)).toEqual({ fault }),
  );
});

test("a name counts for a page of Facebook alone: elsewhere anybody may show another's", () => {
  const run = () =>
    refuseStranger([row("lain", "9", "Perpustakaan Kota")], {
      ...NOBODY,
      chosen: "perpustakaankota",
    });
  expect(refusal(run)).toMatchObject({ code: "conflict" });
});

test.each(["a b", "a\u202eb", "perpus\u200b.b", "=cmd", "javascript:alert(1)", "@@x", ".."])(
  "%j is no handle",
  (text) => expect(namedHandle("instagram", text)).toEqual({ fault: "not_a_handle" }),
);
