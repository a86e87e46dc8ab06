/** Pages looked at: what each rule claims of one look, and what is ever claimed in two years of looking every month. */
import { agreedClaims, mayOpen } from "../../functions/analyse/works/agreeing.ts";
import { designOf } from "../../functions/analyse/works/design.ts";
import { answersOf, judged, prepareLook } from "../../functions/analyse/works/look.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { settledPosts } from "../../functions/analyse/works/settled.ts";
import { unitsOf } from "../../functions/analyse/works/units.ts";
import type { Claim } from "../../functions/model/claim.ts";
import { addMonths } from "../../functions/model/month.ts";
import { random } from "../streaks/random.ts";
import { drawPage, type PageOptions, ZONE } from "./page.ts";
import { type Named, RIVALS } from "./rivals.ts";

/** The month in which a page's two years are over. */
export const LAST = "2026-11";

const BLOCKS_05 = "block scores + max-T .05";
export const BLOCKS_02 = "block scores + max-T .02";
export const CHOSEN = "the same .02, two looks in a row (chosen)";

export const METHODS: readonly string[] = [
  ...RIVALS.map(({ name }) => name),
  BLOCKS_05,
  BLOCKS_02,
  CHOSEN,
];

export const pages = (count: number, seed: number, options: PageOptions = {}): WorksPost[][] =>
  Array.from({ length: count }, (_, index) => drawPage(random(seed * 10_000 + index), options));

type Seen = { answers: Claim[]; named: Map<string, Named[]> };

/** Everything that is claimed of a page in one month, by rule; without what needs the month before. */
function seenIn(posts: readonly WorksPost[], month: string, withRivals: boolean): Seen {
  const when = { time_zone: ZONE, month };
  const whole = judged(prepareLook(posts, when));
  const answers = whole ? answersOf(whole.found, whole.chances) : [];
  const surer = (chance: number) => answers.filter((answer) => answer.chance <= chance);
  const named = new Map<string, Named[]>([
    [BLOCKS_05, surer(0.05)],
    [BLOCKS_02, surer(0.02)],
  ]);
  if (withRivals) {
    // they judge what the method leaves alone as well: few posts, and tiny counts
    const all = designOf(settledPosts(posts, when).map(unitsOf));
    for (const { name, names } of RIVALS) named.set(name, names(all));
  }
  return { answers, named };
}

/** One screen of a page at its end: what each rule names, and what the chosen one claims. */
export function screen(
  posts: readonly WorksPost[],
  withRivals = false,
): { named: Map<string, Named[]>; claims: Claim[] } {
  const { answers, named } = seenIn(posts, LAST, withRivals);
  const claims = mayOpen(answers, [])
    ? agreedClaims(answers, seenIn(posts, addMonths(LAST, -1), false).answers, [])
    : [];
  return { named: named.set(CHOSEN, claims), claims };
}

/** 24 looks, a month apart: on how many each rule claims something. */
export function everyMonth(posts: readonly WorksPost[]): Map<string, number> {
  const looks = new Map<string, number>();
  let before: Claim[] = [];
  let standing: Claim[] = [];
  for (let ago = 23; ago >= 0; ago -= 1) {
    const { answers, named } = seenIn(posts, addMonths(LAST, -ago), true);
    standing = agreedClaims(answers, before, standing);
    named.set(CHOSEN, standing);
    for (const [rule, found] of named) {
      if (found.length > 0) looks.set(rule, (looks.get(rule) ?? 0) + 1);
    }
    before = answers;
  }
  return looks;
}
