/** Part 5: events, with how they were promoted and what came of them. */
import type { ReportEvent } from "../../functions/model/report.ts";
import { planWords } from "../language/plans.ts";
import { type Block, type Cell, line, textCell } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";

export function eventBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  if (report.events.length === 0) return [line(words.no_events)];
  const { event, promotion, posts, widest, clicks, visitors, cost } = words.columns;
  const effects = report.events.flatMap((one) => effectOf(speaker, one));
  return [
    {
      kind: "table",
      name: words.parts.events,
      title: null,
      head: [event, promotion, posts, widest, clicks, visitors, cost],
      rows: report.events.map((one) => eventRow(speaker, one)),
    },
    ...effects.map((text) => line(text)),
    line(words.widest_help, true),
  ];
}

function eventRow(speaker: Speaker, event: ReportEvent): Cell[] {
  const { words, spoken } = speaker;
  const { figures, steps_done, steps_due } = event;
  return [
    textCell(event.title, [
      `${planWords[spoken.language].kinds[event.kind]} · ${speaker.span(event.starts_at, event.ends_at)}`,
    ]),
    textCell(
      steps_due.length === 0 ? words.no_steps : words.steps(steps_done.length, steps_due.length),
    ),
    speaker.count(figures.posts),
    speaker.count(figures.reach),
    figures.clicks === null
      ? { text: words.no_link, value: null, absent: true }
      : speaker.count(figures.clicks),
    speaker.count(event.visitors),
    speaker.count(event.cost),
  ];
}

function effectOf({ words, speech }: Speaker, { title, effect }: ReportEvent): string | [] {
  return effect === null
    ? []
    : words.effect[effect.word](title, speech.decimal(effect.ratio), effect.posts);
}
