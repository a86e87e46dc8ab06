import { describe, expect, test } from "vitest";
import { gonePosts } from "../../functions/normalise/gone.ts";
import {
  dailyFigures,
  instantOf,
  lifetimeFigures,
  openDays,
} from "../../functions/normalise/insights.ts";
import { byPost, isRead, postsRead } from "../../functions/normalise/listed.ts";
import { answer, at, known, seenAt } from "./answers.ts";

const NOW = at("2026-11-23T05:00:00Z");
const DAY = 86_400;
const ago = (days: number) => NOW - days * DAY;

describe("is a post of the newest page read by this visit", () => {
  const seen = seenAt(NOW, [
    known("due", ago(200), { due: true }),
    known("not due", ago(1), { due: false }),
  ]);
  test.each([
    ["one that is due, however old", "due", ago(200), true],
    ["one that is not due, however young", "not due", ago(1), false],
    ["a new one", "new", ago(1), true],
    ["a new one of ninety days", "new", ago(90), true],
    ["an older one was read by the back-fill", "new", ago(90) - 1, false],
    ["one without a time", "new", null, false],
  ])("%s", (_, id, published_at, read) => expect(isRead(seen)(id, published_at)).toBe(read));
});

describe("the posts that a visit read", () => {
  const seen = seenAt(NOW, [known("due", ago(9)), known("not due", ago(9), { due: false })]);
  /** A post of a page: its id and how many days old it is. */
  const post = (id: string, days = 5) => ({ id, at: ago(days) });
  const read = (...answers: ReturnType<typeof answer>[]) => [
    ...postsRead(answers, seen, (one) => Number(one.at)).keys(),
  ];
  const page = (of: string, ...posts: object[]) => answer(of, { data: posts });
  const unread = (id: string, ...asked: string[]) => ({ ...answer("unread", {}, id), asked });

  test.each([
    [
      "of the newest page those that are due or new",
      [page("posts", post("due"), post("not due"), post("new"))],
      ["due", "new"],
    ],
    [
      "of older pages every one but what is not due",
      [page("older_posts", post("old", 300), post("not due"), post("due"))],
      ["old", "due"],
    ],
    ["one asked for alone", [answer("post", post("not due"))], ["not due"]],
    ["each once", [page("posts", post("new")), page("older_posts", post("new"))], ["new"]],
    ["none of another answer", [page("comments", post("new"))], []],
    ["none without an id", [page("posts", { at: ago(1) }), answer("post", { at: ago(1) })], []],
    [
      "not one of which something is left unread",
      [page("posts", post("new")), unread("new", "insights")],
      [],
    ],
    [
      "nor after a fault, when it is no longer young",
      [page("posts", post("new", 3)), unread("new", "fault")],
      [],
    ],
    ["a young one after a fault", [page("posts", post("new", 2)), unread("new", "fault")], ["new"]],
    [
      "not a young one left for want of calls",
      [page("posts", post("new", 1)), unread("new", "calls")],
      [],
    ],
  ])("%s", (_, answers, ids) => expect(read(...answers)).toEqual(ids));
});

test("the answers about each post, by its id", () => {
  const answers = [
    answer("insights", { a: 1 }, "1"),
    answer("reel_insights", { a: 2 }, "1"),
    answer("insights", "odd", "2"),
    answer("comments", { a: 3 }, "1"),
    answer("insights", { a: 4 }),
  ];
  expect([...byPost(answers, "insights", "reel_insights")]).toEqual([
    ["1", [{ a: 1 }, { a: 2 }]],
    ["2", [{}]],
  ]);
  expect([...byPost([], "insights")]).toEqual([]);
});

test("posts found to be gone: nothing is said of them but that", () => {
  const seen = seenAt(NOW, [known("1", ago(9)), known("2", ago(8), { format: "image" })]);
  expect(
    gonePosts([answer("gone", {}, "2"), answer("posts", {}, "1"), answer("gone", {}, "9")], seen),
  ).toEqual([
    {
      likes: null,
      comments: null,
      shares: null,
      saves: null,
      reach: null,
      views: null,
      clicks: null,
      watch_seconds: null,
      external_id: "2",
      url: null,
      published_at: ago(8),
      published_precision: "second",
      format: null,
      caption: null,
      paid: null,
      removed_at: NOW,
    },
  ]);
});

