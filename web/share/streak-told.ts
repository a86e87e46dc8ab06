import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { StreakView } from "../../functions/present/views/streak.ts";
import { chanceInWords } from "../language/chance.ts";
import { postsInWords } from "../language/names.ts";
import { shareWords } from "../language/share.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { causeOf } from "../parts/cause.ts";
import { plain } from "../parts/rich.tsx";
import { adviceFor } from "../parts/streak-advice.ts";
import { libraryTold } from "./library-told.ts";
import type { Told, ToldFigure } from "./told.ts";

/** A streak as it is shared. What a person noted as its reason stays on its page. */
export function streakTold(view: StreakView): Told {
  const { streak } = view;
  const chrome = { ...view.chrome, role: "view" } as const;
  const { language } = chrome;
  const words = streakWords[language];
  const speech = speechOf(chrome);
  const over = streak.state === "withdrawn";
  const cause = causeOf(streak);
  const [advice] = over ? [] : adviceFor({ ...view, chrome });
  const size = plain(sizeInWords(language, streak.severity));
  return {
    library: libraryTold(chrome),
    about: streak.ended_on
      ? speech.stretch(streak.started_on, streak.ended_on)
      : words.until_now(speech.day(streak.started_on)),
    sentence: over
      ? words.states.withdrawn()
      : `${words.title[streak.kind].join("")}${PLATFORM_NAMES[streak.platform]}: ${postsInWords[language](streak.posts)}, ${size}`,
    evidence: over || cause === "unclear" ? null : words.diagnosis[cause],
    figures: over ? [] : figuresOf(view),
    todo: advice === undefined ? null : triedOrDone(view, advice),
  };
}

function figuresOf({ chrome, streak }: StreakView): ToldFigure[] {
  const words = streakWords[chrome.language];
  const shared = shareWords[chrome.language];
  const speech = speechOf(chrome);
  const { posts, reach_ratio, reaction_ratio, false_alarm_every } = streak;
  const ratio = (name: string, value: number | null): ToldFigure[] =>
    value === null ? [] : [{ name, value: speech.times(value), more: shared.of_usual }];
  const chance = chanceInWords(false_alarm_every);
  const often = chance.over ? shared.once_in_more : shared.once_in;
  return [
    { name: shared.posts, value: speech.count(posts), more: null },
    ...ratio(words.reach_row, reach_ratio),
    ...ratio(words.reaction_row, reaction_ratio),
    {
      name: shared.likely,
      value: often(postsInWords[chrome.language](chance.posts)),
      more: null,
    },
  ].slice(0, 3);
}

/** Advice on what stands as it is, "nothing need be done", is no trying. */
function triedOrDone({ chrome, streak }: StreakView, advice: string): string {
  if (streak.kind === "weak" && streak.state !== "open") return advice;
  return shareWords[chrome.language].try(advice.charAt(0).toLowerCase() + advice.slice(1));
}
