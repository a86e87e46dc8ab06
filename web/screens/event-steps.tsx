import { addDays } from "../../functions/model/day.ts";
import { type PromotionStep, STEP_WINDOWS } from "../../functions/model/event.ts";
import { LONGEST_TITLE } from "../../functions/model/plan.ts";
import type { EventView, StepLine } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { cutAtWord } from "../share/harmless.ts";

/** In days from the event: two weeks before it, a week, a day. */
const NAMED_BY: Record<PromotionStep, number> = {
  two_weeks: -14,
  a_week: -7,
  a_day: -1,
  the_day: 0,
  thanks: 1,
};

/** The checklist: each step with its day, and the way to plan what is missing. */
export function EventSteps({
  view,
  event,
}: {
  view: EventView;
  event: NonNullable<EventView["event"]>;
}) {
  const { chrome, steps, may_plan, today } = view;
  const words = eventWords[chrome.language];
  const speech = speechOf(chrome);
  const done = steps.filter(({ state }) => state === "done").length;
  /** The day that the step is called by, or as soon as its time still lets it. */
  const planOn = ({ step, from, to }: StepLine) => {
    const named = addDays(from, NAMED_BY[step] - STEP_WINDOWS[step].from);
    return named >= today ? named : today <= to ? today : to;
  };
  return (
    <section id="steps">
      <h2>{words.checklist}</h2>
      <p class="soft">{words.kept(done, steps.length)}</p>
      <ul class="rows">
        {steps.map((step) => (
          <li key={step.step} class="line">
            <span class={step.state === "missed" ? "soft" : undefined}>
              {step.state === "done" && <span aria-hidden="true">✓ </span>}
              {stepWords[chrome.language][step.step]}
              <small class="under">
                {words.states[step.state](speech.fullDay(step.on ?? step.to))}
              </small>
            </span>
            {may_plan && step.state === "due" && (
              <a
                class="action"
                href={`/plans/new?${new URLSearchParams({
                  on: planOn(step),
                  title: cutAtWord(words.plan_title[step.step](event.title), LONGEST_TITLE),
                  event: String(event.id),
                })}`}
              >
                {words.plan_it}
                <span class="hidden">: {stepWords[chrome.language][step.step]}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
