import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantsOf } from "../../../functions/analyse/repeats.ts";
import { merged, toSegments } from "../../../functions/analyse/timeline.ts";
import { proposedTopic } from "../../../functions/analyse/topic.ts";
import { continuePost, needsHistory } from "../../../functions/jobs/writing/continue-post.ts";
import type { History, PostChange, Sighting } from "../../../functions/jobs/writing/post-change.ts";
import { postFromHistory } from "../../../functions/jobs/writing/post-from-history.ts";
import { fromReadingRow, newPost } from "../../../functions/jobs/writing/post-rows.ts";
import { calendarOf } from "../../../functions/model/day.ts";
import type { PostReading, Stamp } from "../../../functions/model/snapshot.ts";
import type { PostRow } from "../../../functions/store/posts.ts";
import { DAY, HOUR, NOW, post, SEEDS, ZONE } from "./snapshots.ts";

const INSTANTS = [0, 1, 2, 3, 14, 15, 30, 44].map((hours) => NOW - 2 * DAY + hours * HOUR);
const PUBLISHED = NOW - 3 * DAY;
const dayOf = calendarOf(ZONE);
const BY = { dayOf, topicOf: proposedTopic };
const account = { id: 1, platform: "instagram" as const };

const one = fc.constantFrom(1, 2);
const FIELDS = ["likes", "comments", "caption", "format", "url", "paid", "removed"] as const;
const sightings = fc
  .tuple(
    fc.array(fc.tuple(...Array.from({ length: 9 }, () => one)), {
      minLength: INSTANTS.length,
      maxLength: INSTANTS.length,
    }),
    fc.array(
      fc.record({
        instant: fc.nat(INSTANTS.length - 1),
        second: fc.boolean(),
        says: fc.subarray([...FIELDS]),
      }),
      { minLength: 2, maxLength: 9 },
    ),
  )
  .map(([truths, said]) =>
    said.map(({ instant, second, says }) => {
      const [likes, comments, caption, format, url, paid, removed, at, date] = truths[
        instant
      ] as number[];
      const told = <Value>(field: (typeof FIELDS)[number], value: Value) =>
        says.includes(field) ? value : null;
      const reading: PostReading = post("p", PUBLISHED + (second ? (at ?? 0) : (date ?? 0) * DAY), {
        published_precision: second ? "second" : "day",
        likes: told("likes", likes ?? 0),
        comments: told("comments", comments ?? 0),
        caption: told("caption", `${caption}`),
        format: told("format", format === 1 ? "image" : "video"),
        url: told("url", `https://www.instagram.com/p/${url}/`),
        paid: told("paid", paid === 1),
        removed_at: told("removed", removed ?? 0),
      });
      return { read_at: INSTANTS[instant] as number, reading };
    }),
  );

/** A post as the database would hold it. */
class Kept {
  row: PostRow | null = null;
  history: History = { readings: [], details: [] };
  version = 0;
  written = 0;

  arrive(request: readonly Omit<Sighting, "version" | "import_id">[]): PostChange {
    this.version += 1;
    const told = request
      .map((said) => ({ ...said, version: this.version, import_id: null }))
      .toSorted((a, b) => a.read_at - b.read_at);
    const first = told[0] as Sighting;
    const isNew = this.row === null;
    const row = this.row ?? newPost(1, account, first.reading);
    const change =
      isNew || needsHistory(row, told)
        ? postFromHistory(row, isNew, told, this.history, BY)
        : continuePost(row, told, BY);
    if (change.figuresChanged || change.detailsChanged) this.written += 1;
    this.row = change.row;
    this.history = {
      readings: after(this.history.readings, change.readings),
      details: after(this.history.details, change.details),
    };
    return change;
  }

  told() {
    const { row, history } = this;
    if (!row) throw new Error("nothing arrived");
    return {
      row: { ...row, fold: { ...row.fold } },
      readings: toSegments(history.readings.map(fromReadingRow), row.held).map(
        ({ read_at, rows, held }) => [read_at, rows.length, merged(rows), instantsOf(held)],
      ),
      details: history.details.map(({ version: _version, ...said }) => said),
    };
  }
}

function after<Row extends Stamp>(
  rows: readonly Row[],
  { save, remove }: { save: readonly Row[]; remove: readonly Row[] },
): Row[] {
  const key = (row: Row) => `${row.read_at} ${row.version}`;
  const gone = new Set([...save, ...remove].map(key));
  return [...rows.filter((row) => !gone.has(key(row))), ...save].sort(
    (a, b) => a.read_at - b.read_at || a.version - b.version,
  );
}

const cases = sightings.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    cut: fc.nat(all.length),
  }),
);

describe("readings of a post that do not contradict each other at one instant", () => {
  test.each(SEEDS)("are kept alike in whatever order they come, and once (%i)", (seed) => {
    fc.assert(
      fc.property(cases, ({ all, shuffled, cut }) => {
        const inTime = all.toSorted((a, b) => a.read_at - b.read_at);
        const single = (said: readonly (typeof all)[number][]) => said.map((one) => [one]);
        const orders = [
          [all],
          single(inTime),
          single(inTime.toReversed()),
          single(shuffled),
          [shuffled.slice(0, cut), ...single(shuffled.slice(cut))].filter(
            ({ length }) => length > 0,
          ),
        ];
        let expected: unknown = null;
        for (const requests of orders) {
          const kept = new Kept();
          for (const request of requests) kept.arrive(request);
          const told = kept.told();
          expected ??= told;
          expect(told).toEqual(expected);
          kept.written = 0;
          for (const request of [all, ...single(all)]) {
            expect(new Set(kept.arrive(request).placed)).toEqual(new Set(["repeated"]));
          }
          expect(kept.written).toBe(0);
          expect(kept.told()).toEqual(expected);
        }
      }),
      { seed, numRuns: Number(process.env.RUNS ?? 30) },
    );
  });
});
