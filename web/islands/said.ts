/** What went well is said after the page was fetched anew, where the person was. */

import { SAID } from "../marks.ts";
import { whenLoaded } from "../when-loaded.ts";

/** Milliseconds: long enough to read three words twice. */
const SHOWN = 6000;

type Said = {
  text: string;
  path: string;
  /** Pixels. */
  scroll: number;
  /** The id of what is to be seen; `null`: what was open. */
  place: string | null;
  /** Which of the page's details were open around the form: by the id inside, else by their place. */
  open: string[];
};

/** @param form the place to come back to; `null`: only the height. @param place what is shown instead, by its id */
export function sayAfterReload(
  text: string,
  form: HTMLElement | null,
  place: string | null = null,
): void {
  const open = keyedDetails().flatMap(([key, one]) => (form && one.contains(form) ? [key] : []));
  const said: Said = { text, path: location.pathname, scroll: scrollY, place, open };
  sessionStorage.setItem(SAID, JSON.stringify(said));
  // the browser would come back to where it was, whatever is open there now
  history.scrollRestoration = "manual";
}

const keyedDetails = (): [string, HTMLDetailsElement][] =>
  [...document.querySelectorAll("details")].map((one, index) => [
    one.querySelector(":scope > [id]")?.id ?? String(index),
    one,
  ]);

export function sayWhatWentWell(): void {
  const kept = sessionStorage.getItem(SAID);
  sessionStorage.removeItem(SAID);
  const said = kept ? (JSON.parse(kept) as Said) : null;
  whenLoaded(() =>
    setTimeout(() => {
      history.scrollRestoration = "auto";
    }),
  );
  if (said?.path !== location.pathname) return;
  const open = keyedDetails().filter(([key]) => said.open.includes(key));
  for (const [, one] of open) one.open = true;
  const innermost = document.getElementById(said.place ?? "") ?? open.at(-1)?.[1];
  if (innermost) innermost.scrollIntoView({ behavior: "instant" });
  else scrollTo({ top: said.scroll, behavior: "instant" });
  showToast(said.text);
}

/** Said for a moment above the tabs, and read out. */
export function showToast(text: string): void {
  const place = document.createElement("p");
  place.className = "toast";
  place.role = "status";
  document.body.append(place);
  // a place that is new is not read out; what comes into it is
  requestAnimationFrame(() => {
    place.textContent = text;
  });
  setTimeout(() => place.remove(), SHOWN);
}
