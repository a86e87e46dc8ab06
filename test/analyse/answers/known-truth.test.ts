/**
 * What the median wait says where the truth is known: comments of four weeks, some never answered, the others after a wait that is
 * normal on the scale of logarithms (sd 1.5), such that half of all are answered within twelve hours. Seeded: the same numbers every time;
 * functions/analyse/README.md and the page that explains the figure say them.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { medianWait } from "../../../functions/analyse/answers/median-wait.ts";
import type { Wait } from "../../../functions/analyse/answers/still-waiting.ts";
import { answersMethod } from "../../../web/language/method-answers.ts";
import { type Random, randomOf } from "../../demo/random.ts";

const TRIALS = 1000;
const HOURS = 28 * 24;
/** Half of all comments are answered within so many hours. */
const TRUTH = 12;
const SPREAD = 1.5;

/** Which share is never answered, with the point of the normal distribution below which the others' half lies: Φ(z) = ½ / (1 − share). */
const NEVER = [
  { said: "one in ten", share: 1 / 10, z: 0.13971 },
  { said: "a third", share: 1 / 3, z: 0.67449 },
] as const;
const COMMENTS = [10, 20, 40] as const;

type Measured = {
  never: string;
  comments: number;
  /** In so many of a hundred trials. */
  open: number;
  covered: number;
  /** In the middle of the trials: the upper end by the lower one, and hours. */
  apart: number;
  median: number;
  mean: number;
  middle: number;
};

/** @param within each comment was written within so many hours */
function drawn(
  random: Random,
  comments: number,
  { share, z }: (typeof NEVER)[number],
  within: (index: number) => number = () => HOURS,
): Wait[] {
  const centre = Math.log(TRUTH) - z * SPREAD;
  return Array.from({ length: comments }, (_, index) => {
    const age = random.unit() * within(index);
    const isNever = random.unit() < share;
    const wait = isNever ? Infinity : Math.exp(centre + SPREAD * random.normal());
    return wait <= age ? { minutes: wait, answered: true } : { minutes: age, answered: false };
  });
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const answeredIn = (waits: readonly Wait[]): number[] =>
  waits.filter(({ answered }) => answered).map(({ minutes }) => minutes);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const inHundred = (values: readonly boolean[]): number =>
  Math.round((100 * values.filter(Boolean).length) / values.length);

function measured(comments: number, never: (typeof NEVER)[number]): Measured {
  const random = randomOf("answers", comments, never.said);
  const trials = Array.from({ length: TRIALS }, () => drawn(random, comments, never));
  const found = trials.map((waits) => {
    const { minutes, low, high } = medianWait(waits);
    return { minutes: minutes ?? Infinity, low: low ?? 0, high: high ?? Infinity };
  });
  return {
    never: never.said,
    comments,
    open: inHundred(found.map(({ high }) => high === Infinity)),
    covered: inHundred(found.map(({ low, high }) => low <= TRUTH && TRUTH <= high)),
    apart: middleOf(found.map(({ low, high }) => high / low)),
    median: middleOf(found.map(({ minutes }) => minutes)),
    mean: middleOf(trials.map((waits) => meanOf(answeredIn(waits)))),
    middle: middleOf(trials.map((waits) => middleOf(answeredIn(waits)))),
  };
}

const all = NEVER.flatMap((never) => COMMENTS.map((comments) => measured(comments, never)));
const few = all.find((one) => one.never === "a third" && one.comments === 10) as Measured;
const many = all.find((one) => one.never === "a third" && one.comments === 40) as Measured;

const round = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** Twenty comments of which but a few were followed for long, the others for some two hours. */
test.each([1, 2, 3, 5, 8])(
  "its interval holds the truth where all but %i comments are young",
  (long) => {
    const random = randomOf("answers", "young", long);
    const [never] = NEVER;
    const trials = Array.from({ length: TRIALS }, () =>
      drawn(random, 20, never, (index) => (index < long ? HOURS : 4)),
    );
    const held = trials.map(medianWait).filter(({ low, high }) => {
      return (low ?? 0) <= TRUTH && TRUTH <= (high ?? Infinity);
    });
    expect(held.length / TRIALS).toBeGreaterThanOrEqual(0.95);
  },
);

describe("the median wait, where half are answered within twelve hours", () => {
  test.each(all)(
    "its interval holds them in 92 to 98 of 100 trials: $never never, $comments comments",
    (one) => {
      expect(one.covered).toBeGreaterThanOrEqual(92);
      expect(one.covered).toBeLessThanOrEqual(98);
    },
  );

  test.each(all.filter(({ comments }) => comments >= 20))(
    "it is nearer to them than what was answered says: $never never, $comments comments",
    ({ median, middle, mean }) => {
      expect(Math.abs(median - TRUTH)).toBeLessThan(Math.abs(middle - TRUTH));
      expect(median).toBeGreaterThan(TRUTH - 2.5);
      expect(median).toBeLessThan(TRUTH + 2.5);
      expect(middle).toBeLessThan(TRUTH);
      expect(mean).not.toBeNaN();
    },
  );

  test("the README says what is measured", () => {
    const said = readFileSync("functions/analyse/README.md", "utf8");
    const rows = all.map(({ never, comments, open, covered, apart, median, mean, middle }) =>
      [
        never,
        comments,
        open,
        covered,
        apart === Infinity ? "open" : round(apart),
        ...[median, mean, middle].map(round),
      ].join(" | "),
    );
    expect(rows.filter((row) => !said.includes(`| ${row} |`))).toEqual([]);
  });

  test.each(["id", "en"] as const)("and so does the page (%s)", (language) => {
    const texts = answersMethod[language].texts.join("\n");
    const comma = (value: number) => round(value).replace(".", language === "id" ? "," : ".");
    const hours = [many.mean, many.middle, many.median].map(comma);
    expect(hours.filter((one) => !texts.includes(one))).toEqual([]);
    const numbers =
      language === "id" ? (n: number) => `${n} dari 100` : (n: number) => `${n} of 100`;
    expect(texts).toContain(numbers(many.covered));
    expect(texts).toContain(numbers(few.open));
    expect(texts).toContain(numbers(many.open));
  });
});
