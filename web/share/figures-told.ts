/** Three figures of the Overview: those of the account that the sentence is about, else of all together. */
import type { AccountName } from "../../functions/model/account.ts";
import type { FigureBlock, FigureRow } from "../../functions/model/figure.ts";
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import { figureWords } from "../language/figures.ts";
import { names } from "../language/names.ts";
import { shareWords } from "../language/share.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";
import { sayValue } from "../parts/figure-block.tsx";
import type { ToldFigure } from "./told.ts";

const MOST = 3;

/** Less than this reads as no change; the Overview draws the same line. */
const STEADY = 0.05;

/** The chosen period in words: beside a figure's name, and beside a change. */
export type ToldPeriod = { over: string; within: string };

/** A figure that has a value, with what it is of. */
type Given = { metric: HeadlineMetric; row: FigureRow & { value: number } };

/**
 * @param subject whom the sentence is about; `null`: all
 * @param among all accounts
 * @param period the chosen one, where the sentence is about another time; `null`: about the same
 */
export function figuresTold(
  chrome: Chrome,
  blocks: readonly FigureBlock[],
  subject: AccountName | null,
  among: readonly AccountName[],
  period: ToldPeriod | null,
): ToldFigure[] {
  const given = blocks.flatMap(({ metric, rows }) =>
    rows.flatMap((row) =>
      row.value === null ? [] : [{ metric, row: { ...row, value: row.value } }],
    ),
  );
  const own = given.filter(
    ({ row }) => subject && row.platform === subject.platform && row.handle === subject.handle,
  );
  const together = given.filter(({ row }) => row.platform === null);
  const first = given.filter(
    ({ metric }, index) => given.findIndex((one) => one.metric === metric) === index,
  );
  // of one account its rate and its reach; how many people there are is said of all
  const ordered = [
    ...own.filter(({ metric }) => metric !== "followers"),
    ...together,
    ...own,
    ...first,
  ];
  const kept = ordered
    .filter(({ metric }, index) => ordered.findIndex((one) => one.metric === metric) === index)
    .sort((a, b) => Number(a.metric === "followers") - Number(b.metric === "followers"));
  const rest = kept.filter(({ metric }) => metric !== "followers");
  const followers = kept.filter(({ metric }) => metric === "followers");
  return [...rest.slice(0, MOST - followers.length), ...followers].map((one) =>
    told(chrome, one, among, period),
  );
}

function told(
  chrome: Chrome,
  { metric, row }: Given,
  among: readonly AccountName[],
  period: ToldPeriod | null,
): ToldFigure {
  const words = shareWords[chrome.language];
  const measure = names[chrome.language].metrics[metric];
  const { platform, handle } = row;
  const name =
    platform === null
      ? measure
      : words.of(measure, accountName({ platform, handle: handle ?? "" }, among));
  const change = changeTold(chrome, metric, row);
  // followers are those of now: their change alone is of the period
  const [called, changed] =
    period === null
      ? [name, change]
      : metric === "followers"
        ? [name, change && `${change} ${period.within}`]
        : [words.over(name, period.over), change];
  return {
    name: called,
    value: sayValue(speechOf(chrome), metric, row.value),
    more: [unitTold(chrome, row), changed].filter(Boolean).join("; ") || null,
  };
}

/** Reach is of a day or of a post, which its number does not say. */
const unitTold = ({ language }: Chrome, { formula }: FigureRow): string | null =>
  formula === "mean_daily_reach" || formula === "median_post_reach"
    ? (figureWords[language].units[formula]?.(0) ?? null)
    : null;

/** As the Overview says it: a direction only where it is more than chance. */
function changeTold(chrome: Chrome, metric: HeadlineMetric, { change }: FigureRow): string | null {
  const words = shareWords[chrome.language];
  const speech = speechOf(chrome);
  const { meaning, difference, before, ratio } = change;
  if (difference === null || before === null) return null;
  if (metric === "followers") return speech.signed(difference);
  const was = sayValue(speech, metric, before);
  if (meaning === "up") return words.up_from(was);
  if (meaning === "down") return words.down_from(was);
  if (Math.abs(ratio ?? 1) < STEADY) return figureWords[chrome.language].changes.steady;
  if (meaning === "few") return figureWords[chrome.language].few;
  return meaning === "same" ? words.unsure_from(was) : words.before(was);
}
