import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../functions/model/format.ts";
import { PLAN_STATES } from "../../functions/model/plan.ts";
import { PLAN_COLUMNS } from "../../functions/model/plan-columns.ts";
import { TOPICS } from "../../functions/model/topic.ts";
import { isBlank } from "../../functions/normalise/person-text.ts";
import { fromPlanCsv } from "../../functions/normalise/plan-csv.ts";
import { type Dialect, toCsv } from "../../functions/present/csv.ts";
import { type ExportedPlan, planRows } from "../../functions/present/plan-rows.ts";

const ZONE = "Asia/Jakarta";
const ACCOUNTS = [
  { id: 1, platform: "instagram", handle: "perpus.pasuruan" },
  { id: 2, platform: "facebook", handle: "perpus pasuruan" },
  { id: 3, platform: "x", handle: "123456789012" },
] as const;
const PLAN: ExportedPlan = {
  id: 12,
  on: "2026-12-01",
  at: "09:30",
  accounts: [
    { ...ACCOUNTS[0], post: "17860000000000001" },
    { ...ACCOUNTS[1], post: null },
  ],
  format: "carousel",
  topic: null,
  title: "=Koleksi baru",
  note: "satu\ndua",
  person: null,
  event: null,
  state: "planned",
  version: 3,
};
const csvOf = (plans: readonly ExportedPlan[], dialect?: Dialect) =>
  toCsv(
    PLAN_COLUMNS,
    plans.flatMap((plan) =>
      planRows(plan, ZONE).map((row) => PLAN_COLUMNS.map(({ name }) => row[name])),
    ),
    dialect,
  );

test("a plan is a row in each of its accounts, to the letter", () => {
  expect(csvOf([PLAN])).toBe(
    "id,on,at,time_zone,platform,account,state,format,topic,title,note,person,event,post,version\r\n" +
      '12,2026-12-01,09:30,Asia/Jakarta,instagram,perpus.pasuruan,planned,carousel,,\'=Koleksi baru,"satu\ndua",,,17860000000000001,3\r\n' +
      '12,2026-12-01,09:30,Asia/Jakarta,facebook,perpus pasuruan,planned,carousel,,\'=Koleksi baru,"satu\ndua",,,,3\r\n',
  );
  expect(Object.keys(planRows(PLAN, ZONE)[0] ?? {})).toEqual(PLAN_COLUMNS.map(({ name }) => name));
});

describe("out and in again", () => {
  const letters = fc.constantFrom(..."ab 0 12é📚,;\"''=+-@＝:/\\<>\t\n\u200f\u200b", "\u202e");
  const plain = (text: string) => text.normalize("NFC").trim();
  const title = fc
    .oneof(
      fc
        .string({ unit: letters, minLength: 1, maxLength: 30 })
        .map((text) => text.replaceAll(/[\t\n]/g, "")),
      fc.stringMatching(/^\d{1,20}$/),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    )
    .map(plain)
    .filter((text) => !isBlank(text) && !/\p{Cc}/u.test(text));
  const note = fc
    .string({ unit: letters, maxLength: 40 })
    .map((text) => (isBlank(text) ? null : plain(text)));
  const plans = fc
    .array(
      fc.record({
        on: fc.constantFrom("2026-12-01", "2028-02-29", "2099-12-31"),
        at: fc.option(fc.constantFrom("00:00", "09:05", "23:59")),
        accounts: fc
          .subarray([...ACCOUNTS], { minLength: 1 })
          .map((all) => all.map((one) => ({ ...one, post: null }))),
        format: fc.option(fc.constantFrom(...FORMATS)),
        topic: fc.option(fc.constantFrom(...TOPICS)),
        title,
        note,
        person: fc.option(title),
        event: fc.option(fc.integer({ min: 1, max: 10 ** 14 })),
        state: fc.constantFrom(...PLAN_STATES),
        version: fc.integer({ min: 1, max: 1_000 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: index + 1 })));

  test.each<[string, Dialect | undefined]>([
    ["the plain file", undefined],
    ["Excel's in English", { excel: true, language: "en" }],
    ["Excel's in Indonesian", { excel: true, language: "id" }],
  ])("%s says the same plans", (_, dialect) => {
    fc.assert(
      fc.property(plans, (all) => {
        const back = fromPlanCsv(csvOf(all, dialect), { time_zone: ZONE, accounts: ACCOUNTS });
        expect(back.map(({ row: _row, ...line }) => line)).toEqual(
          all.map(({ id, version, accounts, ...fields }) => ({
            id,
            version,
            fields: { ...fields, accounts: accounts.map((one) => one.id) },
          })),
        );
      }),
      { numRuns: 400 },
    );
  });
});
