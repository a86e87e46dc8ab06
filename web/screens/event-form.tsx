/** The event's form, and why it was not saved. */
import {
  EVENT_KINDS,
  LONGEST_EVENT_NOTE,
  LONGEST_EVENT_TEXT,
} from "../../functions/model/event.ts";
import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { planWords } from "../language/plans.ts";
import { formAddress } from "../links.ts";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field } from "../parts/field.tsx";

export function EventRefused({ view }: { view: EventView }) {
  const { chrome, faults, stale, changes } = view;
  const words = eventWords[chrome.language];
  const { plan } = planWords[chrome.language];
  if (stale) {
    const who = changes[0];
    const name = who?.admin ? plan.by_admin : (who?.who ?? plan.somebody);
    return (
      <div class="note weak" role="alert">
        <p>{words.stale(name)}</p>
        <p>{plan.stale_help}</p>
      </div>
    );
  }
  const called = (path: string) => words.fields[path.split(/[[.]/)[0] ?? ""] ?? path;
  return <Faults language={chrome.language} lead={plan.refused} faults={faults} nameOf={called} />;
}

export function EventForm({ view }: { view: EventView }) {
  const { chrome, event, typed, faults } = view;
  const words = eventWords[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path.startsWith(field)) || undefined;
  const text = (name: "title" | "place" | "hashtags" | "url") => ({
    label: words.fields[name] ?? name,
    name,
    value: typed[name],
    "aria-invalid": wrong(name),
  });
  const clock = (name: "starts_at" | "ends_at") => ({
    label: words.fields[name] ?? name,
    name,
    type: "datetime-local" as const,
    value: typed[name],
    "aria-invalid": wrong(name),
  });
  const number = (name: "visitors" | "cost") => ({
    label: words.fields[name] ?? name,
    name,
    inputMode: "numeric" as const,
    value: typed[name],
    "aria-invalid": wrong(name),
  });
  return (
    <form
      class="form lead"
      method="post"
      action={event ? `/events/${event.id}` : formAddress("/events", chrome)}
      autocomplete="off"
    >
      {typed.version !== null && <input type="hidden" name="version" value={typed.version} />}
      <Field {...text("title")} maxLength={LONGEST_EVENT_TEXT} required />
      <Field {...clock("starts_at")} required />
      <Field {...clock("ends_at")} />
      <div class="fields">
        <Choose
          label={words.fields.kind ?? ""}
          name="kind"
          value={typed.kind}
          options={EVENT_KINDS.map((kind) => [kind, planWords[chrome.language].kinds[kind]])}
        />
        <Field {...text("place")} maxLength={LONGEST_EVENT_TEXT} />
      </div>
      <Field {...text("hashtags")} placeholder={words.hashtags_hint} />
      <p class="small soft">{words.hashtags_help}</p>
      <Field {...text("url")} type="url" placeholder="https://" />
      <label>
        {words.fields.note}
        <textarea name="note" rows={3} maxLength={LONGEST_EVENT_NOTE} aria-invalid={wrong("note")}>
          {typed.note}
        </textarea>
      </label>
      <fieldset class="plain">
        <legend>{words.visitors_form}</legend>
        <div class="fields">
          <Field {...number("visitors")} />
          <Field {...number("cost")} />
        </div>
      </fieldset>
      <button name="do" value="save" type="submit">
        {words.save}
      </button>
    </form>
  );
}
