/** Sends the follower counts that were typed, an account each, and asks about one that is far from the last. */
import { listedIn } from "../../functions/model/problem.ts";
import { typedCount } from "../../functions/model/typed-count.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { forgetDraft } from "../drafts.ts";
import { accountWords } from "../language/account.ts";
import { faultText } from "../language/fault-text.ts";
import { formWords } from "../language/forms.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { type Answer, call, refusalText } from "./call.ts";
import { sayAfterReload } from "./said.ts";

export type FollowersProps = { language: Language; time_zone: string; now: number };

export default function followers(root: HTMLElement, props: FollowersProps): void {
  const form = root.querySelector("form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, speechOf(props));
  });
}

async function send(form: HTMLFormElement, speech: Speech): Promise<void> {
  const { language } = speech;
  const words = accountWords[language];
  const rows = [...form.querySelectorAll<HTMLElement>("[data-account]")].filter((row) =>
    inputOf(row)?.value.trim(),
  );
  if (rows.length === 0) return say(form, words.none_typed, true);
  const date = form.querySelector<HTMLInputElement>('[name="date"]')?.value ?? "";
  setBusy(form, true);
  say(form, formWords[language].saving);
  let stored = 0;
  for (const row of rows) if (await sendRow(row, date, speech)) stored += 1;
  setBusy(form, false);
  if (stored < rows.length) return say(form, stored > 0 ? words.some_left : "", true);
  forgetDraft(form);
  sayAfterReload(formWords[language].saved, form);
  location.reload();
}

const inputOf = (row: HTMLElement) => row.querySelector<HTMLInputElement>('[name="followers"]');

/** Whether it was stored; then its field is empty again. */
async function sendRow(row: HTMLElement, date: string, speech: Speech): Promise<boolean> {
  const { language } = speech;
  const input = inputOf(row);
  if (!input) return false;
  const sure = row.querySelector<HTMLInputElement>('[name="sure"]')?.checked ?? false;
  const body = { account: Number(row.dataset.account), date, followers: input.value, sure };
  const answer = await call("POST", "/api/typed", body);
  input.ariaInvalid = answer.ok ? null : "true";
  if (answer.ok) {
    say(row, formWords[language].saved);
    nowKnown(row, input.value, date, speech);
    input.value = "";
    return true;
  }
  const unlikely = answer.problems.find(({ code }) => code === "unlikely");
  if (unlikely) ask(row, input.value, date, listedIn(unlikely).split(", "), speech);
  else say(row, refusal(answer, language), true);
  return false;
}

/** The field's own label stands above it. */
function refusal(answer: Answer & { ok: false }, language: Language): string {
  if (answer.problems.length === 0) return refusalText(answer, language);
  return answer.problems.map((one) => faultText({ ...one, path: "" }, language)).join("\n");
}

/** As the screen prints it, from what was typed. */
function printed(typed: string, speech: Speech): string {
  const value = typedCount(typed);
  return typeof value === "number" ? speech.count(value) : typed;
}

/** The line below the field, of the newest day that is known. */
function nowKnown(row: HTMLElement, typed: string, date: string, speech: Speech): void {
  const line = row.querySelector<HTMLElement>("[data-on]");
  if (!line || date < (line.dataset.on ?? "")) return;
  line.dataset.on = date;
  const words = accountWords[speech.language];
  line.textContent = words.last_known(printed(typed, speech), speech.day(date));
}

function ask(
  row: HTMLElement,
  typed: string,
  date: string,
  [known = "", day = ""]: string[],
  speech: Speech,
): void {
  const words = accountWords[speech.language];
  const said = [speech.count(Number(known)), speech.day(day)] as const;
  say(row, words.unlikely(printed(typed, speech), speech.day(date), ...said), true);
  const label = document.createElement("label");
  label.className = "tick";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "sure";
  label.append(box, words.sure);
  row.querySelector(".said")?.append(label);
  // another figure is another question
  inputOf(row)?.addEventListener("input", () => say(row, ""), { once: true });
}

function say(place: HTMLElement, text: string, refused = false): void {
  const said = place.querySelector(":scope > .said");
  if (!said) return;
  said.textContent = text;
  said.classList.toggle("weak", refused);
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  form.ariaBusy = String(busy);
  for (const button of form.querySelectorAll("button")) button.disabled = busy;
}
