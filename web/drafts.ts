/**
 * What was typed into a form stays on the phone until it was sent: over a reload, a line that is gone, an app that is closed.
 * Nothing is ever sent by itself, so that nothing is sent twice. Passwords, tokens and files are not kept, and nothing
 * outlives a logout.
 */
import type { Language } from "../functions/present/views/chrome.ts";
import { offlineWords } from "./language/offline.ts";
import { TYPED } from "./marks.ts";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * `version`: what the person had seen of it; with a newer one a change by somebody else would be written over unseen.
 * `page`: where it is filled in again.
 */
type Draft = { at: number; values: string[]; version: string | null; page: string };

const KEY = "draft ";
/** The form that was sent last, until the page that answers it is there. */
const SENT = "sent";
/** Milliseconds: whoever comes back later has forgotten what it was. */
const KEPT_FOR = 7 * 24 * 3600 * 1000;

/** Milliseconds: what takes longer was given up. */
const SENDING = 30_000;

const words = offlineWords[document.documentElement.lang as Language] ?? offlineWords.id;

const SECRET = /token|secret|password|credential/i;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>("[name]")].filter(
    (field) => field.type !== "hidden" && field.type !== "submit",
  );

/** Is it one whose fields may be kept? `data-unkept`: it takes a secret that no field's name gives away. */
function isKept(form: HTMLFormElement): boolean {
  const fields = fieldsOf(form);
  return (
    form.method === "post" &&
    !("unkept" in form.dataset) &&
    fields.length > 0 &&
    !fields.some(({ name, type }) => SECRET.test(name) || type === "password" || type === "file")
  );
}

/**
 * Which form it is: where it goes, what it says without being asked, and what it asks. Not which page it stands on: what was
 * refused comes back on another.
 */
const identityOf = (form: HTMLFormElement): string =>
  [
    KEY,
    new URL(form.action).pathname,
    ...[...form.querySelectorAll<HTMLInputElement>("input[type=hidden][name]")]
      .filter(({ name }) => name !== "version")
      .map(({ name, value }) => `${name}=${value}`),
    ...fieldsOf(form).map(({ name }) => name),
  ].join(" ");

/** Of those that are alike in all of it, each has its own still. */
function familyOf(form: HTMLFormElement): string {
  const identity = identityOf(form);
  const alike = [...document.forms].filter((one) => identityOf(one) === identity);
  return [identity, ...alike.slice(0, alike.indexOf(form)).map(() => "again"), "?"].join(" ");
}

/** What was suggested in it (`formAddress` in `links.ts`); a form without an address of its own goes where its page is. */
const suggestedIn = (form: HTMLFormElement): string =>
  form.hasAttribute("action") ? new URL(form.action).search : "";

/** With what was suggested: a draft of something else never takes its place. */
const keyOf = (form: HTMLFormElement): string => familyOf(form) + suggestedIn(form);

const isTick = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

const saidIn = (field: Field): string => (isTick(field) ? String(field.checked) : field.value);

function usualOf(field: Field): string {
  if (isTick(field)) return String(field.defaultChecked);
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return chosen?.value ?? "";
}

const versionOf = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>("input[type=hidden][name=version]");

const isUntouched = (form: HTMLFormElement): boolean =>
  fieldsOf(form).every((field) => saidIn(field) === usualOf(field));

/** What stands on a page that was refused was typed, and is nowhere else. */
function keepTyped(form: HTMLFormElement): void {
  if (isUntouched(form) && !isRefusal()) forgetDraft(form);
  else keep(form);
}

function keep(form: HTMLFormElement): void {
  const draft: Draft = {
    at: Date.now(),
    values: fieldsOf(form).map(saidIn),
    version: versionOf(form)?.value ?? null,
    page: pageOf(form),
  };
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // a phone that is full keeps nothing more; the page goes on
  }
}

/** What was refused comes back at an address that cannot be opened again. */
const pageOf = (form: HTMLFormElement): string =>
  (isRefusal() && draftAt(keyOf(form))?.page) || location.pathname + location.search;

function draftAt(key: string): Draft | null {
  const kept = localStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Draft);
}

/** It was sent, or is not wanted any more. */
export function forgetDraft(form: HTMLFormElement): void {
  if (isKept(form)) localStorage.removeItem(keyOf(form));
}

/** What was typed before this script had come stays, and is kept from now on. */
function fillIn(form: HTMLFormElement): void {
  const fields = fieldsOf(form);
  const draft = draftAt(keyOf(form));
  if (draft) putBack(form, fields, draft);
  if (fields.some(isTyped)) keepTyped(form);
}

const isTyped = (field: Field): boolean => TYPED in field.dataset;

