/** What a report says of what works: which look, whose, and what is advised from it. */
import { describe, expect, test } from "vitest";
import { reportWorks, worksAdvice } from "../../../functions/analyse/report/works.ts";
import type { Claim } from "../../../functions/model/claim.ts";
import type { LookState } from "../../../functions/model/look.ts";
import type { ReportWorks } from "../../../functions/model/report.ts";
import { FACEBOOK, INSTAGRAM } from "./reports.ts";

const claim = (level: string, more: Partial<Claim> = {}): Claim => ({
  factor: "topic",
  level,
  direction: 1,
  ratio: 1.6,
  low: 1.2,
  high: 2.1,
  posts: 34,
  chance: 0.0067,
  entangled_with: null,
  ...more,
});
const look = (account_id: number | null, month: string, state: LookState = "ready") => ({
  account_id,
  month,
  state,
  posts: 240,
});
const at = (account_id: number | null, month: string, level: string) => ({
  ...claim(level),
  account_id,
  month,
});
const ACCOUNTS = [
  { id: 1, ...INSTAGRAM },
  { id: 2, ...FACEBOOK },
];
const told = (looks: ReturnType<typeof look>[], claims: ReturnType<typeof at>[] = []) =>
  reportWorks("2026-10", { looks, claims }, ACCOUNTS).map(
    ({ account, month, state, claims: said }) =>
      [account?.platform ?? "all", month, state, ...said.map(({ level }) => level)].join(" "),
  );

describe("which look", () => {
  test.each<[string, Parameters<typeof told>, string[]]>([
    ["none was made", [[]], []],
    [
      "that of the month after, which judged this one",
      [
        [look(1, "2026-10"), look(1, "2026-11")],
        [at(1, "2026-10", "a"), at(1, "2026-11", "b")],
      ],
      ["instagram 2026-11 ready b"],
    ],
    [
      "of a month that runs its own",
      [[look(1, "2026-10")], [at(1, "2026-10", "a")]],
      ["instagram 2026-10 ready a"],
    ],
    [
      "each account's",
      [[look(2, "2026-11", "learning"), look(1, "2026-11")]],
      ["instagram 2026-11 ready", "facebook 2026-11 learning"],
    ],
    [
      "all together last",
      [[look(null, "2026-11"), look(1, "2026-11")], [at(null, "2026-11", "a")]],
      ["instagram 2026-11 ready", "all 2026-11 ready a"],
    ],
    [
      "of all together what no account says by itself",
      [
        [look(null, "2026-11"), look(1, "2026-11")],
        [at(1, "2026-11", "a"), at(null, "2026-11", "a"), at(null, "2026-11", "b")],
      ],
      ["instagram 2026-11 ready a", "all 2026-11 ready b"],
    ],
    ["all together only where something is claimed", [[look(null, "2026-11")]], []],
    [
      "an account that is no part of the report",
      [[look(9, "2026-11")], [at(9, "2026-11", "a")]],
      [],
    ],
  ])("%s", (_name, asked, expected) => expect(told(...asked)).toEqual(expected));
});

describe("what is advised", () => {
  const works = (account: ReportWorks["account"], ...claims: Claim[]): ReportWorks => ({
    account,
    month: "2026-11",
    state: "ready",
    posts: 240,
    claims,
  });
  test.each<[string, ReportWorks[], string | null]>([
    ["nothing is claimed", [works(INSTAGRAM)], null],
    [
      "the surest",
      [works(INSTAGRAM, claim("a")), works(FACEBOOK, claim("b", { chance: 0.0033 }))],
      "b",
    ],
    [
      "of two as sure the account that stands first",
      [works(INSTAGRAM, claim("a")), works(FACEBOOK, claim("b"))],
      "a",
    ],
    ["never less of something", [works(INSTAGRAM, claim("a", { direction: -1 }))], null],
    ["never what nobody chooses", [works(INSTAGRAM, claim("5", { factor: "weekday" }))], null],
    [
      "never what always comes with something else",
      [
        works(
          INSTAGRAM,
          claim("a", { entangled_with: { factor: "hours", level: "18-21", share: 0.9 } }),
        ),
      ],
      null,
    ],
  ])("%s", (_name, given, level) => {
    const [advice] = worksAdvice(given);
    expect(advice?.rule === "works" ? advice.claim.level : null).toBe(level);
  });
});
