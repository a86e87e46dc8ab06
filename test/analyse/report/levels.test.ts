import { expect, test } from "vitest";
import { reportLevels } from "../../../functions/analyse/report/levels.ts";
import { FORMATS } from "../../../functions/model/format.ts";
import { post } from "./reports.ts";

const levels = (posts: ReturnType<typeof post>[]) =>
  reportLevels(posts, FORMATS, (at) => posts[at]?.format ?? null);

test("of no posts there is no level", () => expect(levels([])).toEqual([]));

test("the most posts first, with the median of the reactions that are known", () =>
  expect(
    levels([
      post({ format: "link", interactions: 9 }),
      post({ format: "image", interactions: 4 }),
      post({ format: "image", interactions: null }),
      post({ format: "image", interactions: 100 }),
      post({ format: "link", interactions: null, removed: true }),
    ]),
  ).toEqual([
    { level: "image", posts: 3, interactions: 52 },
    { level: "link", posts: 1, interactions: 9 },
  ]));

test("of as many, in the order of the list, and what has none last; nothing known is no nought", () =>
  expect(
    levels([post({ format: null }), post({ format: "video" }), post({ format: "carousel" })]),
  ).toEqual([
    { level: "carousel", posts: 1, interactions: null },
    { level: "video", posts: 1, interactions: null },
    { level: null, posts: 1, interactions: null },
  ]));
