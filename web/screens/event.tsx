/** One event: when and where, its checklist, what came of it, its posts, its links, its form, who changed it. */
import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { More } from "../parts/field.tsx";
import { Just } from "../parts/just-changed.tsx";
import { ShareScreen, ShareSeen } from "../parts/share-screen.tsx";
import { EventChanges } from "./event-changes.tsx";
import { EventForm, EventRefused } from "./event-form.tsx";
import { EventPosts } from "./event-posts.tsx";
import { EventResult } from "./event-result.tsx";
import { EventSteps } from "./event-steps.tsx";
import { ShortLinks } from "./short-links.tsx";

export const eventTitle = ({ chrome, event }: EventView): string =>
  event?.title ?? eventWords[chrome.language].new;

export function EventPage({ view }: { view: EventView }) {
  const { chrome, event, may_plan, changed, faults, stale, typed } = view;
  const words = eventWords[chrome.language];
  const { back_to } = shellWords[chrome.language];
  return (
    <>
      {changed && (
        <Just
          said={words.just[changed.what](changed.title)}
          changed={changed}
          language={chrome.language}
        />
      )}
      <div class="row-between">
        <Back href="/events" name={words.title} label={back_to(words.title)} />
        {event && <ShareScreen view={{ ...view, event }} />}
      </div>
      <h1>{eventTitle(view)}</h1>
      {event && <Head view={view} event={event} />}
      <EventRefused view={view} />
      {event ? (
        <>
          <div class="columns">
            <EventSteps view={view} event={event} />
            <EventResult view={view} event={event} />
            <EventPosts view={view} event={event} />
            <div>
              <Plans view={view} />
              <ShortLinks
                chrome={chrome}
                links={view.links}
                may_plan={may_plan}
                event={event.id}
                target={event.url ?? ""}
              />
            </div>
          </div>
          {may_plan && (
            <section id="edit">
              <More title={words.edit} open={faults.length > 0 || stale || undefined}>
                <EventForm view={view} />
              </More>
              <More title={words.remove}>
                <p class="small soft">{words.remove_help}</p>
                <form method="post" action={`/events/${event.id}`} class="form">
                  <input type="hidden" name="version" value={typed.version ?? event.version} />
                  <button name="do" value="remove" class="quiet danger" type="submit">
                    {words.remove}
                  </button>
                </form>
              </More>
            </section>
          )}
          <ShareSeen view={{ ...view, event }} />
          <EventChanges view={view} />
        </>
      ) : (
        <EventForm view={view} />
      )}
    </>
  );
}

/** When and where, in a line or two. */
function Head({ view, event }: { view: EventView; event: NonNullable<EventView["event"]> }) {
  const { chrome, days } = view;
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  const ends = event.ends_at === null ? "" : `–${speech.time(event.ends_at)}`;
  const when =
    days && days.from !== days.to
      ? `${speech.fullDay(days.from)} ${words.until(speech.fullDay(days.to))}`
      : `${speech.fullDay(speech.dayOf(event.starts_at))}, ${speech.time(event.starts_at)}${ends}`;
  const said = [when, event.place, planWords[chrome.language].kinds[event.kind]];
  return (
    <div class="lead soft stack">
      <p>{said.filter(Boolean).join(" · ")}</p>
      {event.hashtags.length > 0 && <p>{event.hashtags.map((tag) => `#${tag}`).join(" ")}</p>}
      {event.url && (
        <p>
          <a href={event.url} rel="noreferrer">
            {event.url}
          </a>
        </p>
      )}
      {event.note && <p class="caption">{event.note}</p>}
    </div>
  );
}

function Plans({ view: { chrome, plans } }: { view: EventView }) {
  const words = eventWords[chrome.language];
  const { seen, states } = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (plans.length === 0) return null;
  return (
    <section>
      <h2>{words.plans}</h2>
      <ul class="rows">
        {plans.map((plan) => (
          <li key={plan.id}>
            <a class="line" href={`/plans/${plan.id}`}>
              <span>
                {plan.title}
                <small class="under">
                  {speech.fullDay(plan.on)} · {seen[plan.seen] || states[plan.state]}
                </small>
              </span>
              <span aria-hidden="true">›</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
