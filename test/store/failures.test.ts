/** What the database's own errors mean, by their words. */
import { expect, test } from "vitest";
import { failureOf, isTwice, lostTheRace } from "../../functions/store/failures.ts";

test.each([
  ["D1_ERROR: database or disk is full: SQLITE_FULL", "full"],
  ["D1_ERROR: Exceeded maximum DB size", "full"],
  ["D1_ERROR: attempt to write a readonly database", "full"],
  ["D1_ERROR: Your account has exceeded D1's free tier daily limit", "full"],
  ["D1_ERROR: D1 DB is overloaded. Too many requests queued.", "passing"],
  ["D1_ERROR: Too many API requests by single worker invocation.", "passing"],
  ["Too many API requests by single Worker invocation.", "passing"],
  ["Too many subrequests.", "passing"],
  [
    "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
    "passing",
  ],
  ["D1_ERROR: Network connection lost.", "passing"],
  ["D1_ERROR: database is locked: SQLITE_BUSY", "passing"],
  ["D1_ERROR: no such column: schema at offset 7", "missing"],
  ["D1_ERROR: no such table: library", "missing"],
  ["D1_ERROR: table links has no column named with_dashboard", "missing"],
  ['D1_ERROR: near "selct": syntax error', null],
  ["D1_ERROR: CHECK constraint failed: likes", null],
  ["Network connection lost.", "passing"],
  ["internal error; reference = 0v8kq2f6", "passing"],
  ["the network was reset", null],
  ["no internal error", null],
])("%s: %s", (message, expected) => {
  expect(failureOf(new Error(message))).toBe(expected);
});

test.each([
  ["NOT NULL constraint failed: accounts.version", true, false],
  ["NOT NULL constraint failed: library.version", true, false],
  ["UNIQUE constraint failed: posts.id", true, false],
  ["UNIQUE constraint failed: post_keys.account_id, post_keys.key", true, false],
  ["UNIQUE constraint failed: accounts.platform, accounts.handle", true, false],
  ["FOREIGN KEY constraint failed", true, false],
  ["UNIQUE constraint failed: import_parts.hash", false, true],
  ["NOT NULL constraint failed: accounts.handle", false, false],
  ["UNIQUE constraint failed: links.hash", false, false],
])("%s: lost the race: %s, sent twice: %s", (message, lost, twice) => {
  const error = new Error(`D1_ERROR: ${message}: SQLITE_CONSTRAINT`);
  expect([lostTheRace(error), isTwice(error)]).toEqual([lost, twice]);
});

test("what is no error is none of them", () => {
  expect([failureOf("D1_ERROR: busy"), lostTheRace(null), isTwice(undefined)]).toEqual([
    null,
    false,
    false,
  ]);
});
