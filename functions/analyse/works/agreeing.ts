/**
 * What may be said: a difference that two monthly looks in a row find, each of a kind that chance shows on at most one
 * screen in fifty. One look a month would find something false within two years on a fifth of accounts; two agreeing do on
 * two in a hundred (the README beside). What stands stays until chance would do it on one screen in ten.
 */
import type { Claim } from "../../model/claim.ts";

const OPEN = 0.02;
const KEEP = 0.1;

const same = (a: Claim, b: Claim): boolean =>
  a.factor === b.factor && a.level === b.level && a.direction === b.direction;

const stays = (answer: Claim, standing: readonly Claim[]): boolean =>
  answer.chance <= KEEP && standing.some((claim) => same(claim, answer));

/** Does it need the look of the month before? Only where something new might be said. */
export const mayOpen = (answers: readonly Claim[], standing: readonly Claim[]): boolean =>
  answers.some((answer) => answer.chance <= OPEN && !stays(answer, standing));

/**
 * The claims of a month, the surest first.
 * @param answers of this month's look; the sizes are theirs
 * @param before of the look of the month before
 */
export const agreedClaims = (
  answers: readonly Claim[],
  before: readonly Claim[],
  standing: readonly Claim[],
): Claim[] =>
  answers
    .filter(
      (answer) =>
        stays(answer, standing) ||
        (answer.chance <= OPEN && before.some((then) => same(then, answer) && then.chance <= OPEN)),
    )
    // sorting is stable: of two as sure the first on the screen
    .sort((a, b) => a.chance - b.chance);
