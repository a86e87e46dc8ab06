import type { CalendarView, PlanLine } from "../../functions/present/views/calendar.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import { hourInWords } from "../language/hour.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { accountName } from "../parts/account-name.ts";

/** A plan with what one tap does: a day earlier or later, off and on again. */
export function PlanRow(props: { view: CalendarView; plan: PlanLine; dated?: boolean }) {
  const { view, plan, dated = false } = props;
  const { chrome, may_plan } = view;
  const mark = markOf(chrome, plan);
  return (
    <li id={`p-${plan.id}`} class="plan">
      <a href={`/plans/${plan.id}`} class={plan.state === "dropped" ? "off" : undefined}>
        {plan.title}
      </a>
      <small>
        {[
          dated ? speechOf(chrome).fullDay(plan.on) : null,
          plan.at && hourInWords(chrome.language, plan.at),
          plan.in.map((one) => accountName(one, view.accounts)).join(", "),
          plan.person,
          plan.trial !== null && trialWords[chrome.language].mark,
        ]
          .filter(Boolean)
          .join(" · ")}
        {mark && (
          <>
            {" · "}
            <em class={plan.seen === "late" ? "weak" : plan.seen === "published" ? "good" : ""}>
              {mark}
            </em>
          </>
        )}
      </small>
      {may_plan && plan.seen !== "published" && <Taps view={view} plan={plan} />}
    </li>
  );
}

/** What is to be said of it beside its words: what was seen, else what it is when it is not simply planned. */
function markOf({ language }: Chrome, { seen, state }: PlanLine): string {
  const words = planWords[language];
  if (seen !== "open") return words.seen[seen];
  return state === "planned" ? "" : words.states[state];
}

function Taps({ view, plan }: { view: CalendarView; plan: PlanLine }) {
  const words = planWords[view.chrome.language];
  const { state, title } = plan;
  const turn =
    state === "planned"
      ? (["drop", words.drop] as const)
      : (["plan", state === "idea" ? words.plan_it : words.take_up] as const);
  return (
    <form class="taps" method="post" action={`/plans/${plan.id}`}>
      <input type="hidden" name="version" value={plan.version} />
      <input type="hidden" name="back" value={view.month ?? ""} />
      {plan.seen === "late" ? (
        <>
          <Tap what="today" text={words.move_today} title={title} of={words.of} />
          <Tap what="tomorrow" text={words.move_tomorrow} title={title} of={words.of} />
          <a class="action" href={`/plans/${plan.id}#posts`}>
            {words.is_out}
          </a>
        </>
      ) : (
        <>
          <Tap
            what="earlier"
            text={words.a_day_less}
            title={title}
            of={() => words.of(words.earlier, title)}
          />
          <Tap
            what="later"
            text={words.a_day_more}
            title={title}
            of={() => words.of(words.later, title)}
          />
        </>
      )}
      {plan.trial !== null && (
        <a class="action" href={`/trials/${plan.trial}`}>
          {trialWords[view.chrome.language].to_trial}
        </a>
      )}
      <button
        name="do"
        value={turn[0]}
        class="plain"
        type="submit"
        aria-label={words.of(turn[1], title)}
      >
        {turn[1]}
      </button>
    </form>
  );
}

/** One tap. */
function Tap(props: {
  what: string;
  text: string;
  title: string;
  of: (action: string, title: string) => string;
}) {
  const { what, text, title, of } = props;
  return (
    <button name="do" value={what} class="plain" type="submit" aria-label={of(text, title)}>
      {text}
    </button>
  );
}
