import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { shareWords } from "../language/share.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { harmless } from "./harmless.ts";
import { libraryTold } from "./library-told.ts";
import { LONGEST_NAME, type Told, type ToldFigure } from "./told.ts";

/** An event as it is shared: before it when and where, after it what came of it. Without what was noted of it. */
export function eventTold(view: EventView & { event: NonNullable<EventView["event"]> }): Told {
  const { chrome, event, effect, steps } = view;
  const words = shareWords[chrome.language];
  const speech = speechOf(chrome);
  const title = harmless(event.title, LONGEST_NAME);
  const over = (view.days?.to ?? view.today) < view.today;
  const on = speech.fullDay(speech.dayOf(event.starts_at));
  const place = event.place === null ? "" : harmless(event.place, LONGEST_NAME);
  const when = `${on}, ${speech.clock(event.starts_at)}`;
  const due = steps.find(({ state }) => state === "due");
  const result = effect?.result ?? null;
  return {
    library: libraryTold(chrome),
    about: words.event,
    sentence: over
      ? words.past(title, on)
      : words.coming(title, place === "" ? when : words.place(when, place)),
    evidence:
      result &&
      eventWords[chrome.language].effect[result.word](speech.times(result.ratio), result.posts),
    figures: figuresOf(view, event.visitors, over),
    todo: due ? words.step(stepWords[chrome.language][due.step], speech.fullDay(due.to)) : null,
  };
}

const MOST = 3;

/** The three that say most, of those that are known. */
function figuresOf(view: EventView, visitors: number | null, over: boolean): ToldFigure[] {
  const { chrome, figures, steps } = view;
  const words = shareWords[chrome.language];
  const names = eventWords[chrome.language].figures;
  const speech = speechOf(chrome);
  const given = (name: string, value: number | null): ToldFigure[] =>
    value === null ? [] : [{ name, value: speech.count(value), more: null }];
  const done = steps.filter(({ state }) => state === "done").length;
  const kept: ToldFigure = {
    name: words.steps_done,
    value: words.of_all(speech.count(done), speech.count(steps.length)),
    more: null,
  };
  const posts = given(names.posts, figures.posts);
  return [
    ...(over ? given(names.visitors, visitors) : [kept, ...posts]),
    ...given(names.reach, figures.reach),
    ...given(names.interactions, figures.interactions),
    ...given(names.clicks, figures.clicks),
    ...(over ? [...posts, kept] : []),
  ].slice(0, MOST);
}
