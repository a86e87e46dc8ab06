import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threadsOf } from "../../functions/analyse/threads.ts";
import type { Platform } from "../../functions/model/platform.ts";

/** `a1`: by someone else at 1; `A3<a`: ours at 3, in answer to `a`. */
function read(text: string) {
  return text.split(" ").map((one) => {
    const [, id = "", at = "", reply = ""] = /^(\w)(\d+)(?:<(\w))?$/.exec(one) ?? [];
    return {
      external_id: id,
      at: Number(at),
      ours: id === id.toUpperCase(),
      reply_to: reply || null,
    };
  });
}

const said = (text: string, platform: Platform = "instagram") =>
  threadsOf(text === "" ? [] : read(text), platform)
    .map(({ comment, answered_at }) => `${comment.external_id}${answered_at ?? "?"}`)
    .join(" ");

describe("threads", () => {
  test.each<[string, string, string]>([
    ["none without comments", "", ""],
    ["a comment that nobody answered waits", "a1", "a?"],
    ["is answered by the first reply of the account", "a1 B9<a C5<a", "a5"],
    ["is not answered by what others say", "a1 b2<a", "a?"],
    ["is answered deeper down, too", "a1 b2<a C7<b", "a7"],
    ["what somebody adds below is no thread of its own", "a1 B2<a c3<B", "a2"],
    ["each has its own answer", "a1 b2 C4<b D9<a", "a9 b4"],
    ["the account's own comment starts none", "A1", ""],
    ["its reply to itself neither", "A1 B2<A", ""],
    ["who answers the account's own comment starts one", "A1 b2<A", "b?"],
    ["a reply to what is not known here starts one", "b2<x", "b?"],
    ["a reply of the account to what is not known answers nobody", "a1 B2<x", "a?"],
    ["a reply before the comment is none: the clocks were wrong", "a5 B3<a", "a?"],
    ["one of the same second is", "a5 B5<a", "a5"],
    ["the oldest first, of one second by their ids", "b7 a7 c1", "c? a? b?"],
    ["replies in a circle start nothing and answer nothing", "a1<b b2<a C3<b d4", "d?"],
    ["a circle of its own", "a1<a", ""],
    ["what hangs below a circle starts a thread", "a1<b b2<a c3<a", "c?"],
  ])("%s", (_, comments, expected) => {
    expect(said(comments)).toBe(expected);
  });

  test.each<[string, Platform, string]>([
    ["below the account's own comment its next reply there answers", "instagram", "b5 c5 e?"],
    ["on Facebook too", "facebook", "b5 c5 e?"],
    ["and on TikTok", "tiktok", "b5 c5 e?"],
    ["but on X, where each reply names what it answers", "x", "b? c? e?"],
  ])("%s", (_, platform, expected) => {
    expect(said("A1 b2<A c3<A D5<A e6<D", platform)).toBe(expected);
  });

  test("are the same in whatever order the comments are", () => {
    const ids = [..."abcdEFGH"];
    const comments = fc.uniqueArray(
      fc.record({
        external_id: fc.constantFrom(...ids),
        at: fc.nat(6),
        reply_to: fc.option(fc.constantFrom(...ids, "x"), { nil: null }),
      }),
      { selector: ({ external_id }) => external_id },
    );
    const told = comments.map((rows) =>
      rows.map((row) => ({ ...row, ours: row.external_id === row.external_id.toUpperCase() })),
    );
    fc.assert(
      fc.property(
        told.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(threadsOf(shuffled, "instagram")).toEqual(threadsOf(rows, "instagram"));
        },
      ),
      { seed: 16 },
    );
  });
});
