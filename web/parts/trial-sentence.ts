/** What a trial says, in words: the same on its page, in the list and in a report. `*…*` marks what counts. */
import type { Format } from "../../functions/model/format.ts";
import type { Side, Trial, TrialPower } from "../../functions/model/trial.ts";
import type { TrialLine } from "../../functions/present/views/trial.ts";
import { hourInWords } from "../language/hour.ts";
import { names } from "../language/names.ts";
import { type Spoken, speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";

type Sides = Pick<Trial, "kind" | "a" | "b">;

/** `09.00`, `video pendek`: as short as it can be said. */
export function sideName({ language }: Spoken, trial: Sides, side: Side): string {
  return trial.kind === "hours"
    ? hourInWords(language, trial[side])
    : (names[language].formats[trial[side] as Format] ?? trial[side]);
}

/** `pukul 09.00`, as it stands in a sentence. */
export function sideInSentence(chrome: Spoken, trial: Sides, side: Side): string {
  const name = sideName(chrome, trial, side);
  return trial.kind === "hours" ? trialWords[chrome.language].at_hour(name) : name;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `09.00 atau 19.00?` */
export const trialName = (chrome: Spoken, trial: Sides): string =>
  capital(
    trialWords[chrome.language].versus(sideName(chrome, trial, "a"), sideName(chrome, trial, "b")),
  );

/** Where it stands, in a few words. */
export function trialState(chrome: Spoken, trial: TrialLine): string {
  const { state } = trialWords[chrome.language];
  const speech = speechOf(chrome);
  if (trial.state === "broken") return state.broken(speech.day(trial.broken_on ?? ""));
  if (trial.state === "ended") return trial.result ? state[trial.result.verdict] : "";
  if (trial.week === 0) return state.ahead(speech.day(trial.starts_on));
  return trial.week > trial.weeks
    ? state.waiting(speech.day(trial.says_on))
    : state.week(trial.week, trial.weeks);
}

/** `Selisih dua kali lipat terlihat 6 dari 10 kali`. */
export function powerInWords({ language }: Spoken, { of_ten }: Pick<TrialPower, "of_ten">): string {
  const { power } = trialWords[language];
  if (of_ten === 0) return power.never;
  return of_ten === 10 ? power.always : power.often(of_ten);
}

/** What sees a doubling less often shows what it sees too large: half as much again at two posts a week. */
const OFTEN = 6;

/** Beyond it nobody counts. */
const RAREST = 1000;

/** `0.0167` is said as 1 in 60. */
function chanceInWords(chrome: Spoken, chance: number): string {
  const words = trialWords[chrome.language];
  const speech = speechOf(chrome);
  if (chance <= 1 / RAREST) return words.by_lot_rare(speech.count(RAREST));
  return words.by_lot(speech.count(Number((1 / chance).toPrecision(2))));
}

export type TrialSaid = { headline: string; evidence: string[] };

/** What it says; of one that runs nothing, and of one that was broken off that it says nothing. */
export function verdictInWords(
  chrome: Spoken,
  trial: Sides & Pick<Trial, "state" | "result" | "why" | "power">,
): TrialSaid | null {
  const words = trialWords[chrome.language];
  if (trial.state === "broken") {
    return {
      headline: words.broken,
      evidence: [...(trial.why ? [words.broken_why(trial.why)] : []), words.broken_help],
    };
  }
  const { result } = trial;
  if (!result) return null;
  const [a, b] = (["a", "b"] as const).map((side) => sideInSentence(chrome, trial, side)) as [
    string,
    string,
  ];
  if (result.verdict === "not_kept") {
    return { headline: words.not_kept, evidence: [...kept(result), words.kept_needed] };
  }
  if (result.verdict === "cannot_tell") {
    return { headline: words.cannot_tell, evidence: [words.cannot_tell_why, ...kept(result)] };
  }

  const speech = speechOf(chrome);
  const size = result.size && above(result.size);
  const [better, other] = size?.of === "a" ? [a, b] : [b, a];
  // two figures where one would say that they are as many
  const times = (value: number): string => speech.decimal(value, isNearOne(value) ? 2 : 1);
  const compared = words.compared(a, result.compared.a, b, result.compared.b);
  if (result.verdict === "differs" && size) {
    return {
      headline: isOne(size.ratio)
        ? words.more(capital(better), other)
        : words.times(capital(better), times(size.ratio), other),
      evidence: [
        range(size.low ?? 1, size.high),
        ...(trial.power.of_ten < OFTEN ? [words.inflated] : []),
        ...(result.chance === null ? [] : [chanceInWords(chrome, result.chance)]),
        words.cause[trial.kind],
        compared,
      ],
    };
  }
  return {
    headline: words.not_shown(a, b),
    evidence: [
      seen(),
      ...(result.seen_from === null ? [] : [words.could_see(times(result.seen_from))]),
      compared,
    ],
  };

  function range(low: number, high: number | null): string {
    if (high === null || isOne(high)) {
      return isOne(low) ? words.above_one : words.at_least(times(low));
    }
    return isOne(low) ? words.up_to(times(high)) : words.between(times(low), times(high));
  }

  function seen(): string {
    if (!size || size.low === null || size.high === null) return words.seen_open;
    const ends = [times(size.low), times(size.high)] as const;
    return isOne(size.ratio)
      ? words.seen_same(better, other, ...ends)
      : words.seen(better, times(size.ratio), other, ...ends);
  }

  function kept({ kept, drawn }: NonNullable<Trial["result"]>): string[] {
    return (
      [
        ["a", a],
        ["b", b],
      ] as const
    ).map(([side, name]) => words.kept_of(capital(name), kept[side], drawn[side]));
  }
}

/** Said with one figure, or with two, it would be 1. */
const isNearOne = (ratio: number): boolean => Math.abs(ratio - 1) < 0.05;
const isOne = (ratio: number): boolean => Math.abs(ratio - 1) < 0.005;

type Size = NonNullable<NonNullable<Trial["result"]>["size"]>;

/** The larger against the smaller: nobody reads "0.6 times" easily. */
function above({ ratio, low, high }: Size): Size & { of: Side } {
  if (ratio >= 1) return { of: "b", ratio, low, high };
  return {
    of: "a",
    ratio: 1 / ratio,
    low: high === null ? null : 1 / high,
    high: low === null ? null : 1 / low,
  };
}
