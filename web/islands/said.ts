/** What went well is said after the page was fetched anew, where the person was. */

const KEY = "said";
/** Milliseconds: long enough to read three words twice. */
const SHOWN = 6000;

type Said = {
  text: string;
  path: string;
  /** Pixels. */
  scroll: number;
  /** Which of the page's details were open around the form. */
  open: number[];
};

/** @param form the place to come back to; `null`: only the height */
export function sayAfterReload(text: string, form: HTMLElement | null): void {
  const open = [...document.querySelectorAll("details")].flatMap((one, index) =>
    form && one.contains(form) ? [index] : [],
  );
  const said: Said = { text, path: location.pathname, scroll: scrollY, open };
  sessionStorage.setItem(KEY, JSON.stringify(said));
}

export function sayWhatWentWell(): void {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const said = kept ? (JSON.parse(kept) as Said) : null;
  if (said?.path !== location.pathname) return;
  const all = document.querySelectorAll("details");
  for (const index of said.open) {
    const one = all[index];
    if (one) one.open = true;
  }
  const innermost = all[said.open.at(-1) ?? -1];
  if (innermost) innermost.scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: said.scroll, behavior: "instant" });
  const place = document.createElement("p");
  place.className = "toast";
  place.role = "status";
  document.body.append(place);
  // a place that is new is not read out; what comes into it is
  requestAnimationFrame(() => {
    place.textContent = said.text;
  });
  setTimeout(() => place.remove(), SHOWN);
}
