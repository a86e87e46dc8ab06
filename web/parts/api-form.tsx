import type { ComponentChildren } from "preact";
import type { Language } from "../../functions/present/views/chrome.ts";
import { Island } from "./island.tsx";

/** What `web/islands/form.ts` does with a form. */
export type FormProps = {
  language: Language;
  method: "POST" | "PATCH" | "DELETE";
  path: string;
  /** What happens after it went well: the page again, another page, or the new link shown in place. */
  then?: "reload" | "link" | { go: string };
  /** Asked before what cannot be taken back. */
  confirm?: string;
  /** The call is repeated while the answer says `done: false`. */
  repeat?: boolean;
};

/**
 * A form that calls the JSON API. A field's name is its place in the body (`credentials.access_token`); numbers and
 * ticks travel as such; an empty field is left out, or `null` where it has `data-empty="null"`.
 */
export function ApiForm(props: FormProps & { children?: ComponentChildren }) {
  const { children, ...form } = props;
  return (
    <Island name="form" props={form}>
      <form method="post" class="form">
        {children}
        <p class="said" role="status" />
      </form>
    </Island>
  );
}
