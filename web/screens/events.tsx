/** Acara: what is coming and what was, and whether reach and visitors go together. */
import type { EventLine, EventsView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { Just } from "../parts/just-changed.tsx";
import { CALENDAR } from "./calendar.tsx";
import { ShortLinks } from "./short-links.tsx";

export const eventsTitle = ({ chrome }: EventsView): string => eventWords[chrome.language].title;

export function Events({ view }: { view: EventsView }) {
  const { chrome, coming, past, may_change, older, changed } = view;
  const words = eventWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <>
      {changed && (
        <Just
          said={words.just[changed.what](changed.title)}
          changed={changed}
          language={chrome.language}
        />
      )}
      <Back href={CALENDAR} name={tabs.calendar} label={back_to(tabs.calendar)} />
      <h1>{words.title}</h1>
      <Attendance view={view} />
      {may_change && (
        <p class="lead">
          <a class="button" href="/events/new">
            {words.new}
          </a>
        </p>
      )}
      <div class="columns">
        <section>
          <h2>{words.coming}</h2>
          {coming.length === 0 ? (
            <p class="soft">{words.none_coming}</p>
          ) : (
            <Rows view={view} events={coming} />
          )}
        </section>
        <section>
          <h2>{words.past}</h2>
          {past.length === 0 ? (
            <p class="soft">{words.none_past}</p>
          ) : (
            <Rows view={view} events={past} />
          )}
          {older !== null && (
            <a class="action" href={`/events?before=${older}`}>
              {words.older}
            </a>
          )}
        </section>
      </div>
      <ShortLinks chrome={chrome} links={view.links} may_plan={may_change} event={null} />
    </>
  );
}

/** From eight events with visitors on; below that nothing is said. */
function Attendance({ view: { chrome, attendance } }: { view: EventsView }) {
  const words = eventWords[chrome.language].attendance;
  const speech = speechOf(chrome);
  const { events, rho, low, high, word } = attendance;
  if (word === null || rho === null || low === null || high === null) return null;
  if (word === "open") return <p class="lead soft">{words.open(events)}</p>;
  const figures = [rho, low, high].map((value) => speech.decimal(value));
  const [a = "", b = "", c = ""] = figures;
  return <p class="lead soft">{words[word](events, a, b, c)}</p>;
}

function Rows({ view: { chrome }, events }: { view: EventsView; events: readonly EventLine[] }) {
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <ul class="rows">
      {events.map(({ id, title, kind, place, from, to, starts_at, visitors, done, steps }) => (
        <li key={id}>
          <a class="line" href={`/events/${id}`}>
            <span>
              {title}
              <small class="under">
                {[
                  speech.fullDay(from),
                  from === to ? speech.time(starts_at) : words.until(speech.shortDay(to)),
                  planWords[chrome.language].kinds[kind],
                  place,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
              <small class="under">
                {[
                  done === null ? null : words.promoted(done, steps),
                  visitors === null ? null : words.visitors(visitors),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            <span aria-hidden="true">›</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
