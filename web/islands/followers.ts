/** Sends the follower counts that were typed, an account each, and asks about one that is far from the last. */
import { listedIn } from "../../functions/model/problem.ts";
import { typedCount } from "../../functions/model/typed-count.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { accountWords } from "../language/account.ts";
import { formWords } from "../language/forms.ts";
import { count } from "../language/speech.ts";
import { type Answer, call, faultText, refusalText } from "./call.ts";
import { sayAfterReload } from "./said.ts";

export type FollowersProps = { language: Language };

export default function followers(root: HTMLElement, { language }: FollowersProps): void {
  const form = root.querySelector("form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, language);
  });
}

async function send(form: HTMLFormElement, language: Language): Promise<void> {
  const words = accountWords[language];
  const rows = [...form.querySelectorAll<HTMLElement>("[data-account]")].filter((row) =>
    inputOf(row)?.value.trim(),
  );
  if (rows.length === 0) return say(form, words.none_typed, true);
  const date = form.querySelector<HTMLInputElement>('[name="date"]')?.value;
  setBusy(form, true);
  say(form, formWords[language].saving);
  let stored = 0;
  for (const row of rows) if (await sendRow(row, date, language)) stored += 1;
  setBusy(form, false);
  if (stored < rows.length) return say(form, stored > 0 ? words.some_left : "", true);
  sayAfterReload(formWords[language].saved, form);
  location.reload();
}

const inputOf = (row: HTMLElement) => row.querySelector<HTMLInputElement>('[name="followers"]');

/** Whether it was stored; then its field is empty again. */
async function sendRow(
  row: HTMLElement,
  date: string | undefined,
  language: Language,
): Promise<boolean> {
  const input = inputOf(row);
  if (!input) return false;
  const sure = row.querySelector<HTMLInputElement>('[name="sure"]')?.checked ?? false;
  const body = { account: Number(row.dataset.account), date, followers: input.value, sure };
  const answer = await call("POST", "/api/typed", body);
  input.ariaInvalid = answer.ok ? null : "true";
  if (answer.ok) {
    say(row, formWords[language].saved);
    input.value = "";
    return true;
  }
  const unlikely = answer.problems.find(({ code }) => code === "unlikely");
  if (unlikely) ask(row, language, input.value, Number(listedIn(unlikely)));
  else say(row, refusal(answer, language), true);
  return false;
}

/** The field's own label stands above it. */
function refusal(answer: Answer & { ok: false }, language: Language): string {
  if (answer.problems.length === 0) return refusalText(answer, language);
  return answer.problems.map((one) => faultText({ ...one, path: "" }, language)).join("\n");
}

function ask(row: HTMLElement, language: Language, typed: string, last: number): void {
  const words = accountWords[language];
  const now = typedCount(typed);
  say(
    row,
    words.unlikely(typeof now === "number" ? count(language, now) : typed, count(language, last)),
    true,
  );
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
