/** Sends a form to the JSON API and says how it went, in the person's language. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { forgetDraft } from "../drafts.ts";
import { formWords } from "../language/forms.ts";
import type { FormProps } from "../parts/api-form.tsx";
import { type Answer, call, refusalText } from "./call.ts";
import { sayAfterReload } from "./said.ts";

export default function form(root: HTMLElement, props: FormProps): void {
  const form = root.querySelector("form");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, props);
  });
}

async function send(form: HTMLFormElement, props: FormProps): Promise<void> {
  if (props.confirm && !confirm(props.confirm)) return;
  const words = formWords[props.language];
  const body = bodyOf(form);
  setBusy(form, true);
  markFaults(form, []);
  say(form, body ? words.saving : words.busy);
  let answer = await call(props.method, props.path, body);
  while (props.repeat && answer.ok && answer.json.done === false && !answer.json.waits) {
    say(form, words.remaining(Number(answer.json.remaining)));
    answer = await call(props.method, props.path, body);
  }
  setBusy(form, false);
  if (!answer.ok) return refuse(form, props.language, answer);
  const said = answer.json.waits ? words.waits : body ? words.saved : words.done;
  succeed(form, props, answer.json, said);
}

function succeed(
  form: HTMLFormElement,
  props: FormProps,
  answer: Record<string, unknown>,
  said: string,
): void {
  forgetDraft(form);
  say(form, said);
  if (props.then === "link") showLink(form, props.language, answer);
  else if (typeof props.then === "object") location.assign(props.then.go);
  else {
    // what was deleted leaves its place to another
    sayAfterReload(said, props.method === "DELETE" ? null : form);
    location.reload();
  }
}

function refuse(form: HTMLFormElement, language: Language, answer: Answer & { ok: false }): void {
  markFaults(
    form,
    answer.problems.map(({ path }) => path),
  );
  say(
    form,
    refusalText(answer, language, (path) => labelOf(form, path)),
    true,
  );
}

function say(form: HTMLFormElement, text: string, refused = false): void {
  const place = form.querySelector(".said");
  if (!place) return;
  place.textContent = text;
  place.classList.toggle("weak", refused);
}

const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>("[name]:not([type=hidden])"),
];

/** What the person sees above the field, or behind a tick. */
function labelOf(form: HTMLFormElement, name: string): string | null {
  const label = fieldsOf(form).find((field) => field.name === name)?.labels?.[0];
  return label?.firstChild?.textContent || label?.textContent || null;
}

function markFaults(form: HTMLFormElement, paths: readonly string[]): void {
  for (const field of fieldsOf(form)) {
    field.ariaInvalid = paths.includes(field.name) ? "true" : null;
  }
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  form.ariaBusy = String(busy);
  for (const button of form.querySelectorAll("button")) button.disabled = busy;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The fields as the JSON body that their names describe; `null` for a form without any. */
export function bodyOf(form: HTMLFormElement): Record<string, unknown> | null {
  const body: Record<string, unknown> = {};
  for (const field of form.querySelectorAll<Field>("[name]")) place(body, field);
  return form.querySelector("[name]") ? body : null;
}

function place(body: Record<string, unknown>, field: Field): void {
  const value = fieldValue(field);
  if (value === undefined) return;
  const path = field.name.split(".");
  const last = path.pop() ?? "";
  let inside = body;
  for (const step of path) {
    inside[step] ??= {};
    inside = inside[step] as Record<string, unknown>;
  }
  if (!last.endsWith("[]")) {
    inside[last] = value;
    return;
  }
  const name = last.slice(0, -2);
  inside[name] = [...((inside[name] as unknown[]) ?? []), value];
}

/** `undefined`: the field is left out. */
function fieldValue(field: Field): unknown {
  if (field instanceof HTMLInputElement && field.type === "checkbox") {
    if (field.name.endsWith("[]")) return field.checked ? Number(field.value) : undefined;
    return field.checked;
  }
  const text = field.value.trim();
  if (text === "") return field.dataset.empty === "null" ? null : undefined;
  if (field.dataset.as === "number" || field.type === "number") return Number(text);
  if (field.dataset.as === "boolean") return text === "true";
  // the end of that day in the person's own zone
  if (field.dataset.as === "instant") return new Date(`${text}T23:59:59`).toISOString();
  return text;
}

/** The address of a new link, which may be shown this one time only. */
function showLink(form: HTMLFormElement, language: Language, link: Record<string, unknown>): void {
  const words = formWords[language];
  // pressed again it would make another
  form.reset();
  say(form, words.link_made);
  const address = document.createElement("input");
  address.readOnly = true;
  address.value = String(link.kind === "push" ? link.token : link.url);
  address.ariaLabel = words.address;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = words.copy;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.value);
    copy.textContent = words.copied;
  });
  const page = document.createElement("a");
  page.className = "action";
  page.href = `/links/${Number(link.id)}`;
  page.textContent = words.open_link;
  form.querySelector(".said")?.append(address, copy, " ", page);
  address.select();
}
