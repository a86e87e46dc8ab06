/** One request to whoever is told, and what became of it. Never where a redirect leads, and never waiting for long. */
import type { Delivery, DeliveryFault } from "../../model/recipient.ts";

/** What the messengers are given. `RECEIVERS_URL`: tests only, where every host is found under its name; deploying refuses it. */
export type TellEnv = {
  CREDENTIALS_KEY?: string;
  VAPID_KEYS?: string;
  RECEIVERS_URL?: string;
};

const TIMEOUT_MS = 8_000;

/** Nobody is put off for longer by a header. */
const LONGEST_RETRY = 86_400;

/** @param url https, and checked when it was given */
export async function post(
  env: TellEnv,
  url: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Delivery> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await fetch(placeOf(env, url), {
      method: "POST",
      headers,
      body,
      signal,
      redirect: "manual",
    });
    // nothing of what it says is of use, and it may be long
    await answer.body?.cancel();
    return deliveryOf(answer);
  } catch {
    return failed(signal.aborted ? "timeout" : "unreachable");
  }
}

const LARGEST_ANSWER = 400_000;

/** What it says when it is asked: its status and JSON, `null` where that is none. 0: it did not answer. */
export async function ask(env: TellEnv, url: string): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await fetch(placeOf(env, url), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "manual",
    });
    const text = await answer.text();
    const body: unknown = text.length > LARGEST_ANSWER ? null : JSON.parse(text);
    return { status: answer.status, body };
  } catch {
    return { status: 0, body: null };
  }
}

export const failed = (fault: DeliveryFault, retry_after: number | null = null): Delivery => ({
  ok: false,
  fault,
  retry_after,
});

function placeOf({ RECEIVERS_URL }: TellEnv, url: string): string {
  if (!RECEIVERS_URL) return url;
  const { host, pathname, search } = new URL(url);
  return `${RECEIVERS_URL}/${host}${pathname}${search}`;
}

function deliveryOf({ status, headers }: Response): Delivery {
  if (status >= 200 && status < 300) return { ok: true };
  const retry = retryAfter(headers.get("retry-after"));
  switch (status) {
    case 404:
    case 410:
      return failed("gone");
    case 413:
      return failed("too_large");
    case 429:
      return failed("throttled", retry);
    case 408:
      return failed("timeout");
    default:
      if (status >= 500) return failed("busy", retry);
      return failed(status >= 300 && status < 400 ? "redirected" : "refused");
  }
}

/** Seconds; a date is what few send, and the usual pause does for it. */
function retryAfter(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(LONGEST_RETRY, Math.ceil(seconds))
    : null;
}
