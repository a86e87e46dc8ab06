import { NOTICE_KINDS } from "../../functions/model/notice.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { TypedRecipient } from "../../functions/present/views/recipients.ts";
import { recipientWords } from "../language/recipients.ts";
import { Field, More } from "./field.tsx";

type Wished = Pick<TypedRecipient, "kinds" | "weekly" | "quiet_from" | "quiet_to">;

/** What somebody is told of, and when not: fields of a form. @param folded the list is opened by who wants it */
export function Wishes(props: { language: Language; wished: Wished; folded?: boolean }) {
  const { language, wished, folded = false } = props;
  const words = recipientWords[language];
  const kinds = <Kinds language={language} wished={wished} />;
  return (
    <>
      {folded ? <More title={words.choose_kinds}>{kinds}</More> : kinds}
      <More title={words.quiet}>
        <div class="fields">
          <Field
            label={words.quiet_from}
            name="quiet_from"
            type="time"
            value={wished.quiet_from}
            required
          />
          <Field
            label={words.quiet_to}
            name="quiet_to"
            type="time"
            value={wished.quiet_to}
            required
          />
        </div>
        <p class="small soft">{words.quiet_help}</p>
      </More>
    </>
  );
}

function Kinds({ language, wished }: { language: Language; wished: Wished }) {
  const words = recipientWords[language];
  return (
    <fieldset>
      <legend>{words.kinds_label}</legend>
      {NOTICE_KINDS.map((kind) => (
        <label key={kind} class="tick">
          <input type="checkbox" name="kinds" value={kind} checked={wished.kinds.includes(kind)} />
          <span>{words.kinds[kind]}</span>
        </label>
      ))}
      <label class="tick">
        <input type="checkbox" name="weekly" value="true" checked={wished.weekly} />
        <span>{words.weekly}</span>
      </label>
    </fieldset>
  );
}
