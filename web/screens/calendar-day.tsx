import { dayNumber } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type {
  CalendarDay,
  CalendarView,
  EmptyStretch,
  PublishedLine,
} from "../../functions/present/views/calendar.ts";
import { hourInWords } from "../language/hour.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";
import { PlanRow } from "./calendar-plan.tsx";

/** 1 is Monday: where the first row of a month begins on a wide screen. */
const weekdayOf = (day: string): number => ((dayNumber(day) + 3) % 7) + 1;

/** A day with what stands in it. One without anything is seen on a wide screen alone; on a phone its stretch is one line. */
export function Day({ view, of }: { view: CalendarView; of: CalendarDay }) {
  const { chrome, today } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const { day, events, plans, posts, almanac, empty } = of;
  const bare = events.length + plans.length + posts.length + almanac.length === 0;
  return (
    <li
      id={`d-${day}`}
      class={[bare && !empty && day !== today ? "void" : "", `wd-${weekdayOf(day)}`]
        .join(" ")
        .trim()}
    >
      <h2 class={day === today ? "day today" : "day"}>
        {day === today ? `${words.today}, ` : ""}
        {speech.fullDay(day)}
      </h2>
      {almanac.map(({ key, name_id, name_en, from_on, to_on, may_move }) => (
        <p key={key} class="small">
          {chrome.language === "id" ? name_id : name_en}
          {from_on !== to_on && `, ${speech.period(from_on, to_on)}`}
          {may_move && ` (${words.perhaps})`}
        </p>
      ))}
      {events.map(({ id, title, kind, place, from, starts_at }) => (
        <a key={id} class="event" href={`/events/${id}`}>
          {title}
          <small>
            {[from === day && speech.time(starts_at), words.kinds[kind], place]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </a>
      ))}
      {plans.length > 0 && (
        <ul class="plans">
          {plans.map((plan) => (
            <PlanRow key={plan.id} view={view} plan={plan} />
          ))}
        </ul>
      )}
      {posts.map((post) => (
        <Published key={post.id} view={view} post={post} />
      ))}
      {empty && <Empty view={view} empty={empty} />}
    </li>
  );
}

/** A post that stands there for itself; one that kept a plan is told by the plan. */
function Published({
  view: { chrome, accounts },
  post,
}: {
  view: CalendarView;
  post: PublishedLine;
}) {
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (post.plan !== null) return null;
  return (
    <a class="published" href={`/posts/${post.id}`}>
      <span class="clip">{post.caption ?? PLATFORM_NAMES[post.account.platform]}</span>
      <small>
        {post.day_only ? "" : `${speech.time(post.at)} · `}
        {accountName(post.account, accounts)} · {words.published}
      </small>
    </a>
  );
}

function Empty({ view, empty }: { view: CalendarView; empty: EmptyStretch }) {
  const { chrome } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const { from, to, days, slots, prompt } = empty;
  const said = words.empty(speech.period(from, to), days);
  if (!view.may_plan) return <p class="small">{said}</p>;
  return (
    <details class="more">
      <summary>
        {said} · {words.offer}
      </summary>
      <ul class="rows">
        {slots.map(({ on, at, basis, claimed_of }) => (
          <li key={`${on} ${at}`}>
            <a class="action" href={`/plans/new?on=${on}&at=${at}`}>
              {words.slot(`${speech.fullDay(on)}, ${hourInWords(chrome.language, at)}`)}
            </a>
            <small>
              {" "}
              {basis === "habit"
                ? words.habit
                : words.claimed(claimed_of && PLATFORM_NAMES[claimed_of.platform])}
            </small>
          </li>
        ))}
        {prompt && (
          <li>
            <a
              class="action"
              href={`/plans/new?${new URLSearchParams({
                on: prompt.from_on,
                title: chrome.language === "id" ? prompt.name_id : prompt.name_en,
              })}`}
            >
              {words.prompt(
                chrome.language === "id" ? prompt.name_id : prompt.name_en,
                speech.day(prompt.from_on),
              )}
            </a>
          </li>
        )}
        <li>
          <a class="action" href={`/plans/new?on=${from}`}>
            {words.other_day}
          </a>
        </li>
      </ul>
    </details>
  );
}
