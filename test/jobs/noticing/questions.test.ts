/** A question under a post that waits for longer than a day: one notice an account, until it is answered or settled. */
import { beforeEach, describe, expect, test } from "vitest";
import { lookAround } from "../../../functions/jobs/noticing/look.ts";
import { sayNeedsNoAnswer } from "../../../functions/jobs/planning/comments.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import type { CommentReading, Instant, Snapshot } from "../../../functions/model/snapshot.ts";
import { listOpenNotices } from "../../../functions/store/notices.ts";
import { counted } from "../../counted.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();
beforeEach(async () => {
  await db.prepare("delete from notices").run();
});

const context = { now: NOW, time_zone: ZONE, import: null };
const look = (now = NOW, on = db) => lookAround(on, { now, usual_zone: ZONE });
const told = async () =>
  (await listOpenNotices(db)).flatMap((notice) =>
    notice.kind === "questions" ? [[notice.account_id, notice.count, notice.oldest]] : [],
  );

const ask = (
  external_id: string,
  at: Instant,
  rest: Partial<CommentReading> = {},
): CommentReading => ({
  external_id,
  post: "p1",
  at,
  ours: false,
  reply_to: null,
  asks: true,
  ...rest,
});
const answer = (external_id: string, at: Instant, reply_to: string): CommentReading =>
  ask(external_id, at, { ours: true, reply_to, asks: null });

const read = (comments: CommentReading[], read_at = NOW, rest: Partial<Snapshot> = {}) =>
  ingest(
    db,
    [snapshot(read_at, { posts: [post("p1", NOW - 10 * DAY)], comments, ...rest })],
    context,
  );
/** As a visit of Denyut's own reads it. */
const visited = async (at: Instant) => {
  await read([], at);
  await db.prepare("update collections set last_success_at = ?1").bind(at).run();
};
const collected = (id = 1) =>
  db
    .prepare(
      `insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at) values (${id}, '', 1, 1, ${NOW})`,
    )
    .run();

describe("questions", () => {
  test("are told of a day after they were asked, how many and since when", async () => {
    await read([
      ask("a", NOW - DAY),
      ask("b", NOW - 3 * HOUR),
      ask("c", NOW - DAY, { asks: false }),
    ]);
    await collected();
    await look();
    expect(await told()).toEqual([]);
    await visited(NOW + HOUR);
    await look(NOW + HOUR);
    expect(await told()).toEqual([[1, 1, NOW - DAY]]);
    await visited(NOW + 22 * HOUR);
    await look(NOW + 22 * HOUR);
    expect(await told()).toEqual([[1, 2, NOW - DAY]]);
    const notice = (await listOpenNotices(db)).find(({ kind }) => kind === "questions");
    expect(notice?.opened_at).toBe(NOW + HOUR);
    const through = counted(db);
    await look(NOW + 22 * HOUR, through.db);
    expect(through.counts.written).toBe(0);
  });

  test("end with the batch that answers the last of them", async () => {
    await read([ask("a", NOW - 3 * DAY), ask("b", NOW - 2 * DAY)]);
    await collected();
    await look();
    await read([answer("c", NOW - HOUR, "a")], NOW + HOUR);
    expect(await told()).toEqual([[1, 2, NOW - 3 * DAY]]);
    await look(NOW + HOUR);
    expect(await told()).toEqual([[1, 1, NOW - 2 * DAY]]);
    await read([answer("d", NOW, "b")], NOW + 2 * HOUR);
    expect(await told()).toEqual([]);
    expect(
      await db.prepare("select closed_at from notices where kind = 'questions'").all(),
    ).toMatchObject({ results: [{ closed_at: NOW + 2 * HOUR }] });
  });

  test("end when a person says that they need no answer", async () => {
    await read([ask("a", NOW - 3 * DAY)]);
    await collected();
    await look();
    expect(await told()).toHaveLength(1);
    const planning = { ...context, author: { link: null, who: "" }, allowed: null };
    await sayNeedsNoAnswer(db, planning, "1-a", true);
    expect(await told()).toEqual([]);
    await look();
    expect(await told()).toEqual([]);
    await sayNeedsNoAnswer(db, planning, "1-a", false);
    await look();
    expect(await told()).toHaveLength(1);
  });

  test("are not told of where an answer would not be known", async () => {
    await read([ask("a", NOW - 3 * DAY)]);
    // pushed by whoever never told of an answer
    await look();
    expect(await told()).toEqual([]);
    await collected();
    await look();
    expect(await told()).toHaveLength(1);
    await read([], NOW + HOUR, {
      posts: [post("p1", NOW - 10 * DAY, { removed_at: NOW })],
    });
    await look(NOW + HOUR);
    expect(await told()).toEqual([]);
  });

  test("nor of an account that was disconnected and is pushed without its own comments", async () => {
    await read([ask("a", NOW - 5 * DAY), answer("b", NOW - 4 * DAY, "a")], NOW - 3 * DAY);
    await collected();
    await db
      .prepare("update collections set last_success_at = ?1")
      .bind(NOW - 3 * DAY)
      .run();
    await db.prepare("delete from collections").run();
    await read([ask("c", NOW - 2 * DAY)]);
    await look();
    expect(await told()).toEqual([]);
    // whoever pushes tells of its answers now
    await read([answer("d", NOW - 2 * DAY, "x")], NOW + HOUR);
    await look(NOW + HOUR);
    expect(await told()).toEqual([[1, 1, NOW - 2 * DAY]]);
  });

  test("nor of one that nobody has read since", async () => {
    await read([ask("a", NOW - 2 * DAY)], NOW - 30 * HOUR);
    await collected();
    // the account was, its post was not
    await read([], NOW, { posts: [] });
    await look();
    expect(await told()).toEqual([]);
    await read([]);
    await look();
    expect(await told()).toHaveLength(1);
  });

  test("of each account its own; of a hidden one none", async () => {
    await read([ask("a", NOW - 2 * DAY)]);
    await read([ask("b", NOW - 3 * DAY)], NOW, { account: "lain", external_id: "2" });
    await collected(1);
    await collected(2);
    await look();
    expect(await told()).toEqual([
      [1, 1, NOW - 2 * DAY],
      [2, 1, NOW - 3 * DAY],
    ]);
    await db.prepare("update accounts set hidden_at = 1 where id = 2").run();
    await look();
    expect(await told()).toHaveLength(1);
  });

  test("cost a look one question where none is open, and few rows", async () => {
    await read(
      Array.from({ length: 300 }, (_, index) =>
        ask(`n${index}`, NOW - index * HOUR, { asks: false }),
      ),
    );
    await collected();
    const through = counted(db);
    await look(NOW, through.db);
    const { times, read: rows } = through.of(/from accounts a join threads t/);
    expect([times, rows <= 12]).toEqual([1, true]);
  });
});
