/** Why a streak is there: who saw the posts, how they reacted, and what else was different. */
import type { Difference } from "../../functions/model/streak.ts";
import type { StreakView } from "../../functions/present/views/streak.ts";
import { differenceWords } from "../language/difference.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { causeOf } from "../parts/cause.ts";

export function Why({ view }: { view: StreakView }) {
  const { chrome, streak, differences } = view;
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const { reach_ratio, reaction_ratio } = streak;
  return (
    <section>
      <h2>{words.why[streak.kind]}</h2>
      <p class="soft lead">
        {reach_ratio === null || reaction_ratio === null
          ? words.unknown_reach
          : words.diagnosis[causeOf(streak)]}
      </p>
      <div class="rows">
        {reach_ratio !== null && (
          <p class="line">
            {words.reach_row}
            <b class={toneOf(reach_ratio)}>{speech.times(reach_ratio)}</b>
          </p>
        )}
        {reaction_ratio !== null && (
          <p class="line">
            {words.reaction_row}
            <b class={toneOf(reaction_ratio)}>{speech.times(reaction_ratio)}</b>
          </p>
        )}
        {differences.map((difference) => (
          <DifferenceRow key={difference.what} view={view} difference={difference} />
        ))}
      </div>
      <p class="small">{differences.length > 0 ? words.clues : words.nothing_differs}</p>
    </section>
  );
}

/** A fifth either way is within what such medians do by themselves. */
const toneOf = (ratio: number): string => (ratio < 0.8 ? "weak" : ratio > 1.25 ? "good" : "");

function DifferenceRow({ view, difference }: { view: StreakView; difference: Difference }) {
  const words = streakWords[view.chrome.language];
  const { name, now, before } = differenceWords(view.chrome, view.streak.posts, difference);
  return (
    <p class="line">
      {name}
      <span>
        <b>{now}</b>
        <small class="under">
          {difference.what === "format" || difference.what === "topic"
            ? words.share(before)
            : words.before(before)}
        </small>
      </span>
    </p>
  );
}
