/** Whether this very device is told: asked of the browser, so only a script knows. */
import { USUAL_KINDS, USUAL_QUIET } from "../../functions/model/recipient.ts";
import type { RecipientsView } from "../../functions/present/views/recipients.ts";
import { recipientWords } from "../language/recipients.ts";
import { Field, More } from "../parts/field.tsx";
import { Island } from "../parts/island.tsx";
import { Wishes } from "../parts/wishes.tsx";

/** What `web/islands/push.ts` is given; the words of what may happen among it, so that it holds none. */
export type PushProps = {
  key: string;
  language: "id" | "en";
  words: Record<
    | "looking"
    | "unknown"
    | "device_on"
    | "unsupported"
    | "denied"
    | "failed"
    | "off_again"
    | "turn_on"
    | "save",
    string
  >;
};

export function Device({ view }: { view: RecipientsView }) {
  const { chrome, push_key, push_lacks, recipients } = view;
  const words = recipientWords[chrome.language];
  const admin = recipients !== null;
  return (
    <section>
      <h2>{words.device}</h2>
      {push_key === null ? (
        <p>
          {push_lacks &&
            (admin || push_lacks === "link" ? words.lacks[push_lacks] : words.lacks_viewer)}
        </p>
      ) : (
        <ThisDevice view={view} push_key={push_key} />
      )}
      {admin &&
        (push_lacks === "contact" ? (
          <Contact view={view} />
        ) : (
          <More
            title={words.contact_set}
            open={view.faults.some(({ path }) => path === "contact") || undefined}
          >
            <Contact view={view} />
          </More>
        ))}
    </section>
  );
}

function ThisDevice({ view, push_key }: { view: RecipientsView; push_key: string }) {
  const { language } = view.chrome;
  const words = recipientWords[language];
  const { looking, unknown, device_on, unsupported, denied, failed, off_again, turn_on, save } =
    words;
  const props: PushProps = {
    key: push_key,
    language,
    words: { looking, unknown, device_on, unsupported, denied, failed, off_again, turn_on, save },
  };
  const usual = {
    kinds: [...USUAL_KINDS],
    weekly: false,
    quiet_from: USUAL_QUIET.from,
    quiet_to: USUAL_QUIET.to,
  };
  return (
    <Island name="push" props={props}>
      <p role="status" data-push-state>
        {words.needs_script}
      </p>
      <form class="form" hidden>
        <p class="soft small">{words.device_help}</p>
        <p class="actions">
          <button type="submit" data-push-on>
            {words.turn_on}
          </button>
          <button type="button" class="quiet danger" data-push-off hidden>
            {words.turn_off}
          </button>
        </p>
        <Wishes language={language} wished={usual} folded />
      </form>
    </Island>
  );
}

function Contact({ view: { chrome, contact, faults } }: { view: RecipientsView }) {
  const words = recipientWords[chrome.language];
  return (
    <form class="form" method="post" action="/messages">
      <Field
        label={words.contact}
        name="contact"
        type="email"
        value={contact}
        maxLength={200}
        placeholder="perpustakaan@example.go.id"
        aria-invalid={faults.some(({ path }) => path === "contact") || undefined}
      />
      <p class="small soft">{words.contact_help}</p>
      <button name="do" value="contact" type="submit">
        {words.save}
      </button>
    </form>
  );
}
