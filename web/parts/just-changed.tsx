import type { JustChanged } from "../../functions/present/views/calendar.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { planWords } from "../language/plans.ts";

/** What was just done, with the way back. */
export function Just({
  said,
  changed,
  language,
}: {
  said: string;
  changed: Pick<JustChanged, "change">;
  language: Language;
}) {
  return (
    <form class="toast just row-between" method="post" action={`/changes/${changed.change}/undo`}>
      <span role="status">{said}</span>
      <button class="plain" type="submit">
        {planWords[language].undo}
      </button>
    </form>
  );
}
