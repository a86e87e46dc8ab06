import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { shareWords } from "../language/share.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { harmless } from "./harmless.ts";
import { libraryTold } from "./library-told.ts";
import { LONGEST_NAME, type Told, type ToldFigure } from "./told.ts";

/**
 * An event as it is shared: before it when and where, after it what came of it; to do is the step that is open today and that
 * nothing keeps. Without what was noted of it.
 */
export function eventTold(view: EventView & { event: NonNullable<EventView["event"]> }): Told {
  const { chrome, event, steps } = view;
  const words = shareWords[chrome.language];
  const speech = speechOf(chrome);
  const title = harmless(event.title, LONGEST_NAME);
  const over = (view.days?.to ?? view.today) < view.today;
  const on = speech.fullDay(speech.dayOf(event.starts_at));
  const place = event.place === null ? "" : harmless(event.place, LONGEST_NAME);
  const when = `${on}, ${speech.clock(event.starts_at)}`;
  const due = steps.find(
    ({ state, from, to }) => state === "due" && from <= view.today && view.today <= to,
  );
  return {
    library: libraryTold(chrome),
    about: words.event,
    sentence: words.titled(title, over ? on : place === "" ? when : words.place(when, place)),
    evidence: over ? effectOf(view) : null,
    figures: figuresOf(view, event.visitors, over),
    todo: due ? words.step(stepWords[chrome.language][due.step], speech.fullDay(due.to)) : null,
  };
}

/** Beside what such posts usually get; `null`: not judged, or too few to judge. */
function effectOf({ chrome, effect }: EventView): string | null {
  const result = effect?.result ?? null;
  if (result === null) return null;
  const times = speechOf(chrome).times(result.ratio);
  return eventWords[chrome.language].effect[result.word](times, result.posts);
}

const MOST = 3;

/** The three that say most, of those that are known. */
function figuresOf(view: EventView, visitors: number | null, over: boolean): ToldFigure[] {
  const { chrome, figures } = view;
  const names = eventWords[chrome.language].figures;
  const speech = speechOf(chrome);
  const given = (name: string, value: number | null): ToldFigure[] =>
    value === null ? [] : [{ name, value: speech.count(value), more: null }];
  const kept = stepsOf(view);
  // that nothing came yet is no news before the event
  const come = ({ value }: ToldFigure): boolean => over || value !== speech.count(0);
  const posts = given(names.posts, figures.posts);
  return [
    ...(over ? given(names.visitors, visitors) : [...kept, ...posts]),
    ...given(names.reach, figures.reach),
    ...given(names.interactions, figures.interactions),
    ...given(names.clicks, figures.clicks),
    ...(over ? [...posts, ...kept] : []),
  ]
    .filter(come)
    .slice(0, MOST);
}

/** How many are kept, as the event's page counts them, and how many more a plan would keep; none where nobody began. */
function stepsOf({ chrome, steps }: EventView): ToldFigure[] {
  const words = shareWords[chrome.language];
  const speech = speechOf(chrome);
  const [done, planned] = (["done", "planned"] as const).map(
    (kept) => steps.filter(({ state }) => state === kept).length,
  ) as [number, number];
  if (done + planned === 0) return [];
  return [
    {
      name: words.steps_done,
      value: words.of_all(speech.count(done), speech.count(steps.length)),
      more: planned === 0 ? null : words.planned(speech.count(planned)),
    },
  ];
}
