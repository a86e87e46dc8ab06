/** Whose answers are known, and up to when. */
import { describe, expect, test } from "vitest";
import {
  type AccountWatch,
  isWaiting,
  readCommentId,
  watchOf,
} from "../../functions/model/thread.ts";

const DAY = 86_400;
/** The account is read on day 100. */
const at = (day: number) => day * DAY;

const COLLECTED: AccountWatch = {
  platform: "instagram",
  collected_at: at(100),
  read_until: at(100),
  reads_on: true,
  own_from: null,
};
const PUSHED = { ...COLLECTED, read_until: null, reads_on: false };
const PUSHED_WITH_OWN = { ...PUSHED, own_from: at(60) };
const DEAD = { ...COLLECTED, read_until: at(80), reads_on: false };
const NEVER = { ...PUSHED, collected_at: null };

type Case = {
  watch: AccountWatch;
  written: number;
  /** Of its post. */
  read?: number | null;
  followed?: number;
  watched: boolean;
  until: number;
  waits: boolean;
};

describe("a comment without an answer", () => {
  test.each<[string, Case]>([
    [
      "collected, its post read just now",
      { watch: COLLECTED, written: 90, watched: true, until: 100, waits: true },
    ],
    [
      "its post read five days ago: what came since nobody knows",
      { watch: COLLECTED, written: 90, read: 95, watched: true, until: 95, waits: true },
    ],
    [
      "a post of which nothing says when it was read",
      { watch: COLLECTED, written: 90, read: null, watched: true, until: 90, waits: true },
    ],
    [
      "read with its post, and not since",
      { watch: COLLECTED, written: 95, read: 95, watched: true, until: 95, waits: true },
    ],
    [
      "its post is not followed any more",
      {
        watch: COLLECTED,
        written: 90,
        read: 99,
        followed: 97,
        watched: true,
        until: 97,
        waits: false,
      },
    ],
    [
      "nor a day after it",
      { watch: COLLECTED, written: 97, followed: 97, watched: false, until: 97, waits: false },
    ],
    [
      "on X: whenever its post was read",
      {
        watch: { ...COLLECTED, platform: "x" },
        ...{ written: 90, read: 91, watched: true, until: 100, waits: true },
      },
    ],
    [
      "collected, and pushed beside an hour ago",
      {
        watch: { ...COLLECTED, collected_at: at(101) },
        ...{ written: 90, read: 101, watched: true, until: 100, waits: true },
      },
    ],
    [
      "pushed, by whoever tells of no answer",
      { watch: PUSHED, written: 90, watched: false, until: 100, waits: false },
    ],
    [
      "pushed, from the account's first comment on",
      { watch: PUSHED_WITH_OWN, written: 60, read: 70, watched: true, until: 100, waits: true },
    ],
    [
      "and before it",
      { watch: PUSHED_WITH_OWN, written: 59, watched: false, until: 100, waits: false },
    ],
    [
      "the credentials are dead, and somebody pushes: what was written before",
      { watch: DEAD, written: 79, watched: true, until: 80, waits: false },
    ],
    ["and since", { watch: DEAD, written: 81, watched: false, until: 100, waits: false }],
    [
      "and since, with the account's own",
      { watch: { ...DEAD, own_from: at(81) }, written: 81, watched: true, until: 100, waits: true },
    ],
    [
      "the credentials are dead, and nobody pushes: as it was seen last",
      {
        watch: { ...DEAD, collected_at: at(80) },
        ...{ written: 79, read: 80, watched: true, until: 80, waits: true },
      },
    ],
    [
      "of an account that nobody read, as after an import alone",
      { watch: NEVER, written: 90, watched: false, until: 90, waits: false },
    ],
  ])("%s", (_rule, { watch, written, read = 100, followed = 150, watched, until, waits }) => {
    const read_at = read === null ? null : at(read);
    expect(watchOf(at(written), { followed_until: at(followed), read_at }, watch)).toEqual({
      watched,
      known_until: at(until),
    });
    const thread = { account_id: 1, post_id: 1, post: "p", comment: "c", asks: true };
    const open = { ...thread, at: at(written), answered_at: null, settled: false };
    const asWaiting = (more: object) =>
      isWaiting({ ...open, followed_until: at(followed), ...more }, watch);
    expect(asWaiting({})).toBe(waits);
    expect(asWaiting({ settled: true })).toBe(false);
    expect(asWaiting({ answered_at: at(written) })).toBe(false);
  });
});

test.each([
  ["3-178", { account_id: 3, comment: "178" }],
  ["3-1_2-x", { account_id: 3, comment: "1_2-x" }],
  ["0-1", null],
  ["3-", null],
  ["178", null],
])("%s in an address", (text, id) => expect(readCommentId(text)).toEqual(id));
