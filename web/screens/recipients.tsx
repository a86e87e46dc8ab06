/** Who is told when there is something to know: this device, and for the admin everybody. */
import { WEBHOOK_WAYS, type WebhookWay } from "../../functions/model/recipient.ts";
import type {
  RecipientLine,
  RecipientsView,
  TypedRecipient,
} from "../../functions/present/views/recipients.ts";
import { recipientWords } from "../language/recipients.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { Wishes } from "../parts/wishes.tsx";
import { Device } from "./recipients-device.tsx";

export const recipientsTitle = ({ chrome }: RecipientsView): string =>
  recipientWords[chrome.language].title;

export function Recipients({ view }: { view: RecipientsView }) {
  const { chrome, recipients, faults } = view;
  const words = recipientWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const admin = recipients !== null;
  return (
    <>
      <Back
        href={admin ? "/data/settings" : "/"}
        name={admin ? tabs.data : tabs.overview}
        label={back_to(admin ? tabs.data : tabs.overview)}
      />
      <h1>{words.title}</h1>
      <p class="lead soft">{admin ? words.lead : words.lead_viewer}</p>
      <Done view={view} />
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        nameOf={(path) => fieldName(view, path)}
      />
      <Device view={view} />
      {recipients && (
        <>
          <section>
            <h2>{words.told}</h2>
            {recipients.length === 0 ? (
              <p class="soft">{words.nobody}</p>
            ) : (
              <ul class="rows">
                {recipients.map((line) => (
                  <Row key={line.id} view={view} line={line} />
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{words.add}</h2>
            {WEBHOOK_WAYS.map((way) => (
              <NewWebhook key={way} view={view} way={way} />
            ))}
          </section>
        </>
      )}
    </>
  );
}

/** What the form before did. Of a test message, how it went. */
function Done({ view: { chrome, recipients, done } }: { view: RecipientsView }) {
  if (!done || !recipients) return null;
  const words = recipientWords[chrome.language];
  const line = recipients.find(({ id }) => id === done.id);
  const fault = done.what === "tried" ? (line?.fault ?? null) : null;
  return (
    <p class={fault ? "note weak" : "note"} role="status">
      {fault ? words.tried_failed(faultName(words.faults, fault.code)) : words.done[done.what]}
    </p>
  );
}

const faultName = (names: Record<string, string>, code: string): string => names[code] ?? code;

/** A field as the form calls it. */
function fieldName({ chrome }: RecipientsView, path: string): string {
  const { name, token, chat, url, contact, quiet, kinds_label, language } =
    recipientWords[chrome.language];
  const [field = ""] = path.split(/[[.]/);
  const called: Record<string, string> = {
    ...{ name, token, chat, url, contact, quiet, language },
    kinds: kinds_label,
  };
  return called[field] ?? field;
}

function Row({ view: { chrome }, line }: { view: RecipientsView; line: RecipientLine }) {
  const words = recipientWords[chrome.language];
  const speech = speechOf(chrome);
  const state = words.states[line.state];
  const wished = { ...line, quiet_from: line.quiet.from, quiet_to: line.quiet.to };
  return (
    <li class="stacked" id={`r-${line.id}`}>
      <b>{line.name}</b>
      <small>
        {[words.ways[line.way], line.link !== null && words.by_link(line.link)]
          .filter(Boolean)
          .join(" · ")}
      </small>
      <p class="small">
        {line.sent_at === null ? words.not_sent : words.sent(speech.moment(line.sent_at))}{" "}
        {line.waiting > 0 && words.waiting(line.waiting)}{" "}
        {line.given_up > 0 && words.given_up(line.given_up)}
      </p>
      {line.fault && line.state === "on" && (
        <p class="small watch">
          {words.failed_at(speech.moment(line.fault.at), faultName(words.faults, line.fault.code))}
        </p>
      )}
      {state && <p class="small watch">{state}</p>}
      {line.state !== "over" && (
        <form method="post" action={`/messages/${line.id}`} class="actions">
          <button name="do" value="try" class="quiet" type="submit">
            {words.try}
          </button>
        </form>
      )}
      <More title={words.change}>
        <form class="form" method="post" action={`/messages/${line.id}`} autocomplete="off">
          <Field label={words.name} name="name" value={line.name} maxLength={100} required />
          <Language language={chrome.language} value={line.language} />
          <Wishes language={chrome.language} wished={wished} />
          <p class="actions">
            <button name="do" value="save" type="submit">
              {words.save}
            </button>
            <button name="do" value="remove" class="quiet danger" type="submit" formnovalidate>
              {words.remove}
            </button>
          </p>
        </form>
      </More>
    </li>
  );
}

function Language({ language, value }: { language: "id" | "en"; value: string }) {
  const words = recipientWords[language];
  return (
    <Choose
      label={words.language}
      name="language"
      value={value}
      options={[
        ["id", words.languages.id],
        ["en", words.languages.en],
      ]}
    />
  );
}

function NewWebhook({ view, way }: { view: RecipientsView; way: WebhookWay }) {
  const { chrome, typed, faults } = view;
  const words = recipientWords[chrome.language];
  const tried = faults.length > 0 && typed.way === way;
  const given: TypedRecipient = tried ? typed : { ...typed, url: "", chat: "", name: "" };
  const wrong = (field: string) =>
    (tried && faults.some(({ path }) => path === field)) || undefined;
  return (
    <More title={words.ways[way]} open={tried || undefined}>
      <ol class="small">
        {words.guides[way].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form class="form" method="post" action="/messages" autocomplete="off" data-unkept>
        <input type="hidden" name="way" value={way} />
        <Field
          label={words.name}
          name="name"
          value={given.name}
          maxLength={100}
          placeholder={words.name_hint}
          aria-invalid={wrong("name")}
          required
        />
        {way === "telegram" ? (
          <>
            <Field
              label={words.token}
              name="token"
              placeholder="123456789:AA…"
              aria-invalid={wrong("token")}
              required
            />
            <Field
              label={words.chat}
              name="chat"
              value={given.chat}
              placeholder="-1001234567890"
              aria-invalid={wrong("chat")}
            />
          </>
        ) : (
          <Field
            label={words.url}
            name="url"
            type="url"
            placeholder="https://"
            aria-invalid={wrong("url")}
            required
          />
        )}
        <p class="small soft">{words.secret_kept}</p>
        <Language language={chrome.language} value={given.language} />
        <Wishes language={chrome.language} wished={given} />
        <button type="submit">{words.save_it}</button>
      </form>
    </More>
  );
}
