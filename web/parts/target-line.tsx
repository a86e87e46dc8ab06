import type { AccountName } from "../../functions/model/account.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { TargetLine } from "../../functions/present/views/targets.ts";
import { speechOf } from "../language/speech.ts";
import { targetWords } from "../language/targets.ts";
import { accountName } from "./account-name.ts";

/** A value of a target, as it is said and taken back. */
export function wantedInWords(
  chrome: Chrome,
  { metric, value }: Pick<TargetLine, "metric" | "value">,
): string {
  const speech = speechOf(chrome);
  return metric === "engagement_rate" ? speech.percent(value) : speech.count(value);
}

/** `Target 2026: 3.000 pengikut; sekarang 2.480; masih terbuka: 1.750–2.900 pada Desember; perlu +2,1% sebulan`. */
export function targetInWords(chrome: Chrome, line: TargetLine): string {
  const words = targetWords[chrome.language];
  const value = words.values[line.metric](wantedInWords(chrome, line));
  return [words.target(line.year, value), ...standingInWords(chrome, line)].join("; ");
}

function standingInWords(chrome: Chrome, { standing, value }: TargetLine): string[] {
  const words = targetWords[chrome.language];
  const speech = speechOf(chrome);
  switch (standing?.metric) {
    case "followers": {
      const { now, low, high, word, needed_a_month: needed } = standing;
      if (now === null) return [words.unknown];
      const outlook =
        word === null || low === null || high === null
          ? words.no_outlook
          : words.by_december(
              words.words[word],
              speech.count(Math.round(low)),
              speech.count(Math.round(high)),
            );
      return [
        words.now(speech.count(now)),
        ...(now >= value ? [words.reached] : []),
        outlook,
        ...(needed !== null && needed > 1 ? [words.needed(speech.percent(needed - 1))] : []),
      ];
    }
    case "engagement_rate": {
      const { now, posts, word } = standing;
      if (now === null) return [words.unknown];
      return [
        words.so_far(speech.percent(now), posts),
        word === null ? words.no_outlook : words.words[word],
      ];
    }
    case "posts_per_month": {
      const { months, kept, mean } = standing;
      return [mean === null ? words.no_month : words.months(kept, months, speech.decimal(mean))];
    }
    default:
      return [];
  }
}

/** Under a figure: one quiet line a target. */
export function TargetLines(props: {
  chrome: Chrome;
  targets: readonly TargetLine[];
  among: readonly AccountName[];
}) {
  const { chrome, targets, among } = props;
  return (
    <>
      {targets.map((line) => (
        <p key={line.id} class="small">
          {line.account && `${accountName(line.account, among)}: `}
          {targetInWords(chrome, line)}
        </p>
      ))}
    </>
  );
}
