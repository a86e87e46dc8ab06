/** One plan: its form, the post that kept it, and who changed what. A new one is the form alone. */
import { FORMATS } from "../../functions/model/format.ts";
import {
  LONGEST_PERSON,
  LONGEST_PLAN_NOTE,
  LONGEST_TITLE,
  PLAN_STATES,
} from "../../functions/model/plan.ts";
import { TOPICS } from "../../functions/model/topic.ts";
import type { PlanView } from "../../functions/present/views/calendar.ts";
import { hourInWords } from "../language/hour.ts";
import { names } from "../language/names.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { formAddress } from "../links.ts";
import { accountName } from "../parts/account-name.ts";
import { AccountTicks } from "../parts/account-ticks.tsx";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { sideInSentence } from "../parts/trial-sentence.ts";
import { CALENDAR } from "./calendar.tsx";
import { Changes } from "./plan-changes.tsx";
import { PlanPosts } from "./plan-posts.tsx";

export const planTitle = ({ chrome, plan }: PlanView): string =>
  plan?.title ?? planWords[chrome.language].plan.new;

export function PlanPage({ view }: { view: PlanView }) {
  const { chrome, plan, may_plan } = view;
  const words = planWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const on = plan?.on ?? view.typed.on;
  return (
    <>
      <Back
        href={`${CALENDAR}${plan ? `?month=${on.slice(0, 7)}#d-${on}` : ""}`}
        name={tabs.calendar}
        label={back_to(tabs.calendar)}
      />
      <h1>{planTitle(view)}</h1>
      {plan && <Line view={view} plan={plan} />}
      {plan?.series && !plan.trial && <p class="small soft">{words.plan.series}</p>}
      {view.trial && <Drawn view={view} trial={view.trial} />}
      <Refused view={view} />
      {may_plan && <PlanForm view={view} />}
      {plan && <PlanPosts view={view} plan={plan} />}
      {plan && may_plan && (
        <section>
          <More title={words.plan.remove}>
            <p class="small soft">{words.plan.remove_help}</p>
            <form method="post" action={`/plans/${plan.id}`} class="form">
              <input type="hidden" name="version" value={plan.version} />
              <button name="do" value="remove" class="quiet danger" type="submit">
                {words.plan.remove}
              </button>
            </form>
          </More>
        </section>
      )}
      <Changes view={view} words={words.plan} />
    </>
  );
}

/** Of which trial it is, what was drawn, and what its form must not change. */
function Drawn({
  view: { chrome },
  trial,
}: {
  view: PlanView;
  trial: NonNullable<PlanView["trial"]>;
}) {
  const words = trialWords[chrome.language];
  return (
    <div class={trial.off_lot ? "note weak" : "note"}>
      <p>
        <b>{words.drawn(sideInSentence(chrome, trial, trial.side))}</b>{" "}
        {trial.off_lot ? words.off_lot : trial.state === "running" && words.drawn_help[trial.kind]}
      </p>
      <a class="action" href={`/trials/${trial.id}`}>
        {words.to_trial}
      </a>
    </div>
  );
}

/** What stands, in a line or two. */
function Line({ view, plan }: { view: PlanView; plan: NonNullable<PlanView["plan"]> }) {
  const { chrome, accounts } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const when =
    speech.fullDay(plan.on) +
    (plan.at === null ? "" : `, ${hourInWords(chrome.language, plan.at)}`);
  const said = [
    when,
    plan.in.map((one) => accountName(one, accounts)).join(", "),
    plan.person,
    plan.seen === "open" ? words.states[plan.state] : words.seen[plan.seen],
  ];
  return (
    <div class="lead soft stack">
      <p>{said.filter(Boolean).join(" · ")}</p>
      {plan.note && <p class="caption">{plan.note}</p>}
    </div>
  );
}

/** Why it was not saved: what is wrong, or what somebody else saved meanwhile. */
function Refused({ view }: { view: PlanView }) {
  const { chrome, faults, stands } = view;
  const words = planWords[chrome.language];
  if (stands) {
    const who = view.changes[0];
    const name = who?.admin ? words.plan.by_admin : (who?.who ?? words.plan.somebody);
    return (
      <div class="note weak" role="alert">
        <p>{words.plan.stale(name)}</p>
        <p>
          <b>{stands.title}</b>
        </p>
        <Line view={view} plan={stands} />
        <p>{words.plan.stale_help}</p>
      </div>
    );
  }
  return (
    <Faults
      language={chrome.language}
      lead={words.plan.refused}
      faults={faults}
      nameOf={(path) => fieldName(view, path)}
    />
  );
}

/** A field as the form calls it. */
function fieldName({ chrome }: PlanView, path: string): string {
  const { plan: words } = planWords[chrome.language];
  if (path === "repeat.until") return words.until;
  const [field = ""] = path.split(/[[.]/);
  const called: Record<string, string> = {
    on: words.on,
    at: words.at,
    accounts: words.accounts,
    title: words.name,
    format: words.format,
    topic: words.topic,
    note: words.note,
    person: words.person,
    event: words.event,
    state: words.state,
    repeat: words.repeat,
    version: "",
  };
  return called[field] ?? field;
}

function PlanForm({ view }: { view: PlanView }) {
  const { chrome, accounts, plan, typed, faults } = view;
  const words = planWords[chrome.language];
  const { format: formats, topics } = names[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path.startsWith(field)) || undefined;
  return (
    <form
      class="form lead"
      method="post"
      action={plan ? `/plans/${plan.id}` : formAddress("/plans", chrome)}
      autocomplete="off"
    >
      {typed.version !== null && <input type="hidden" name="version" value={typed.version} />}
      <Field
        label={words.plan.name}
        name="title"
        value={typed.title}
        maxLength={LONGEST_TITLE}
        placeholder={words.plan.name_hint}
        aria-invalid={wrong("title")}
        required
      />
      <div class="fields">
        <Field
          label={words.plan.on}
          name="on"
          type="date"
          value={typed.on}
          aria-invalid={wrong("on")}
          required
        />
        <Field
          label={words.plan.at}
          name="at"
          type="time"
          value={typed.at}
          aria-invalid={wrong("at")}
        />
      </div>
      <fieldset aria-invalid={wrong("accounts")}>
        <legend>{words.plan.accounts}</legend>
        <AccountTicks accounts={accounts} chosen={typed.accounts} />
      </fieldset>
      <div class="fields">
        <Choose
          label={words.plan.state}
          name="state"
          value={typed.state}
          options={PLAN_STATES.map((state) => [state, words.states[state]])}
        />
        <Field
          label={words.plan.person}
          name="person"
          value={typed.person}
          maxLength={LONGEST_PERSON}
          aria-invalid={wrong("person")}
        />
      </div>
      {view.events.length > 0 && (
        <Choose
          label={words.plan.event}
          name="event"
          value={typed.event}
          options={[
            ["", words.plan.none],
            ...view.events.map(
              ({ id, title, on }) =>
                [String(id), `${speechOf(chrome).shortDay(on)} · ${title}`] as const,
            ),
          ]}
        />
      )}
      <More
        title={words.plan.more}
        open={[typed.format, typed.topic, typed.note].some((text) => text !== "") || wrong("note")}
      >
        <div class="fields">
          <Choose
            label={words.plan.format}
            name="format"
            value={typed.format}
            options={[["", words.plan.none], ...FORMATS.map((one) => [one, formats[one]] as const)]}
          />
          <Choose
            label={words.plan.topic}
            name="topic"
            value={typed.topic}
            options={[["", words.plan.none], ...TOPICS.map((one) => [one, topics[one]] as const)]}
          />
        </div>
        <label>
          {words.plan.note}
          <textarea name="note" rows={3} maxLength={LONGEST_PLAN_NOTE} aria-invalid={wrong("note")}>
            {typed.note}
          </textarea>
        </label>
      </More>
      {!plan && (
        <More title={words.plan.repeat} open={wrong("repeat")}>
          <div class="fields">
            <Field
              label={words.plan.every}
              name="every_weeks"
              type="number"
              min={1}
              max={12}
              value={typed.every_weeks}
            />
            <Field label={words.plan.until} name="until" type="date" value={typed.until} />
          </div>
          <p class="small soft">{words.plan.repeat_help}</p>
        </More>
      )}
      <button name="do" value="save" type="submit">
        {words.plan.save}
      </button>
    </form>
  );
}
