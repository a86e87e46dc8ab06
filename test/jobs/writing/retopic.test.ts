/** A library's own words: of what comes, of all that is there, and never against a person. */
import { expect, test } from "vitest";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { applyTopicWords, setTopicWords } from "../../../functions/jobs/writing/retopic.ts";
import { listChanges } from "../../../functions/store/changes.ts";
import { findTopicAgreement } from "../../../functions/store/corrections.ts";
import { listMonths } from "../../../functions/store/months.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const db = await ownDatabase();

const context = { now: NOW, time_zone: ZONE, import: null };
const author = { now: NOW, author: { link: 3, who: "Rina" } };
const push = (captions: readonly string[], first = 0) =>
  ingest(
    db,
    [
      snapshot(NOW, {
        posts: captions.map((caption, index) =>
          post(`p${first + index}`, NOW - DAY - (first + index) * HOUR, { likes: 1, caption }),
        ),
      }),
    ],
    context,
  );
/** What the screens read. */
const shown = async () =>
  (await listMonths(db, [1], { from: "2026-01", to: "2026-12" }))
    .flatMap(({ posts }) => posts)
    .sort((a, b) => a.id - b.id)
    .map(({ topic }) => topic);
async function apply(): Promise<number> {
  for (let slices = 1; ; slices += 1) {
    if ((await applyTopicWords(db, context)).done) return slices;
  }
}

test("all posts follow them, slice by slice, and new ones at once", async () => {
  await push(Array.from({ length: 650 }, (_, n) => (n % 2 ? "Wayang malam ini" : "Halo")));
  expect(new Set(await shown())).toEqual(new Set([null]));
  await setTopicWords(db, author, "events", ["wayang"]);
  expect(await apply()).toBe(3);
  expect(await shown()).toEqual(Array.from({ length: 650 }, (_, n) => (n % 2 ? "events" : null)));
  await push(["Wayang lagi"], 700);
  expect((await shown()).at(-1)).toBe("events");
  expect(await apply()).toBe(1);
});

test("what a person corrected stays, and is held against the words", async () => {
  await push(["Wayang malam ini", "Wayang orang"]);
  await correctPost(db, 1, { topic: "community" }, context);
  await correctPost(db, 2, { topic: "events" }, context);
  await setTopicWords(db, author, "events", ["wayang"]);
  await apply();
  expect(await shown()).toEqual(["community", "events"]);
  expect(await findTopicAgreement(db, [1])).toEqual({ corrected: 2, agreed: 1 });
  expect(await findTopicAgreement(db, [2])).toEqual({ corrected: 0, agreed: 0 });
  await correctPost(db, 1, { topic: null }, context);
  expect(await shown()).toEqual(["events", "events"]);
});

test("a rebuild keeps to them, and with the shipped words again all is as it was", async () => {
  await push(["Wayang malam ini", "Dongeng untuk anak"]);
  const before = (await dump(db, ["posts", "months"])).posts;
  await setTopicWords(db, author, "literacy", ["wayang"]);
  await apply();
  expect(await shown()).toEqual(["literacy", null]);
  while (!(await rebuild(db, context)).done);
  expect(await shown()).toEqual(["literacy", null]);
  await setTopicWords(db, author, "literacy", null);
  await apply();
  expect((await dump(db, ["posts"])).posts).toEqual(before);
});

test("who changed them is kept, and the same words again are no change", async () => {
  await setTopicWords(db, author, "events", ["wayang"]);
  await setTopicWords(db, author, "events", ["wayang"]);
  expect(await listChanges(db, null, 9)).toMatchObject([
    {
      who: "Rina",
      what: "topic_rule",
      before: { topic: "events", words: null },
      after: { topic: "events", words: ["wayang"] },
    },
  ]);
});
