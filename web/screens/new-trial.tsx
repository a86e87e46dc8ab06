/** A new trial: the account, what is compared, the days, and what it could see, before anything is drawn. */
import { addDays } from "../../functions/model/day.ts";
import { LONGEST_TITLE } from "../../functions/model/plan.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import { TRIAL_KINDS } from "../../functions/model/trial.ts";
import type { NewTrialView } from "../../functions/present/views/trial.ts";
import { names } from "../language/names.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { formAddress } from "../links.ts";
import { accountName } from "../parts/account-name.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { trialHref } from "../parts/trial-links.ts";
import { CALENDAR } from "./calendar.tsx";
import { TrialRules } from "./trial-rules.tsx";

export const newTrialTitle = ({ chrome }: NewTrialView): string => trialWords[chrome.language].new;

export function NewTrial({ view }: { view: NewTrialView }) {
  const { chrome, account, accounts, running, faults, kind } = view;
  const words = trialWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const called: Record<string, string> = {
    ...words.fields,
    a: words.a[kind],
    b: words.b[kind],
    at: words.at,
  };
  return (
    <>
      <Back href={CALENDAR} name={tabs.calendar} label={back_to(tabs.calendar)} />
      <h1>{words.new}</h1>
      <p class="lead soft">
        {account ? `${accountName(account, accounts)}. ${words.help}` : words.help}
      </p>
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        nameOf={(path) => called[path.split(/[[.]/)[0] ?? ""] ?? path}
      />
      {!account && <WhichAccount view={view} />}
      {account && running !== null && (
        <p class="note">
          {words.running}{" "}
          <a class="action" href={`/trials/${running}`}>
            {words.to_running}
          </a>
        </p>
      )}
      {account && running === null && <Form view={view} account={account.id} />}
    </>
  );
}

function WhichAccount({ view: { chrome, accounts, kind, typed } }: { view: NewTrialView }) {
  const words = trialWords[chrome.language];
  if (accounts.length === 0) return <p class="lead">{words.no_accounts}</p>;
  return (
    <section>
      <h2>{words.which_account}</h2>
      <ul class="rows">
        {accounts.map(({ id, platform, handle }) => (
          <li key={id} class="stacked">
            <a
              class="block"
              href={trialHref({
                account: id,
                kind,
                ...(typed.a ? { a: typed.a } : {}),
                ...(typed.b ? { b: typed.b } : {}),
              })}
            >
              {PLATFORM_NAMES[platform]} <small>@{handle}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 5 January 1970 was a Monday. */
const dayOfWeek = (weekday: number): string => addDays("1970-01-04", weekday);

function Form({ view, account }: { view: NewTrialView; account: number }) {
  const { chrome, kind, typed, mondays, faults } = view;
  const words = trialWords[chrome.language];
  const speech = speechOf(chrome);
  const wrong = (field: string) => faults.some(({ path }) => path.startsWith(field)) || undefined;
  return (
    <>
      <nav class="presets choice" aria-label={words.kind}>
        {TRIAL_KINDS.map((one) => (
          <a
            key={one}
            href={trialHref({ account, kind: one })}
            aria-current={one === kind ? "page" : undefined}
          >
            {words.kinds[one]}
          </a>
        ))}
      </nav>
      <form
        class="form lead"
        method="post"
        action={formAddress("/trials", chrome)}
        autocomplete="off"
      >
        <input type="hidden" name="account" value={account} />
        <input type="hidden" name="kind" value={kind} />
        <SideFields view={view} />
        <fieldset aria-invalid={wrong("weekdays")}>
          <legend>{words.weekdays}</legend>
          <p class="small soft">{words.weekdays_help}</p>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <label key={weekday} class="tick">
              <input
                type="checkbox"
                name="weekdays"
                value={weekday}
                checked={typed.weekdays.includes(weekday)}
              />
              <span>{speech.weekday(dayOfWeek(weekday))}</span>
            </label>
          ))}
          <Powers view={view} />
        </fieldset>
        <Choose
          label={words.starts_on}
          name="starts_on"
          value={typed.starts_on}
          options={mondays.map((day) => [day, speech.day(day)] as const)}
        />
        <Field
          label={words.name}
          name="title"
          value={typed.title || words.name_usual}
          maxLength={LONGEST_TITLE}
          aria-invalid={wrong("title")}
          required
        />
        <p class="small soft">{words.name_help}</p>
        <More title={words.rules}>
          <TrialRules
            chrome={chrome}
            kind={kind}
            a={words.a[kind].toLowerCase()}
            b={words.b[kind].toLowerCase()}
            hours={null}
          />
        </More>
        <p class="small soft">{words.start_help}</p>
        <button type="submit">{words.start}</button>
      </form>
    </>
  );
}

function SideFields({ view: { chrome, kind, typed, faults, formats } }: { view: NewTrialView }) {
  const words = trialWords[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path === field) || undefined;
  const options = [
    ["", words.choose] as const,
    ...formats.map((format) => [format, names[chrome.language].format[format]] as const),
  ];
  const sides = ["a", "b"] as const;
  if (kind === "hours") {
    return (
      <>
        <div class="fields">
          {sides.map((side) => (
            <Field
              key={side}
              label={words[side].hours}
              name={side}
              type="time"
              value={typed[side]}
              aria-invalid={wrong(side)}
              required
            />
          ))}
        </div>
        <p class="small soft">{words.hours_help}</p>
      </>
    );
  }
  return (
    <>
      <div class="fields">
        {sides.map((side) => (
          <Choose
            key={side}
            label={words[side].formats}
            name={side}
            value={typed[side]}
            options={options}
          />
        ))}
      </div>
      <Field label={words.at} name="at" type="time" value={typed.at} aria-invalid={wrong("at")} />
      <p class="small soft">{words.at_help}</p>
    </>
  );
}

/** How often a doubling would be seen, by how many days a week are ticked. */
function Powers({ view: { chrome, powers, too_few } }: { view: NewTrialView }) {
  const words = trialWords[chrome.language];
  if (too_few) return <p class="note weak">{words.power_too_few}</p>;
  const posts = powers[0]?.power.posts ?? 0;
  return (
    <div class="small soft">
      <p>{words.power_lead}</p>
      {powers.map(({ a_week, power }) => (
        <p key={a_week}>{words.power_line(a_week, words.power_short(power.of_ten))}</p>
      ))}
      <p>{posts === 0 ? words.power_usual : words.power_of(posts)}</p>
    </div>
  );
}
