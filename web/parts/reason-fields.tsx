import type { Language } from "../../functions/present/views/chrome.ts";
import { streakWords } from "../language/streak.ts";
import { Field } from "./field.tsx";

/** Why something is left out of the norm: a field to say it, or a button that takes it back. */
export function ReasonFields(props: { language: Language; reason: string | null }) {
  const words = streakWords[props.language].reason;
  return props.reason === null ? (
    <>
      <Field
        label={words.label}
        name="reason"
        maxLength={200}
        placeholder={words.example}
        required
      />
      <button type="submit">{words.save}</button>
    </>
  ) : (
    <>
      <input type="hidden" name="reason" value="" data-empty="null" />
      <button class="quiet" type="submit">
        {words.remove}
      </button>
    </>
  );
}
