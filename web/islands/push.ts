/** This device, told or not: the browser is asked for its permission only when somebody taps the button that says what for. */
import { spelled } from "../../functions/model/recipient.ts";
import type { PushProps } from "../screens/recipients-device.tsx";
import { call, refusalText } from "./call.ts";

type Known = { id: number; kinds: string[]; weekly: boolean; quiet: { from: string; to: string } };

export default function push(root: HTMLElement, props: PushProps): void {
  const form = root.querySelector("form");
  const state = root.querySelector<HTMLElement>("[data-push-state]");
  if (!form || !state) return;
  const { words } = props;
  const say = (text: string, refused = false) => {
    state.textContent = text;
    state.classList.toggle("weak", refused);
  };
  if (!("PushManager" in window && "Notification" in window && "serviceWorker" in navigator)) {
    say(words.unsupported);
    return;
  }
  const on = form.querySelector<HTMLButtonElement>("[data-push-on]");
  const off = form.querySelector<HTMLButtonElement>("[data-push-off]");
  let known: Known | null = null;

  function show(found: Known | null, text: string): void {
    known = found;
    say(text);
    if (found) fill(form as HTMLFormElement, found);
    if (on) on.textContent = found ? words.save : words.turn_on;
    if (off) off.hidden = !found;
  }

  async function begin(): Promise<void> {
    if (Notification.permission === "denied") return say(words.denied, true);
    say(words.looking);
    const standing = await subscription();
    // not known is not "off": what the person had chosen would be written over
    const found = standing && (await listed(standing));
    form?.removeAttribute("hidden");
    show(found, found ? words.device_on : "");
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (on) on.disabled = true;
    try {
      const permission = await Notification.requestPermission();
      // closed without an answer, it may be asked again
      if (permission !== "granted") return say(permission === "denied" ? words.denied : "", true);
      const taken = (await subscription(props.key)) ?? (await subscribe(props.key));
      const answer = await call("POST", "/api/subscriptions", bodyOf(form, taken, props.language));
      if (!answer.ok) return say(refusalText(answer, props.language), true);
      show(answer.json.subscription as Known, words.device_on);
    } catch {
      say(words.failed, true);
    } finally {
      if (on) on.disabled = false;
    }
  });

  off?.addEventListener("click", async () => {
    const standing = await subscription();
    if (!standing || !known) return;
    const device = await sha256(spelled(standing.endpoint));
    await standing.unsubscribe();
    const answer = await call("DELETE", `/api/subscriptions/${known.id}?device=${device}`, null);
    // one that the admin took out already is gone all the same
    if (!answer.ok && answer.status !== 404) return say(words.failed, true);
    show(null, words.off_again);
  });

  begin().catch(() => say(words.unknown, true));
}

const ready = async (): Promise<ServiceWorkerRegistration> => {
  await navigator.serviceWorker.register("/sw.js");
  return navigator.serviceWorker.ready;
};

/** The one that stands; `null`: none. @param key that of another key is of no use any more */
async function subscription(key?: string): Promise<PushSubscription | null> {
  const standing = await (await ready()).pushManager.getSubscription();
  const made = standing?.options.applicationServerKey;
  if (!standing || !key || !made || base64url(new Uint8Array(made)) === key) return standing;
  await standing.unsubscribe();
  return null;
}

const subscribe = async (applicationServerKey: string): Promise<PushSubscription> =>
  (await ready()).pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });

async function listed({ endpoint }: PushSubscription): Promise<Known | null> {
  const answer = await call(
    "GET",
    `/api/subscriptions?device=${await sha256(spelled(endpoint))}`,
    null,
  );
  if (!answer.ok) throw new Error(answer.code);
  const [found = null] = answer.json.subscriptions as Known[];
  return found;
}

function bodyOf(form: HTMLFormElement, taken: PushSubscription, language: string) {
  const said = new FormData(form);
  const { endpoint, keys } = taken.toJSON();
  return {
    ...{ way: "push", endpoint, keys, language },
    kinds: said.getAll("kinds"),
    weekly: said.get("weekly") !== null,
    quiet: { from: said.get("quiet_from"), to: said.get("quiet_to") },
  };
}

/** The form as it is kept. */
function fill(form: HTMLFormElement, { kinds, weekly, quiet }: Known): void {
  for (const tick of form.querySelectorAll<HTMLInputElement>("[name=kinds]")) {
    tick.checked = kinds.includes(tick.value);
  }
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`);
  const week = field("weekly");
  if (week) week.checked = weekly;
  const from = field("quiet_from");
  if (from) from.value = quiet.from;
  const to = field("quiet_to");
  if (to) to.value = quiet.to;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
