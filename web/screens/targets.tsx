/** What the library wants to reach: each target with how far it is, and a form for another. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import { TARGET_METRICS } from "../../functions/model/target.ts";
import type { TargetLine, TargetsView } from "../../functions/present/views/targets.ts";
import { shellWords } from "../language/shell.ts";
import { targetWords } from "../language/targets.ts";
import { accountName } from "../parts/account-name.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { targetInWords, wantedInWords } from "../parts/target-line.tsx";

export const targetsTitle = ({ chrome }: TargetsView): string => targetWords[chrome.language].title;

export function Targets({ view }: { view: TargetsView }) {
  const { chrome, targets, faults } = view;
  const words = targetWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <>
      <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />
      <h1>{words.title}</h1>
      <p class="lead soft">{words.help}</p>
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        nameOf={(path) => fieldName(view, path)}
      />
      {targets.length === 0 && <p class="lead">{words.none}</p>}
      {targets.length > 0 && (
        <ul class="rows">
          {targets.map((line) => (
            <Row key={line.id} view={view} line={line} />
          ))}
        </ul>
      )}
      <NewTarget view={view} />
    </>
  );
}

function fieldName({ chrome }: TargetsView, path: string): string {
  const { year, account, metric, value_alone } = targetWords[chrome.language];
  const called: Record<string, string> = { year, account, metric, value: value_alone, version: "" };
  return called[path] ?? path;
}

function Row({ view: { chrome, accounts }, line }: { view: TargetsView; line: TargetLine }) {
  const words = targetWords[chrome.language];
  return (
    <li class="stacked">
      {line.account ? accountName(line.account, accounts) : words.all} ·{" "}
      {words.metrics[line.metric]}
      <small>{targetInWords(chrome, line)}</small>
      <More title={words.change}>
        <form class="form" method="post" action={`/targets/${line.id}`} autocomplete="off">
          <input type="hidden" name="version" value={line.version} />
          <Field
            label={words.value_alone}
            name="value"
            inputMode="decimal"
            value={wantedInWords(chrome, line)}
            required
          />
          <p class="actions">
            <button name="do" value="save" type="submit">
              {words.save}
            </button>
            <button name="do" value="remove" class="quiet danger" type="submit">
              {words.remove}
            </button>
          </p>
        </form>
      </More>
    </li>
  );
}

function NewTarget({ view: { chrome, accounts, typed, faults } }: { view: TargetsView }) {
  const words = targetWords[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path === field) || undefined;
  return (
    <form class="form" method="post" action="/targets" autocomplete="off">
      <div class="fields">
        <Field
          label={words.year}
          name="year"
          inputMode="numeric"
          value={typed.year}
          aria-invalid={wrong("year")}
          required
        />
        <Choose
          label={words.metric}
          name="metric"
          value={typed.metric}
          options={TARGET_METRICS.map((metric) => [metric, words.metrics[metric]])}
        />
      </div>
      <Choose
        label={words.account}
        name="account"
        value={typed.account}
        options={[
          ["", words.all],
          ...accounts.map(
            ({ id, platform, handle }) =>
              [String(id), `${PLATFORM_NAMES[platform]} @${handle}`] as const,
          ),
        ]}
      />
      <Field
        label={words.value}
        name="value"
        inputMode="decimal"
        value={typed.value}
        aria-invalid={wrong("value")}
        required
      />
      <button type="submit">{words.add}</button>
    </form>
  );
}
