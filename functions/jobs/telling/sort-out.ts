/** What becomes of each message whose time has come: it is sent, waits for an hour that suits, or tells of nothing any more. */
import { outsideQuiet, tomorrow, weekToTell } from "../../analyse/telling.ts";
import type { Instant } from "../../model/snapshot.ts";
import { bundleOf } from "../../present/letters.ts";
import type { DueLetter } from "../../store/outbox.ts";
import type { RecipientRow } from "../../store/recipients.ts";

/** Several rows may stand in one message. */
export type Bundle = { recipient: RecipientRow; letters: DueLetter[] };

export type Sorted = {
  drop: DueLetter[];
  later: (DueLetter & { later: Instant })[];
  send: Bundle[];
};

/** Of one recipient one message at a time, so that a pause it asks for holds for the next. */
export function sortOut(
  due: readonly DueLetter[],
  recipients: readonly RecipientRow[],
  { now, time_zone }: { now: Instant; time_zone: string },
): Sorted {
  const sorted: Sorted = { drop: [], later: [], send: [] };
  const week = weekToTell(now, time_zone);
  const bundles = new Map<string, Bundle>();
  for (const letter of due) {
    const recipient = recipients.find(({ id }) => id === letter.recipient);
    if (!recipient || !holds(letter, week)) {
      sorted.drop.push(letter);
      continue;
    }
    const later = suits(letter, recipient, now, time_zone);
    if (later > now) {
      sorted.later.push({ ...letter, later });
      continue;
    }
    const key = bundleOf(letter);
    const bundle = bundles.get(key) ?? { recipient, letters: [] };
    bundle.letters.push(letter);
    bundles.set(key, bundle);
  }
  const busy = new Set<number>();
  for (const bundle of bundles.values()) {
    if (busy.has(bundle.recipient.id)) continue;
    busy.add(bundle.recipient.id);
    sorted.send.push(bundle);
  }
  return sorted;
}

/** Is it still so? What opened and closed before it was told is not told at all. */
function holds(letter: DueLetter, week: Instant | null): boolean {
  if (!letter.allowed) return false;
  if (letter.kind === "weekly") return letter.since === week;
  if (letter.stands === null) return false;
  return (letter.closed_at !== null) === (letter.state === "closed");
}

function suits(
  letter: DueLetter,
  { wait_until, quiet_from, quiet_to }: RecipientRow,
  now: Instant,
  zone: string,
): Instant {
  const quiet = { from: quiet_from, to: quiet_to };
  if (wait_until > now) return wait_until;
  return letter.told_today ? tomorrow(now, quiet, zone) : outsideQuiet(now, quiet, zone);
}
