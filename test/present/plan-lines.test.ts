/** What is seen of a plan, and what a change was. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../functions/model/plan.ts";
import { toChangeLine, toPlanLine } from "../../functions/present/plan-lines.ts";

const TODAY = "2026-11-23";
const ACCOUNTS = [
  { id: 1, platform: "facebook", handle: "a" },
  { id: 2, platform: "x", handle: "b" },
] as const;

const plan = (more: Partial<Plan> = {}): Plan => ({
  id: 5,
  series: null,
  trial: null,
  version: 1,
  on: TODAY,
  at: null,
  accounts: [1, 2],
  format: null,
  topic: null,
  title: "Kuis",
  note: null,
  person: null,
  event: null,
  state: "planned",
  ...more,
});
const kept = (...posts: (number | null)[]) =>
  posts.map((post, index) => ({ account: index + 1, post, by_person: false }));

test.each([
  ["its day not over, nothing there", { on: TODAY }, kept(null, null), "open"],
  ["its day over, nothing there", { on: "2026-11-22" }, kept(null, null), "late"],
  ["its day over, one of two", { on: "2026-11-22" }, kept(7, null), "late"],
  ["one of two on its day", { on: TODAY }, kept(7, null), "part"],
  ["both", { on: "2026-11-22" }, kept(7, 8), "published"],
  ["both, before its day", { on: "2026-11-24" }, kept(7, 8), "published"],
  ["an idea is never late", { on: "2026-11-22", state: "idea" }, kept(null, null), "open"],
  ["nor what was dropped", { on: "2026-11-22", state: "dropped" }, kept(null, null), "open"],
] as const)("%s", (_, more, matches, seen) =>
  expect(toPlanLine(plan(more), matches, ACCOUNTS, TODAY).seen).toBe(seen),
);

test("an account that may not be seen is not shown, nor does it count", () => {
  const line = toPlanLine(plan({ on: "2026-11-22" }), kept(7, null), [ACCOUNTS[0]], TODAY);
  expect(line.in).toEqual([
    { id: 1, platform: "facebook", handle: "a", post: 7, by_person: false },
  ]);
  expect(line.seen).toBe("published");
});

describe("a change", () => {
  const change = (before: object | null, after: object | null) =>
    toChangeLine({
      id: 1,
      at: 9,
      link: 4,
      who: "Rina",
      what: "plan",
      subject: 5,
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
    });

  test("names the fields that are others, and nothing that goes with every change", () =>
    expect(
      change(
        { id: 5, version: 1, title: "A", at: null, accounts: [1] },
        { id: 5, version: 2, title: "B", at: null, accounts: [1, 2] },
      ).fields,
    ).toEqual([
      { field: "title", before: "A", after: "B" },
      { field: "accounts", before: [1], after: [1, 2] },
    ]));

  test("made and removed are said", () => {
    expect(change(null, { title: "A" })).toMatchObject({ made: true, removed: false });
    expect(change({ title: "A" }, null)).toMatchObject({ made: false, removed: true });
    expect(change({ title: "A" }, { title: "B" })).toMatchObject({ admin: false, who: "Rina" });
  });
});
