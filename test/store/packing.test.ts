import { describe, expect, test } from "vitest";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import { JUDGED_POST } from "../../functions/store/judged-posts.ts";
import { MONTH_PACKING } from "../../functions/store/month-packing.ts";
import { nested, numbered, packing } from "../../functions/store/packing.ts";
import { FOLD } from "../../functions/store/posts.ts";

describe("what is packed in a JSON column", () => {
  type Thing = {
    id: number;
    kind: "a" | "b" | null;
    gone: boolean | null;
    more: number[] | null;
    late: string;
  };
  const THING = packing<Thing>((next) => ({
    id: next.plain(),
    kind: next.as(numbered(["a", "b"])),
    late: next.later("later"),
    gone: next.flag(),
    more: next.as(nested<number[]>()),
  }));

  test.each<[string, Thing, unknown[]]>([
    ["all known", { id: 1, kind: "b", gone: true, more: [2], late: "later" }, [1, 1, 1, [2]]],
    [
      "false is 0, not unknown",
      { id: 1, kind: "a", gone: false, more: [], late: "later" },
      [1, 0, 0, []],
    ],
    [
      "unknown stays unknown",
      { id: 0, kind: null, gone: null, more: null, late: "later" },
      [0, null, null, null],
    ],
  ])("%s", (_name, value, packed) => {
    expect(THING.pack(value)).toEqual(packed);
    expect(THING.unpack(packed)).toEqual(value);
  });

  test("a field that came later is unknown in what was packed before", () => {
    expect(THING.unpack([1, 0])).toEqual({
      id: 1,
      kind: "a",
      gone: null,
      more: null,
      late: "later",
    });
  });

  // rows that stand hold their values in this order: a new field goes to the end, and is added here
  test.each([
    [
      "a month's day",
      MONTH_PACKING.day.fields,
      "date followers reach views profile_views followers_gained followers_lost platform_time_zone gains",
    ],
    [
      "a month's post",
      MONTH_PACKING.post.fields,
      "id published_at published_on published_precision format topic paid removed hidden mature " +
        "likes comments shares saves reach views clicks watch_seconds interactions interactions_partial " +
        "followers_at_publish followers_estimated",
    ],
    ["a month's verdict", MONTH_PACKING.verdict.fields, "id state score weak"],
    [
      "a judged post",
      JUDGED_POST.fields,
      "id published_at published_precision month left_out format interactions followers read_at reach learned " +
        "state score weak topic",
    ],
  ])("the order of %s is never changed", (_what, fields, order) => {
    expect(fields).toEqual(order.split(" "));
  });
});

describe("what a post's row keeps of its readings", () => {
  test.each([
    ["nothing yet", "{}", { fold: null, said: [], imported: false }],
    [
      "when each field was last said, of before it was kept when all were",
      JSON.stringify({ fold: null, said: { caption: 10, format: 30, published: 30 } }),
      {
        fold: null,
        said: [
          [0, -1],
          [10, 4],
          [11, -1],
          [30, 2 + 128],
        ],
        imported: false,
      },
    ],
    [
      "figures of before there were others: they are unknown, and a first count is news",
      JSON.stringify({ fold: { read_at: 5, last: { likes: 3 }, known: { likes: 3 } }, said: {} }),
      {
        fold: { read_at: 5, last: { ...NO_FIGURES, likes: 3 }, known: { ...NO_FIGURES, likes: 3 } },
        said: [],
        imported: false,
      },
    ],
  ])("%s", (_what, kept, fold) => expect(FOLD.unpack(kept)).toEqual(fold));
});
