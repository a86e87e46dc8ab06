import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { speechOf } from "../language/speech.ts";

/** What came of it: the figures, beside the usual where that can be said, and what a visitor cost. */
export function EventResult({
  view,
  event,
}: {
  view: EventView;
  event: NonNullable<EventView["event"]>;
}) {
  const { chrome, figures, visitor_cost } = view;
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  const count = (value: number | null) => (value === null ? words.unknown : speech.count(value));
  return (
    <section id="result">
      <h2>{words.result}</h2>
      <Effect view={view} />
      <dl class="pairs">
        <dt>{words.figures.posts}</dt>
        <dd>{speech.count(figures.posts)}</dd>
        <dt>{words.figures.reach}</dt>
        <dd>{count(figures.reach)}</dd>
        <dt>{words.figures.interactions}</dt>
        <dd>{count(figures.interactions)}</dd>
        {figures.clicks !== null && (
          <>
            <dt>{words.figures.clicks}</dt>
            <dd>{count(figures.clicks)}</dd>
          </>
        )}
        <dt>{words.figures.visitors}</dt>
        <dd>{count(event.visitors)}</dd>
        <dt>{words.figures.cost}</dt>
        <dd>{count(event.cost)}</dd>
        {visitor_cost && (
          <>
            <dt>{words.figures.per_visitor}</dt>
            <dd>
              {speech.count(Math.round(visitor_cost.per_visitor))}
              <small class="under">
                {words.per_visitor(
                  speech.count(visitor_cost.cost),
                  speech.count(visitor_cost.visitors),
                )}
              </small>
            </dd>
          </>
        )}
      </dl>
      {figures.reach !== null && <p class="small soft">{words.reach_help}</p>}
    </section>
  );
}

/** Judged once; before that, and below three posts, nothing is said of better or worse. */
function Effect({ view: { chrome, effect, judged_from, figures } }: { view: EventView }) {
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  if (effect === null) {
    return judged_from === null ? null : (
      <p class="soft">{words.judged_later(speech.day(judged_from))}</p>
    );
  }
  const { result } = effect;
  if (result === null) return <p class="soft">{words.too_few(figures.posts)}</p>;
  return (
    <div class="stack">
      <p>
        <b>{words.effect[result.word](speech.times(result.ratio), result.posts)}</b>
      </p>
      <p class="small soft">{words.against[result.against](speech.count(result.others))}</p>
    </div>
  );
}
