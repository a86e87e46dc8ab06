import type { EventView, StepLine } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";

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
  /** Not before today, and at the end of its time: a day is not over. */
  const planOn = ({ from, to }: StepLine) => (from > today ? from : to < today ? to : today);
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
                  title: words.plan_title[step.step](event.title).slice(0, 200),
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
