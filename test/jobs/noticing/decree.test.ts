/** Next year's holidays: asked for from October on, until a decree is known of; and what people changed long ago goes. */
import { beforeEach, expect, test } from "vitest";
import { lookAround } from "../../../functions/jobs/noticing/look.ts";
import { sayAlmanacDay } from "../../../functions/jobs/planning/almanac.ts";
import { listChanges, saveChanges } from "../../../functions/store/changes.ts";
import { listOpenNotices } from "../../../functions/store/notices.ts";
import { ownDatabase } from "../../own-database.ts";

const db = await ownDatabase();
beforeEach(async () => {
  await db.prepare("delete from notices").run();
});

const at = (text: string) => Date.parse(text) / 1000;
const look = async (now: string) => {
  await lookAround(db, { now: at(now), usual_zone: "Asia/Jakarta" });
  return (await listOpenNotices(db)).map((notice) => [
    notice.kind,
    notice.kind === "decree" ? notice.year : null,
  ]);
};

test("is asked for from the library's first of October to its New Year's Eve", async () => {
  expect(await look("2026-09-30T16:59:00Z")).toEqual([]);
  expect(await look("2026-09-30T17:01:00Z")).toEqual([["decree", 2027]]);
  expect(await look("2026-12-31T16:59:00Z")).toEqual([["decree", 2027]]);
  expect(await look("2026-12-31T17:01:00Z")).toEqual([]);
});

test("ends when somebody says what the decree says", async () => {
  expect(await look("2026-11-23T05:00:00Z")).toEqual([["decree", 2027]]);
  const planning = {
    now: at("2026-11-23T05:00:00Z"),
    time_zone: "Asia/Jakarta",
    author: { link: null, who: "" },
    allowed: null,
  };
  await sayAlmanacDay(db, planning, {
    key: "idulfitri-2027",
    from_on: "2027-03-10",
    to_on: "2027-03-11",
    name_id: "Idulfitri",
    name_en: "Eid al-Fitr",
    kind: "public",
    certainty: "decree",
    source: "SKB",
    removed: false,
  });
  expect(await look("2026-11-23T06:00:00Z")).toEqual([]);
});

test("what people changed more than two years ago is forgotten, and nothing younger", async () => {
  const change = (text: string) =>
    ({
      at: at(text),
      link: null,
      who: "",
      what: "plan",
      subject: 1,
      before: null,
      after: { title: text },
    }) as const;
  await saveChanges(db, ["2024-11-20T05:00:00Z", "2024-11-26T05:00:00Z"].map(change))[0]?.run();
  await look("2026-11-23T05:00:00Z");
  expect((await listChanges(db, null, 9)).map(({ after }) => after?.title)).toEqual([
    "2024-11-26T05:00:00Z",
  ]);
});
