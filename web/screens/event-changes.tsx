import { isEventKind } from "../../functions/model/event.ts";
import type { EventView } from "../../functions/present/views/event.ts";
import { eventWords } from "../language/events.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { More } from "../parts/field.tsx";

/** Who changed what of the event, the newest first. */
export function EventChanges({ view }: { view: EventView }) {
  const { chrome, changes } = view;
  const words = eventWords[chrome.language];
  const { plan } = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (changes.length === 0) return null;
  return (
    <section>
      <More title={plan.changes}>
        <ul class="rows">
          {changes.map((change) => (
            <li key={change.id} class="stacked">
              {change.admin ? plan.by_admin : change.who}
              {change.made && ` ${words.made}`}
              {change.removed && ` ${words.removed}`}
              <small>{speech.moment(change.at)}</small>
              {!change.made &&
                !change.removed &&
                change.fields
                  .filter(({ field }) => field !== "plans")
                  .map(({ field, before, after }) => (
                    <small key={field}>
                      {plan.from_to(
                        words.fields[field] ?? field,
                        inWords(view, field, before),
                        inWords(view, field, after),
                      )}
                    </small>
                  ))}
            </li>
          ))}
        </ul>
      </More>
    </section>
  );
}

/** A value of a change, as the screen says it elsewhere. */
function inWords({ chrome }: EventView, field: string, value: unknown): string {
  const words = eventWords[chrome.language];
  const { plan, kinds } = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
    return plan.nothing;
  }
  if (field === "said" && Array.isArray(value)) {
    return (value as { post: number; linked: boolean }[])
      .map(({ post, linked }) => `#${post} ${linked ? words.post_linked : words.post_unlinked}`)
      .join(", ");
  }
  if (field === "hashtags" && Array.isArray(value)) return value.map((tag) => `#${tag}`).join(" ");
  if ((field === "starts_at" || field === "ends_at") && typeof value === "number") {
    return speech.instant(value);
  }
  if (typeof value === "number") return speech.count(value);
  const text = String(value);
  return field === "kind" && isEventKind(text) ? kinds[text] : text;
}
