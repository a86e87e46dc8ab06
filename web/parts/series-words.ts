/** What a trend's screen says of an account and of a bucket, wherever it says it. */
import { addDays } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import type { SeriesView } from "../../functions/present/views/series.ts";
import { seriesWords } from "../language/series.ts";
import { speechOf } from "../language/speech.ts";
import { accountName as nameOf } from "./account-name.ts";
import { sayValue } from "./figure-block.tsx";
import { datesOf, isKnown } from "./series-props.ts";

type Account = { platform: Platform; account: string };

export const hasSeveral = ({ platform }: Account, all: readonly Account[]): boolean =>
  all.filter((other) => other.platform === platform).length > 1;

/** As every screen names it. */
export const accountName = ({ platform, account }: Account, all: readonly Account[]): string =>
  nameOf({ platform, handle: account }, all);

/** What is said of a bucket: when it was, and each account's value. */
export type BucketLine = { date: Day; when: string; values: string[] };

/** All buckets, oldest first: the table's rows, and what the read-out says. */
export function bucketLines(view: SeriesView): BucketLine[] {
  const { chrome, metric, grain, series, notes } = view;
  const words = seriesWords[chrome.language];
  const speech = speechOf(chrome);
  const shown = series.filter(isKnown);
  const pieces = new Set(view.pieces);
  const dates = datesOf(view);
  const beyond = addDays(view.choice.to, 1);
  return dates.map((date, bucket) => {
    const name = words.bucket[grain](spanOf(view, date));
    const next = dates[bucket + 1] ?? beyond;
    const noted = notes
      .filter(({ from_on, to_on }) => from_on < next && to_on >= date)
      .map(({ text }) => text);
    return {
      date,
      when: [pieces.has(date) ? `${name} (${words.piece})` : name, ...noted].join(" · "),
      values: shown.map(({ points, posts }) => {
        const value = points[bucket]?.value ?? null;
        if (value === null) return words.unknown;
        const said = sayValue(speech, metric, value);
        return posts ? `${said} · ${words.posts(posts[bucket] ?? 0)}` : said;
      }),
    };
  });
}

/** The bucket's days, its year with them. */
function spanOf({ chrome, grain }: SeriesView, date: Day): string {
  const speech = speechOf(chrome);
  if (grain === "day") return speech.fullDay(date);
  return grain === "week" ? speech.stretch(date, addDays(date, 6)) : speech.month(date);
}

/** The same without the year where it is this one. */
export function shortSpan(view: SeriesView, date: Day): string {
  const speech = speechOf(view.chrome);
  if (view.grain === "day") return speech.shortDay(date);
  return view.grain === "week" ? speech.period(date, addDays(date, 6)) : speech.month(date);
}

/** A platform may be a day or two late with its figures: of so many buckets the one of which most is known. */
const NEWEST = 3;

/** The bucket to begin with, by its place: of the newest whole ones; where none is whole, of all. */
export function newestKnown(view: SeriesView, lines: readonly BucketLine[]): number {
  const { unknown } = seriesWords[view.chrome.language];
  const said = lines.map(({ date, values }, at) => ({
    at,
    whole: !view.pieces.includes(date),
    known: values.filter((value) => value !== unknown).length,
  }));
  const known = said.filter((line) => line.known > 0);
  const whole = known.filter((line) => line.whole);
  const newest = (whole.length > 0 ? whole : known).slice(-NEWEST).reverse();
  return newest.sort((a, b) => b.known - a.known)[0]?.at ?? 0;
}