function putBack(form: HTMLFormElement, fields: Field[], { values, version }: Draft): void {
  const given = (index: number): string => values[index] ?? "";
  const differ = fields.some((field, index) => !isTyped(field) && saidIn(field) !== given(index));
  // typed over by whoever could not see it yet
  const earlier = fields
    .map((field, index) => (isTyped(field) && isText(field) ? given(index) : ""))
    .filter((text, index) => text !== "" && text !== fields[index]?.value);
  const said = [
    ...(differ ? [words.restored] : []),
    ...(earlier.length > 0 ? [words.earlier, ...earlier.map((text) => `“${text}”`)] : []),
  ];
  // the server shows it again itself, with what is wrong
  if (said.length === 0) return;
  fields.forEach((field, index) => {
    if (isTyped(field)) return;
    const value = given(index);
    if (isTick(field)) field.checked = value === "true";
    else field.value = value;
    if (value !== usualOf(field)) openAround(field);
  });
  const seen = versionOf(form);
  if (seen && version !== null) seen.value = version;
  say(form, said.join(" "), true);
}

const isText = (field: Field): boolean => field.type === "text" || field.type === "textarea";

function openAround(element: Element): void {
  for (
    let one = element.closest("details");
    one;
    one = one.parentElement?.closest("details") ?? null
  ) {
    one.open = true;
  }
}

/** What was typed into such a form where something else was suggested, or nothing: its own, and found from here. */
function offerOthers(form: HTMLFormElement): void {
  const family = familyOf(form);
  const others = draftKeys().filter((key) => key.startsWith(family) && key !== keyOf(form));
  if (others.length === 0 || isRefusal()) return;
  const place = Object.assign(document.createElement("p"), { className: "lead small" });
  place.append(words.others);
  for (const key of others) {
    const { page = "", values = [] } = draftAt(key) ?? {};
    const link = Object.assign(document.createElement("a"), { href: page, className: "action" });
    link.textContent = values[0] || words.open;
    place.append(" ", link);
  }
  form.before(place);
}

/** Above its fields; said again it takes the place of what was said. */
function say(form: HTMLFormElement, text: string, mayDiscard = false): HTMLElement {
  const place = form.querySelector<HTMLElement>(":scope > .draft") ?? document.createElement("div");
  place.className = "note weak draft";
  place.role = "status";
  place.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  if (mayDiscard) {
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "plain";
    discard.textContent = words.discard;
    discard.addEventListener("click", () => {
      const page = pageOf(form);
      forgetDraft(form);
      location.replace(page);
    });
    place.append(discard);
  }
  openAround(form);
  if (!place.isConnected) form.prepend(place);
  return place;
}

function sayNotSent(form: HTMLFormElement, text = words.not_sent): void {
  say(form, text).scrollIntoView({ block: "center", behavior: "instant" });
  addEventListener("online", () => say(form, words.back), { once: true });
}

/** The form of the key that stands on this page. */
const formOf = (key: string | null): HTMLFormElement | undefined =>
  [...document.forms].find((form) => isKept(form) && keyOf(form) === key);

const navigation = (): PerformanceNavigationTiming | undefined =>
  (performance.getEntriesByType("navigation") as PerformanceNavigationTiming[])[0];

/** Nothing was stored: a field that is wrong, a busy database, a link that is over. Safari does not tell a page its status. */
const isRefusal = (): boolean =>
  (navigation()?.responseStatus ?? 0) >= 400 ||
  document.querySelector("[data-message],main [role=alert]") !== null;

/**
 * What became of the form that was sent last: the server has answered, or the line was gone. What it took is forgotten, before
 * it could be filled in again.
 * @returns what is to be said of it, once what was typed stands there
 */
function settle(): (() => void) | null {
  const sent = sessionStorage.getItem(SENT);
  if (sent === null) return null;
  sessionStorage.removeItem(SENT);
  const said = { "#not-sent": words.not_sent, "#unsure": words.unsure }[location.hash];
  // whoever went back from the browser's own page does not know either
  const text = said ?? (navigation()?.type === "back_forward" ? words.unsure : null);
  if (text === null) {
    if (!isRefusal()) localStorage.removeItem(sent);
    return null;
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  const form = formOf(sent);
  return form ? () => sayNotSent(form, text) : null;
}

export function keepDrafts(): void {
  forgetOld();
  const say = settle();
  for (const form of document.forms) {
    if (!isKept(form)) continue;
    fillIn(form);
    offerOthers(form);
  }
  say?.();

  const typed = ({ target }: Event) => {
    const form = (target as Field).form;
    if (form && isKept(form)) keepTyped(form);
  };
  addEventListener("input", typed);
  addEventListener("change", typed);

  // after every other listener: what an island has taken over it answers for itself
  addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    if (new URL(form.action).pathname === "/logout") forgetAll();
    else if (!navigator.onLine) {
      event.preventDefault();
      sayNotSent(form);
    } else if (form.dataset.sent) event.preventDefault();
    else {
      form.dataset.sent = "true";
      setTimeout(() => delete form.dataset.sent, SENDING);
      if (!isKept(form)) return;
      keep(form);
      sessionStorage.setItem(SENT, keyOf(form));
    }
  });
  // a page that is shown as it was left may be sent again
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    for (const form of document.forms) delete form.dataset.sent;
    settle()?.();
  });
}

const draftKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(KEY));

function forgetAll(): void {
  for (const key of draftKeys()) localStorage.removeItem(key);
}

/** Those too whose page nobody opens again. */
function forgetOld(): void {
  for (const key of draftKeys()) {
    const { at } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Draft>;
    if ((at ?? 0) < Date.now() - KEPT_FOR) localStorage.removeItem(key);
  }
}