describe("Meta's insights", () => {
  const metric = (name: unknown, of: object) => ({ name, ...of });
  const figures = (...data: object[]) => Object.fromEntries(lifetimeFigures([{ data }]));

  test.each<[string, object[], object]>([
    ["a total", [metric("views", { total_value: { value: 5 } })], { views: 5 }],
    [
      "the last of its values",
      [metric("views", { values: [{ value: 1 }, { value: 5 }] })],
      { views: 5 },
    ],
    [
      "a total beats values",
      [metric("views", { total_value: { value: 5 }, values: [{ value: 9 }] })],
      { views: 5 },
    ],
    ["nought", [metric("views", { total_value: { value: 0 } })], { views: 0 }],
    [
      "a number for each part: their sum",
      [metric("likes", { values: [{ value: { like: 3, love: 2 } }] })],
      { likes: 5 },
    ],
    [
      "one part that is none",
      [metric("likes", { values: [{ value: { like: 3, love: "x" } }] })],
      {},
    ],
    ["no parts at all are no nought", [metric("likes", { values: [{ value: {} }] })], {}],
    ["no value", [metric("likes", { values: [] })], {}],
    ["no name", [metric(null, { total_value: { value: 5 } })], {}],
    [
      "for its life and for a day: the life counts, whichever comes first",
      [
        metric("views", { period: "lifetime", values: [{ value: 9 }] }),
        metric("views", { period: "day", values: [{ value: 1 }] }),
      ],
      { views: 9 },
    ],
    ["for a day alone", [metric("views", { period: "day", values: [{ value: 1 }] })], { views: 1 }],
  ])("of a post: %s", (_, data, expected) => expect(figures(...data)).toEqual(expected));

  test("of several answers together", () =>
    expect([
      ...lifetimeFigures([
        { data: [metric("a", { total_value: { value: 1 } })] },
        {},
        { data: [metric("b", { total_value: { value: 2 } })] },
      ]),
    ]).toEqual([
      ["a", 1],
      ["b", 2],
    ]));

  test("day by day: when it ended, and its value; what is odd is left out", () =>
    expect(
      dailyFigures({
        data: [
          metric("reach", {
            values: [
              { value: 5, end_time: "2026-11-22T08:00:00+0000" },
              { value: { a: 1, b: 2 }, end_time: "2026-11-23T08:00:00+0000" },
              { value: null, end_time: "2026-11-23T08:00:00+0000" },
              { value: 7, end_time: "soon" },
            ],
          }),
          metric(null, { values: [{ value: 5, end_time: "2026-11-22T08:00:00+0000" }] }),
        ],
      }),
    ).toEqual([
      { metric: "reach", end: at("2026-11-22T08:00:00Z"), count: 5 },
      { metric: "reach", end: at("2026-11-23T08:00:00Z"), count: 3 },
    ]));

  test.each([
    ["2026-11-22T08:00:00+0000", at("2026-11-22T08:00:00Z")],
    [1_763_450_000, 1_763_450_000],
    ["1763450000", 1_763_450_000],
    ["17634500", null],
    ["176345000012", null],
    ["x1763450000", null],
    ["2026-11-22T08:00:00", null],
    [null, null],
  ])("the instant %o is %o", (value, instant) => expect(instantOf(value)).toBe(instant));

  describe("the days of an account", () => {
    // a day of Meta ends at midnight in Los Angeles: 08:00 UTC in winter
    const end = (day: number) => at(`2026-11-${day}T08:00:00Z`);
    const days = () => openDays(end(23));

    test("are gathered value by value, in order; the day is the one that ended then", () => {
      const open = days();
      open.note(end(22), "reach", 5);
      open.note(end(21), "views", 6);
      open.note(end(22), "views", 7);
      expect(open.all()).toMatchObject([
        {
          date: "2026-11-20",
          end_time: end(21),
          time_zone: "America/Los_Angeles",
          reach: null,
          views: 6,
        },
        { date: "2026-11-21", end_time: end(22), reach: 5, views: 7, profile_views: null },
      ]);
    });

    test("one that ends now is over, one that ends later has no figure yet", () => {
      const open = days();
      open.note(end(23), "reach", 5);
      open.note(end(23) + 1, "views", 5);
      expect(open.all()).toMatchObject([{ date: "2026-11-22", reach: 5, views: null }]);
    });

    test("without a value there is no day; nought is one", () => {
      const open = days();
      open.note(end(22), "reach", null);
      expect(open.all()).toEqual([]);
      open.note(end(22), "reach", 0);
      expect(open.all()).toHaveLength(1);
    });
  });
});
